// Places of a cohort: who gets one, who waits, who moves up.

#include "programmes/enrolment.h"

#include "programmes/enrolment_rows.h"
#include "programmes/named.h"

namespace primum::programmes {

namespace {

/// For what follows from the programme's side: places, enrolments.
store::Writable follows(OrganisationId organisation) {
    return store::Scope::system("a programme decides about an application").may_write(organisation);
}

/// Whoever changes how places stand waits for whoever does already.
Cohort locked(store::Writer& db, CohortId cohort) {
    db.run("UPDATE cohorts SET places = places WHERE id = $1", cohort);
    return *find_cohort(db, cohort);
}

}  // namespace

Places places_of(const store::Reader& db, const Cohort& cohort) {
    Places places{.all = cohort.places};
    places.taken = db.one(count, R"sql(
                         SELECT count(*) FROM programme_enrolments
                          WHERE cohort_id = $1 AND to_day = '9999-12-31'
                     )sql",
                          cohort.id, everywhere())
                       .value_or(0);
    const auto by_state = [&](State state) {
        return db
            .one(count, R"sql(
                SELECT count(*) FROM programme_applications WHERE cohort_id = $1 AND state = $2
            )sql",
                 cohort.id, name(state), everywhere())
            .value_or(0);
    };
    places.taken += by_state(State::sent);
    places.waiting = by_state(State::waiting);
    return places;
}

int place_in_queue(const store::Reader& db, const Application& application) {
    if (application.state != State::waiting) return 0;
    return 1 + db.one(count, R"sql(
                     SELECT count(*) FROM programme_applications
                      WHERE cohort_id = $1 AND state = 'waiting'
                        AND (priority > $2 OR (priority = $2 AND queued < $3))
                 )sql",
                      application.cohort, application.priority, application.queued, everywhere())
                   .value_or(0);
}

Checked<State> send(store::Writer& db, const store::Writable& organisation,
                    const store::Stamp& stamp, const Cohort& cohort, ApplicationId id,
                    const std::vector<TeamRole>& roles, WaitingRule rule, Day today) {
    const Cohort now = locked(db, cohort.id);
    const auto application = find_application(db, organisation, cohort.id);
    if (!application || application->id != id)
        return refuse("This application is not there any more. Open the page again.");
    if (application->state != State::draft)
        return refuse("This application has been sent already.");
    if (!now.takes_applications(today))
        return refuse("This cohort does not take applications today. Choose another cohort.");
    const Places places = places_of(db, now);
    const State state = places.left() > 0 && places.waiting == 0 ? State::sent : State::waiting;
    const int priority =
        rule == WaitingRule::complete_first && is_complete(application->who, roles) ? 1 : 0;
    const auto queued = db.one([](const store::Row& row) { return row.get<std::int64_t>(0); },
                               R"sql(
                                   SELECT coalesce(max(queued), 0) + 1 FROM programme_applications
                                    WHERE cohort_id = $1
                               )sql",
                               cohort.id, every_application());
    db.run(R"sql(
        UPDATE programme_applications
           SET state = $3, queued = $4, queued_at = $5, sent_at = $5, sent_by = $6, priority = $7,
               reason = '', decided_at = NULL, rev = rev + 1
         WHERE organisation_id = $1 AND id = $2
    )sql",
           organisation, id, name(state), queued.value_or(1), stamp.at, stamp.person, priority);
    note(db, organisation, stamp, "programmes.send_application", id.text(), state);
    return state;
}

std::vector<Moved> fill(store::Writer& db, const store::Stamp& stamp, const Cohort& cohort,
                        Day today) {
    const Cohort now = locked(db, cohort.id);
    if (now.begun(today)) return {};
    const int free = places_of(db, now).left();
    const auto waiting = db.all(
        [](const store::Row& row) {
            return Moved{row.get<OrganisationId>(0), row.get<ApplicationId>(1)};
        },
        R"sql(
            SELECT organisation_id, id FROM programme_applications
             WHERE cohort_id = $1 AND state = 'waiting'
             ORDER BY priority DESC, queued
             LIMIT $2
        )sql",
        cohort.id, free, every_application());
    for (const Moved& next : waiting) {
        const auto owner = follows(next.organisation);
        db.run(R"sql(
            UPDATE programme_applications SET state = 'sent', rev = rev + 1
             WHERE organisation_id = $1 AND id = $2
        )sql",
               owner, next.application);
        note(db, owner, stamp, "programmes.move_up", next.application.text(), State::sent);
    }
    return waiting;
}

Checked<EnrolmentId> accept(store::Writer& db, const store::Stamp& stamp,
                            const Programme& programme, const Cohort& cohort,
                            const Application& application, Day today) {
    locked(db, cohort.id);
    if (application.state != State::sent)
        return refuse("This application holds no place, so it cannot be accepted now.");
    const auto owner = follows(application.organisation);
    if (find_enrolment(db, owner, cohort.id, today))
        return refuse("This organisation has a team in this cohort already.");
    if (!set_state(db, owner, stamp, application, State::accepted, ""))
        return refuse("This application has changed since you opened it. Read it again.");
    const auto id = enrol(db, owner, programme.id, cohort.id, today);
    for (const auto& [role, lines] : application.who)
        for (const Named& person : all_named(lines))
            seat(db, owner, id, role, person, today);
    for (const Task& task : tasks_of(db, cohort.id))
        give_task(db, owner, id, task);
    note(db, owner, stamp, "programmes.accept", id.text(), State::accepted);
    return id;
}

bool decline(store::Writer& db, const store::Stamp& stamp, const Application& application,
             std::string_view reason) {
    const auto owner = follows(application.organisation);
    if (!application.open() || !set_state(db, owner, stamp, application, State::declined, reason))
        return false;
    note(db, owner, stamp, "programmes.decline", application.id.text(), State::declined, reason);
    return true;
}

}  // namespace primum::programmes
