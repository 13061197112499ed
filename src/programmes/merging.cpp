// One organisation goes on as another: its teams and its applications with it.

#include "programmes/enrolment.h"

#include <algorithm>

#include "programmes/enrolment_rows.h"
#include "programmes/named.h"

namespace primum::programmes {

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
        give_task(db, into, id, task);
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
