#include "measures/uses.h"

namespace primum::measures {
namespace {

const store::Scope& scope() {
    static const auto kScope = store::Scope::system("how many keep a measure is no secret");
    return kScope;
}

}  // namespace

Uses uses_of(const store::Reader& db, MeasureId measure, Day day) {
    const auto read = [](const store::Row& row) {
        return Uses{.organisations = row.get<std::int64_t>(0), .series = row.get<std::int64_t>(1)};
    };
    return db
        .one(read, R"sql(
            SELECT count(DISTINCT organisation_id), count(*) FROM series
             WHERE measure_id = $1 AND (ends_on IS NULL OR ends_on >= $2)
        )sql",
             measure, day, scope().everywhere())
        .value_or(Uses());
}

std::int64_t charts_across(const store::Reader& db, MeasureId measure, Day day) {
    const auto read = [](const store::Row& row) { return row.get<std::int64_t>(0); };
    return db
        .one(read, R"sql(
            SELECT count(*) FROM series s
             WHERE s.measure_id = $1
               AND EXISTS (SELECT 1 FROM points p
                            WHERE p.organisation_id = s.organisation_id AND p.series_id = s.id
                              AND p.period < $2)
               AND EXISTS (SELECT 1 FROM points p
                            WHERE p.organisation_id = s.organisation_id AND p.series_id = s.id
                              AND p.period >= $2)
        )sql",
             measure, day, scope().everywhere())
        .value_or(0);
}

Experience experience_of(const store::Reader& db, MeasureId measure) {
    const auto read = [](const store::Row& row) {
        return Experience{.series = row.get<std::int64_t>(0),
                          .points = row.get<std::int64_t>(1),
                          .mean = row.get<std::optional<double>>(2).value_or(0)};
    };
    return db
        .one(read, R"sql(
            SELECT count(DISTINCT s.id), count(p.period), avg(p.numerator)
              FROM series s
              JOIN points p ON p.organisation_id = s.organisation_id AND p.series_id = s.id
             WHERE s.measure_id = $1
        )sql",
             measure, scope().everywhere())
        .value_or(Experience());
}

}  // namespace primum::measures
