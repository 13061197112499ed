#include "programmes/enrolment.h"

#include <algorithm>

#include "programmes/enrolment_rows.h"

namespace primum::programmes {

namespace {

constexpr Day kForEver = std::chrono::year(9999) / 12 / 31;

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

}  // namespace

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

}  // namespace primum::programmes
