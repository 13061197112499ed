#include "measures/point.h"

namespace primum::measures {
namespace {

Point read_point(const store::Row& row) {
    return {.said = {.period = row.get<Day>(0),
                     .numerator = row.get<std::optional<double>>(1),
                     .denominator = row.get<std::optional<double>>(2),
                     .note = row.get<std::string>(3),
                     .excluded = row.get<std::string>(4)},
            .entered_by = row.get<std::optional<std::string>>(5).value_or(""),
            .entered_at = row.get<Instant>(6),
            .import_id = row.get<std::string>(7),
            .rev = row.get<std::int64_t>(8)};
}

Revision read_revision(const store::Row& row) {
    return {.before = read_point(row),
            .replaced_by = row.get<std::optional<std::string>>(9).value_or(""),
            .replaced_at = row.get<Instant>(10),
            .removed = row.get<bool>(11),
            .why = row.get<std::string>(12)};
}

}  // namespace

std::vector<Point> points_of(const store::Reader& db, const store::Readable& organisation,
                             SeriesId series) {
    return db.all(read_point, R"sql(
        SELECT p.period, p.numerator, p.denominator, p.note, p.excluded, e.name, p.entered_at,
               p.import_id, p.rev
          FROM points p LEFT JOIN people e ON e.id = p.entered_by
         WHERE p.organisation_id = $1 AND p.series_id = $2 ORDER BY p.period
    )sql",
                  organisation, series);
}

std::optional<Point> find_point(const store::Reader& db, const store::Readable& organisation,
                                SeriesId series, Day period) {
    return db.one(read_point, R"sql(
        SELECT p.period, p.numerator, p.denominator, p.note, p.excluded, e.name, p.entered_at,
               p.import_id, p.rev
          FROM points p LEFT JOIN people e ON e.id = p.entered_by
         WHERE p.organisation_id = $1 AND p.series_id = $2 AND p.period = $3
    )sql",
                  organisation, series, period);
}

std::vector<Revision> revisions_of(const store::Reader& db, const store::Readable& organisation,
                                   SeriesId series) {
    return db.all(read_revision, R"sql(
        SELECT r.period, r.numerator, r.denominator, r.note, r.excluded, e.name, r.entered_at,
               r.import_id, r.rev, b.name, r.replaced_at, r.removed, r.why
          FROM point_revisions r
          LEFT JOIN people e ON e.id = r.entered_by
          LEFT JOIN people b ON b.id = r.replaced_by
         WHERE r.organisation_id = $1 AND r.series_id = $2
         ORDER BY r.replaced_at DESC, r.period DESC, r.rev DESC
    )sql",
                  organisation, series);
}

}  // namespace primum::measures
