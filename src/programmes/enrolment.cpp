#include "programmes/enrolment.h"

#include <algorithm>
#include <array>

#include "json/value.h"
#include "json/writer.h"
#include "people/person.h"
#include "people/store.h"

namespace primum::programmes {
namespace {

constexpr Day kForEver = std::chrono::year(9999) / 12 / 31;

store::Everywhere everywhere() {
    return store::Scope::system("who is enrolled is public").everywhere();
}

store::Everywhere every_application() {
    return store::Scope::system("whoever keeps a programme reads what is sent to it").everywhere();
}

/// For what follows from the programme's side: places, enrolments.
store::Writable follows(OrganisationId organisation) {
    return store::Scope::system("a programme decides about an application").may_write(organisation);
}

std::optional<Day> last_day(Day day) {
    return day == kForEver ? std::nullopt : std::optional(day);
}

Enrolment read_enrolment(const store::Row& row) {
    return {.id = row.get<EnrolmentId>(0),
            .organisation = row.get<OrganisationId>(1),
            .name = row.get<std::string>(2),
            .programme = row.get<ProgrammeId>(3),
            .cohort = row.get<CohortId>(4),
            .number = row.get<int>(5),
            .from = row.get<Day>(6),
            .until = last_day(row.get<Day>(7)),
            .ended_because = row.get<std::string>(8),
            .rev = row.get<std::int64_t>(9)};
}

constexpr std::array<std::string_view, 6> kStates = {"draft",    "sent",     "waiting",
                                                     "accepted", "declined", "withdrawn"};

State state_of(std::string_view name) {
    return static_cast<State>(std::ranges::find(kStates, name) - kStates.begin());
}

std::map<std::string, std::string> read_who(std::string_view text) {
    std::map<std::string, std::string> who;
    const auto json = json::parse(text);
    if (!json) return who;
    if (const auto* members = json->as<json::Value::Object>())
        for (const auto& [role, names] : *members)
            if (const auto* lines = names.as<std::string>()) who[role] = *lines;
    return who;
}

std::string written(const std::map<std::string, std::string>& who) {
    json::Writer json;
    json.begin_object();
    for (const auto& [role, names] : who)
        json.member(role, std::string_view(names));
    json.end_object();
    return std::string(json.text());
}

Application read_application(const store::Row& row) {
    return {.id = row.get<ApplicationId>(0),
            .organisation = row.get<OrganisationId>(1),
            .organisation_name = row.get<std::string>(2),
            .cohort = row.get<CohortId>(3),
            .state = state_of(row.get<std::string_view>(4)),
            .why = row.get<std::string>(5),
            .aims = row.get<std::string>(6),
            .sponsor = row.get<std::string>(7),
            .sponsored_at = row.get<std::optional<Instant>>(8),
            .who = read_who(row.get<std::string_view>(9)),
            .sent_at = row.get<std::optional<Instant>>(10),
            .sent_by = row.get<std::optional<PersonId>>(11),
            .queued = row.get<std::int64_t>(12),
            .priority = row.get<int>(13),
            .decided_at = row.get<std::optional<Instant>>(14),
            .reason = row.get<std::string>(15),
            .rev = row.get<std::int64_t>(16)};
}

int count(const store::Row& row) {
    return row.get<int>(0);
}

void note(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
          std::string_view action, std::string_view object, State state,
          std::string_view reason = "") {
    json::Writer json;
    json.begin_object();
    json.member("state", name(state));
    if (!reason.empty()) json.member("reason", reason);
    json.end_object();
    store::record(db, owner, stamp,
                  {.action = action, .object = object, .before = {}, .after = json.text()});
}

/// Whoever changes how places stand waits for whoever does already.
Cohort locked(store::Writer& db, CohortId cohort) {
    db.run("UPDATE cohorts SET places = places WHERE id = $1", cohort);
    return *find_cohort(db, cohort);
}

bool set_state(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
               const Application& application, State state, std::string_view reason) {
    return db.run(R"sql(
        UPDATE programme_applications
           SET state = $4, reason = $5, decided_at = $6, rev = rev + 1
         WHERE organisation_id = $1 AND id = $2 AND rev = $3
    )sql",
                  owner, application.id, application.rev, name(state), reason, stamp.at) == 1;
}

struct Named {
    std::string name;
    std::string email;
};

/// "Ann Example, ann@example.org" or "Ann Example".
Named named(std::string_view line) {
    const auto trimmed = [](std::string_view text) {
        constexpr std::string_view kAround = " \t,;<>()";
        const auto from = text.find_first_not_of(kAround);
        if (from == text.npos) return std::string();
        return std::string(text.substr(from, text.find_last_not_of(kAround) - from + 1));
    };
    const auto at = line.find('@');
    if (at == line.npos) return {trimmed(line), {}};
    const auto from = line.find_last_of(" \t,;<(", at);
    const std::size_t begin = from == line.npos ? 0 : from + 1;
    const auto end = std::min(line.find_first_of(" \t,;>)", at), line.size());
    const std::string email = people::normal_email(line.substr(begin, end - begin));
    if (people::email_fault(email)) return {trimmed(line), {}};
    const std::string rest = trimmed(line.substr(0, begin));
    return {rest.empty() ? email : rest, email};
}

std::vector<Named> all_named(std::string_view lines) {
    std::vector<Named> all;
    while (!lines.empty()) {
        const auto end = std::min(lines.find('\n'), lines.size());
        if (Named one = named(lines.substr(0, end)); !one.name.empty())
            all.push_back(std::move(one));
        lines.remove_prefix(std::min(end + 1, lines.size()));
    }
    return all;
}

void seat(store::Writer& db, const store::Writable& owner, EnrolmentId enrolment,
          std::string_view role, const Named& person, Day from) {
    std::optional<PersonId> account;
    if (!person.email.empty())
        if (const auto known = people::find_person_by_email(db, person.email)) account = known->id;
    db.run(R"sql(
        INSERT INTO team_places (organisation_id, id, enrolment_id, role, name, email, person_id,
                                 from_day, to_day)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '9999-12-31')
    )sql",
           owner, db.new_id<Named>(), enrolment, role, person.name, person.email, account, from);
}

EnrolmentId enrol(store::Writer& db, const store::Writable& owner, ProgrammeId programme,
                  CohortId cohort, Day from) {
    const auto id = db.new_id<Enrolment>();
    db.run(R"sql(
        INSERT INTO programme_enrolments (organisation_id, id, programme_id, cohort_id, from_day,
                                          to_day)
        VALUES ($1, $2, $3, $4, $5, '9999-12-31')
    )sql",
           owner, id, programme, cohort, from);
    return id;
}

}  // namespace

std::string_view name(State state) {
    return kStates[static_cast<std::size_t>(state)];
}

bool is_enrolled(const store::Reader& db, OrganisationId organisation, ProgrammeId programme,
                 Day day) {
    return db.one(count, R"sql(
            SELECT count(*) FROM programme_enrolments
             WHERE organisation_id = $1 AND programme_id = $2 AND from_day <= $3 AND to_day >= $3
        )sql",
                  store::Scope::system("who is enrolled is public").may_read(organisation),
                  programme, day)
               .value_or(0) > 0;
}

std::vector<OrganisationId> enrolled_of(const store::Reader& db, ProgrammeId programme, Day day) {
    return db.all([](const store::Row& row) { return row.get<OrganisationId>(0); },
                  R"sql(
                      SELECT o.id
                        FROM organisations o
                       WHERE EXISTS (SELECT 1 FROM programme_enrolments e
                                      WHERE e.organisation_id = o.id AND e.programme_id = $1
                                        AND e.from_day <= $2 AND e.to_day >= $2)
                       ORDER BY o.name, o.id
                  )sql",
                  programme, day, everywhere());
}

std::vector<Enrolment> enrolments_of(const store::Reader& db, ProgrammeId programme) {
    return db.all(read_enrolment, R"sql(
        SELECT e.id, e.organisation_id, o.name, e.programme_id, e.cohort_id, c.number, e.from_day,
               e.to_day, e.ended_because, e.rev
          FROM programme_enrolments e
          JOIN cohorts c ON c.id = e.cohort_id
          JOIN organisations o ON o.id = e.organisation_id
         WHERE e.programme_id = $1
         ORDER BY e.from_day, o.name, e.id
    )sql",
                  programme, everywhere());
}

std::vector<Enrolment> teams_of(const store::Reader& db, CohortId cohort, Day day) {
    return db.all(read_enrolment, R"sql(
        SELECT e.id, e.organisation_id, o.name, e.programme_id, e.cohort_id, c.number, e.from_day,
               e.to_day, e.ended_because, e.rev
          FROM programme_enrolments e
          JOIN cohorts c ON c.id = e.cohort_id
          JOIN organisations o ON o.id = e.organisation_id
         WHERE e.cohort_id = $1 AND e.from_day <= $2 AND e.to_day >= $2
         ORDER BY o.name, e.id
    )sql",
                  cohort, day, everywhere());
}

std::vector<Enrolment> enrolments_of(const store::Reader& db, const store::Readable& organisation) {
    return db.all(read_enrolment, R"sql(
        SELECT e.id, e.organisation_id, o.name, e.programme_id, e.cohort_id, c.number, e.from_day,
               e.to_day, e.ended_because, e.rev
          FROM programme_enrolments e
          JOIN cohorts c ON c.id = e.cohort_id
          JOIN organisations o ON o.id = e.organisation_id
         WHERE e.organisation_id = $1
         ORDER BY e.from_day DESC, c.number DESC
    )sql",
                  organisation);
}

std::optional<Enrolment> find_enrolment(const store::Reader& db,
                                        const store::Readable& organisation, CohortId cohort,
                                        Day day) {
    for (Enrolment& enrolment : enrolments_of(db, organisation))
        if (enrolment.cohort == cohort && enrolment.on(day)) return std::move(enrolment);
    return {};
}

int names_in(std::string_view lines) {
    return static_cast<int>(all_named(lines).size());
}

bool is_complete(const std::map<std::string, std::string>& who,
                 const std::vector<TeamRole>& roles) {
    return std::ranges::all_of(roles, [&](const TeamRole& role) {
        const auto lines = who.find(role.role);
        return role.least == 0 || (lines != who.end() && names_in(lines->second) >= role.least);
    });
}

std::optional<Application> find_application(const store::Reader& db,
                                            const store::Readable& organisation, CohortId cohort) {
    return db.one(read_application, R"sql(
        SELECT a.id, a.organisation_id, o.name, a.cohort_id, a.state, a.why, a.aims, a.sponsor,
               a.sponsored_at, a.answers, a.sent_at, a.sent_by, a.queued, a.priority, a.decided_at,
               a.reason, a.rev
          FROM programme_applications a
          JOIN organisations o ON o.id = a.organisation_id
         WHERE a.organisation_id = $1 AND a.cohort_id = $2
    )sql",
                  organisation, cohort);
}

std::vector<Application> applications_of(const store::Reader& db,
                                         const store::Readable& organisation) {
    return db.all(read_application, R"sql(
        SELECT a.id, a.organisation_id, o.name, a.cohort_id, a.state, a.why, a.aims, a.sponsor,
               a.sponsored_at, a.answers, a.sent_at, a.sent_by, a.queued, a.priority, a.decided_at,
               a.reason, a.rev
          FROM programme_applications a
          JOIN organisations o ON o.id = a.organisation_id
          JOIN cohorts c ON c.id = a.cohort_id
         WHERE a.organisation_id = $1
         ORDER BY c.starts DESC, a.id
    )sql",
                  organisation);
}

std::vector<Application> applications_of(const store::Reader& db, CohortId cohort) {
    return db.all(read_application, R"sql(
        SELECT a.id, a.organisation_id, o.name, a.cohort_id, a.state, a.why, a.aims, a.sponsor,
               a.sponsored_at, a.answers, a.sent_at, a.sent_by, a.queued, a.priority, a.decided_at,
               a.reason, a.rev
          FROM programme_applications a
          JOIN organisations o ON o.id = a.organisation_id
         WHERE a.cohort_id = $1 AND a.state <> 'draft'
           AND (a.state <> 'withdrawn' OR a.sent_at IS NOT NULL)
         ORDER BY CASE a.state WHEN 'sent' THEN 0 WHEN 'waiting' THEN 1 WHEN 'accepted' THEN 2
                               WHEN 'declined' THEN 3 ELSE 4 END,
                  CASE a.state WHEN 'waiting' THEN -a.priority ELSE 0 END, a.queued
    )sql",
                  cohort, every_application());
}

std::optional<Application> find_sent_application(const store::Reader& db, CohortId cohort,
                                                 ApplicationId id) {
    return db.one(read_application, R"sql(
        SELECT a.id, a.organisation_id, o.name, a.cohort_id, a.state, a.why, a.aims, a.sponsor,
               a.sponsored_at, a.answers, a.sent_at, a.sent_by, a.queued, a.priority, a.decided_at,
               a.reason, a.rev
          FROM programme_applications a
          JOIN organisations o ON o.id = a.organisation_id
         WHERE a.cohort_id = $1 AND a.id = $2 AND a.state <> 'draft' AND a.sent_at IS NOT NULL
    )sql",
                  cohort, id, every_application());
}

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

std::optional<ApplicationId> save_draft(store::Writer& db, const store::Writable& organisation,
                                        const store::Stamp& stamp, const Application& application,
                                        const std::vector<TeamRole>& roles, WaitingRule rule) {
    const int priority =
        rule == WaitingRule::complete_first && is_complete(application.who, roles) ? 1 : 0;
    const auto known = find_application(db, organisation, application.cohort);
    if (!known) {
        const auto id = db.new_id<Application>();
        db.run(R"sql(
            INSERT INTO programme_applications (organisation_id, id, cohort_id, why, aims, sponsor,
                                                answers, priority)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        )sql",
               organisation, id, application.cohort, application.why, application.aims,
               application.sponsor, written(application.who), priority);
        note(db, organisation, stamp, "programmes.save_application", id.text(), State::draft);
        return id;
    }
    if (known->rev != application.rev) return {};
    // Whoever withdrew begins again; another chief executive has to agree anew.
    const State state = known->state == State::withdrawn ? State::draft : known->state;
    db.run(R"sql(
        UPDATE programme_applications
           SET why = $3, aims = $4, sponsor = $5, answers = $6, priority = $7, state = $8,
               sponsored_at = CASE WHEN sponsor = $5 THEN sponsored_at ELSE NULL END,
               rev = rev + 1
         WHERE organisation_id = $1 AND id = $2
    )sql",
           organisation, known->id, application.why, application.aims, application.sponsor,
           written(application.who), priority, name(state));
    note(db, organisation, stamp, "programmes.save_application", known->id.text(), state);
    return known->id;
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

bool sponsor(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
             const Application& application, std::string_view sponsor_name) {
    const bool agreed = db.run(R"sql(
        UPDATE programme_applications
           SET sponsor = $4, sponsored_by = $5, sponsored_at = $6, rev = rev + 1
         WHERE organisation_id = $1 AND id = $2 AND rev = $3
    )sql",
                               organisation, application.id, application.rev, sponsor_name,
                               stamp.person, stamp.at) == 1;
    if (agreed)
        note(db, organisation, stamp, "programmes.sponsor", application.id.text(),
             application.state);
    return agreed;
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
        db.run(R"sql(
            INSERT INTO team_tasks (organisation_id, id, enrolment_id, position, title, help,
                                    due_on)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
        )sql",
               owner, db.new_id<Task>(), id, task.position, task.title, task.help, task.due);
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

bool withdraw(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
              const Application& application, std::string_view reason) {
    if (!application.open() ||
        !set_state(db, organisation, stamp, application, State::withdrawn, reason))
        return false;
    note(db, organisation, stamp, "programmes.withdraw", application.id.text(), State::withdrawn,
         reason);
    return true;
}

bool leave(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
           const Enrolment& enrolment, Day last, std::string_view because) {
    const Day to = std::max(last, enrolment.from);
    const bool left = db.run(R"sql(
        UPDATE programme_enrolments SET to_day = $4, ended_because = $5, rev = rev + 1
         WHERE organisation_id = $1 AND id = $2 AND rev = $3
    )sql",
                             organisation, enrolment.id, enrolment.rev, to, because) == 1;
    if (!left) return false;
    db.run(R"sql(
        UPDATE team_places SET to_day = CASE WHEN from_day > $3 THEN from_day ELSE $3 END,
               rev = rev + 1
         WHERE organisation_id = $1 AND enrolment_id = $2 AND to_day > $3
    )sql",
           organisation, enrolment.id, to);
    db.run(R"sql(
        UPDATE programme_applications SET state = 'withdrawn', reason = $3, rev = rev + 1
         WHERE organisation_id = $1 AND cohort_id = $2 AND state = 'accepted'
    )sql",
           organisation, enrolment.cohort, because);
    note(db, organisation, stamp, "programmes.leave", enrolment.id.text(), State::withdrawn,
         because);
    return true;
}

namespace {

/// The team goes on under the other name, with who is on it and what is not done yet.
void carry_over(store::Writer& db, const store::Writable& from, const store::Writable& into,
                const Enrolment& old, Day on) {
    const auto id = enrol(db, into, old.programme, old.cohort, on);
    struct Seat {
        std::string role;
        Named person;
    };
    for (const Seat& one : db.all(
             [](const store::Row& row) {
                 return Seat{row.get<std::string>(0),
                             {row.get<std::string>(1), row.get<std::string>(2)}};
             },
             R"sql(
                 SELECT role, name, email FROM team_places
                  WHERE organisation_id = $1 AND enrolment_id = $2 AND to_day = '9999-12-31'
                  ORDER BY id
             )sql",
             store::Readable(from), old.id))
        seat(db, into, id, one.role, one.person, on);
    for (const Task& task : db.all(
             [](const store::Row& row) {
                 return Task{.position = row.get<int>(0),
                             .title = row.get<std::string>(1),
                             .help = row.get<std::string>(2),
                             .due = row.get<Day>(3)};
             },
             R"sql(
                 SELECT position, title, help, due_on FROM team_tasks
                  WHERE organisation_id = $1 AND enrolment_id = $2 AND done_on IS NULL
                  ORDER BY due_on, id
             )sql",
             store::Readable(from), old.id))
        db.run(R"sql(
            INSERT INTO team_tasks (organisation_id, id, enrolment_id, position, title, help,
                                    due_on)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
        )sql",
               into, db.new_id<Task>(), id, task.position, task.title, task.help, task.due);
}

/// A place in the queue goes with it, unless the other has its own.
void hand_over(store::Writer& db, const store::Writable& from, const store::Writable& into,
               const store::Stamp& stamp, const Application& application) {
    if (find_application(db, into, application.cohort)) {
        withdraw(db, from, stamp, application, "merged");
        return;
    }
    db.run(R"sql(
        INSERT INTO programme_applications (organisation_id, id, cohort_id, state, why, aims,
                                            sponsor, answers, sent_at, sent_by, queued_at, queued,
                                            priority)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $9, $11, $12)
    )sql",
           into, db.new_id<Application>(), application.cohort, name(application.state),
           application.why, application.aims, application.sponsor, written(application.who),
           application.sent_at, application.sent_by, application.queued, application.priority);
    withdraw(db, from, stamp, application, "merged");
}

}  // namespace

void merged(store::Writer& db, const store::Writable& from, const store::Writable& into,
            const store::Stamp& stamp, Day on) {
    const Day last = on - std::chrono::days(1);
    for (const Enrolment& old : enrolments_of(db, store::Readable(from))) {
        if (old.until) continue;
        const bool there = find_enrolment(db, into, old.cohort, on).has_value();
        if (!there) carry_over(db, from, into, old, std::max(on, old.from));
        leave(db, from, stamp, old, last, "merged");
    }
    for (const Application& application : applications_of(db, store::Readable(from)))
        if (application.open()) hand_over(db, from, into, stamp, application);
}

}  // namespace primum::programmes
