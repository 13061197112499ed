// Cohorts: opened from the template, with days of their own.

#include "programmes/programme.h"

#include "json/writer.h"
#include "programmes/programme_rows.h"
#include "programmes/template.h"
#include "store/scope.h"

namespace primum::programmes {

namespace {

Part read_part(const store::Row& row) {
    return {.position = row.get<int>(0),
            .part = row.get<std::string>(1),
            .title = row.get<std::string>(2),
            .who = row.get<std::string>(3),
            .kind = row.get<std::string>(4),
            .starts = row.get<Day>(5),
            .ends = row.get<Day>(6),
            .output = row.get<std::string>(7),
            .prepare = row.get<std::string>(8),
            .rev = row.get<std::int64_t>(9)};
}

Cohort read_cohort(const store::Row& row) {
    return {.id = row.get<CohortId>(0),
            .programme = row.get<ProgrammeId>(1),
            .number = row.get<int>(2),
            .starts = row.get<Day>(3),
            .ends = row.get<std::optional<Day>>(4),
            .opens = row.get<Day>(5),
            .closes = row.get<Day>(6),
            .places = row.get<int>(7),
            .status = row.get<std::string>(8),
            .rev = row.get<std::int64_t>(9)};
}

std::string described(const Cohort& cohort) {
    json::Writer json;
    json.begin_object();
    json.member("number", cohort.number);
    json.member("starts", std::string_view(iso_day(cohort.starts)));
    json.member("opens", std::string_view(iso_day(cohort.opens)));
    json.member("closes", std::string_view(iso_day(cohort.closes)));
    json.member("places", cohort.places);
    json.member("status", std::string_view(cohort.status));
    json.end_object();
    return std::string(json.text());
}

/// The last day of the last part of a cohort.
void renew_end(store::Writer& db, CohortId cohort) {
    db.run(R"sql(
        UPDATE cohorts SET ends = (SELECT max(ends) FROM cohort_parts WHERE cohort_id = $1)
         WHERE id = $1
    )sql",
           cohort);
}

}  // namespace

std::vector<Cohort> cohorts_of(const store::Reader& db, ProgrammeId programme) {
    return db.all(read_cohort, R"sql(
        SELECT id, programme_id, number, starts, ends, opens, closes, places, status, rev
          FROM cohorts
         WHERE programme_id = $1
         ORDER BY number
    )sql",
                  programme);
}

std::optional<Cohort> find_cohort(const store::Reader& db, ProgrammeId programme, int number) {
    return db.one(read_cohort, R"sql(
        SELECT id, programme_id, number, starts, ends, opens, closes, places, status, rev
          FROM cohorts
         WHERE programme_id = $1 AND number = $2
    )sql",
                  programme, number);
}

std::optional<Cohort> find_cohort(const store::Reader& db, CohortId id) {
    return db.one(read_cohort, R"sql(
        SELECT id, programme_id, number, starts, ends, opens, closes, places, status, rev
          FROM cohorts
         WHERE id = $1
    )sql",
                  id);
}

std::vector<Part> parts_of(const store::Reader& db, CohortId cohort) {
    return db.all(read_part, R"sql(
        SELECT position, part, title, who, kind, starts, ends, output, prepare, rev
          FROM cohort_parts
         WHERE cohort_id = $1
         ORDER BY starts, position
    )sql",
                  cohort);
}

std::vector<Task> tasks_of(const store::Reader& db, CohortId cohort) {
    return db.all(
        [](const store::Row& row) {
            return Task{.position = row.get<int>(0),
                        .title = row.get<std::string>(1),
                        .help = row.get<std::string>(2),
                        .due = row.get<Day>(3),
                        .rev = row.get<std::int64_t>(4)};
        },
        R"sql(
            SELECT position, title, help, due_on, rev
              FROM cohort_tasks
             WHERE cohort_id = $1
             ORDER BY due_on, position
        )sql",
        cohort);
}

CohortId open_cohort(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
                     const Cohort& cohort) {
    Cohort made = cohort;
    made.id = db.new_id<Cohort>();
    made.programme = programme.id;
    const auto before = cohorts_of(db, programme.id);
    made.number = before.empty() ? 1 : before.back().number + 1;
    db.run(R"sql(
        INSERT INTO cohorts (id, programme_id, number, starts, opens, closes, places, status)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    )sql",
           made.id, made.programme, made.number, made.starts, made.opens, made.closes, made.places,
           made.status);
    for (const Part& part : dated(template_of(db, programme.id), made.starts))
        db.run(R"sql(
            INSERT INTO cohort_parts (cohort_id, position, part, title, who, kind, starts, ends,
                                      output, prepare)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        )sql",
               made.id, part.position, part.part, part.title, part.who, part.kind, part.starts,
               part.ends, part.output, part.prepare);
    for (const Task& task : template_tasks_of(db, programme.id))
        db.run(R"sql(
            INSERT INTO cohort_tasks (cohort_id, position, title, help, due_on)
            VALUES ($1, $2, $3, $4, $5)
        )sql",
               made.id, task.position, task.title, task.help,
               made.starts + std::chrono::days(task.due_after_days));
    renew_end(db, made.id);
    note(db, stamp, programme, "programmes.open_cohort", made.id.text(), described(made));
    return made.id;
}

bool save_cohort(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
                 const Cohort& cohort) {
    const bool saved = db.run(R"sql(
        UPDATE cohorts
           SET starts = $3, opens = $4, closes = $5, places = $6, status = $7, rev = rev + 1
         WHERE id = $1 AND rev = $2
    )sql",
                              cohort.id, cohort.rev, cohort.starts, cohort.opens, cohort.closes,
                              cohort.places, cohort.status) == 1;
    if (saved)
        note(db, stamp, programme, "programmes.save_cohort", cohort.id.text(), described(cohort));
    return saved;
}

bool save_part(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
               const Cohort& cohort, const Part& part) {
    const bool saved = db.run(R"sql(
        UPDATE cohort_parts
           SET title = $4, who = $5, starts = $6, ends = $7, output = $8, prepare = $9,
               rev = rev + 1
         WHERE cohort_id = $1 AND position = $2 AND rev = $3
    )sql",
                              cohort.id, part.position, part.rev, part.title, part.who, part.starts,
                              part.ends, part.output, part.prepare) == 1;
    if (!saved) return false;
    renew_end(db, cohort.id);
    note(db, stamp, programme, "programmes.save_cohort_part", cohort.id.text(),
         described(part, true));
    return true;
}

bool save_task(store::Writer& db, const store::Stamp& stamp, const Programme& programme,
               const Cohort& cohort, const Task& task) {
    const bool saved =
        db.run(R"sql(
        UPDATE cohort_tasks SET title = $4, help = $5, due_on = $6, rev = rev + 1
         WHERE cohort_id = $1 AND position = $2 AND rev = $3
    )sql",
               cohort.id, task.position, task.rev, task.title, task.help, task.due) == 1;
    if (!saved) return false;
    db.run(R"sql(
        UPDATE team_tasks SET title = $3, help = $4, due_on = $5, rev = rev + 1
         WHERE position = $2 AND done_on IS NULL
           AND enrolment_id IN (SELECT id FROM programme_enrolments WHERE cohort_id = $1)
    )sql",
           cohort.id, task.position, task.title, task.help, task.due,
           store::Scope::system("a programme's task is every team's").everywhere());
    note(db, stamp, programme, "programmes.save_cohort_task", cohort.id.text(),
         described(task, true));
    return true;
}

}  // namespace primum::programmes
