#include "measures/reading.h"

#include <algorithm>
#include <array>

#include "spc/names.h"

namespace primum::measures {
namespace {

/// The value whose short name this is.
template <class Value, std::size_t N>
Value named(std::string_view name, const std::array<Value, N>& all, Value otherwise) {
    for (const Value value : all)
        if (spc::name_of(value) == name) return value;
    return otherwise;
}

constexpr std::array kVariations = {spc::Variation::none,
                                    spc::Variation::common,
                                    spc::Variation::improvement_high,
                                    spc::Variation::improvement_low,
                                    spc::Variation::concern_high,
                                    spc::Variation::concern_low,
                                    spc::Variation::neutral_high,
                                    spc::Variation::neutral_low};
constexpr std::array kAssurances = {spc::Assurance::none, spc::Assurance::pass,
                                    spc::Assurance::fail, spc::Assurance::inconsistent};

Reading read_reading(const store::Row& row, int at) {
    const auto variation = named(row.get<std::string>(at + 8), kVariations, spc::Variation::none);
    const auto assurance = named(row.get<std::string>(at + 9), kAssurances, spc::Assurance::none);
    return {.revision = row.get<std::int64_t>(at),
            .points = static_cast<int>(row.get<std::int64_t>(at + 1)),
            .latest = row.get<std::optional<Day>>(at + 2),
            .value = row.get<std::optional<double>>(at + 3),
            .centre = row.get<std::optional<double>>(at + 4),
            .lower = row.get<std::optional<double>>(at + 5),
            .upper = row.get<std::optional<double>>(at + 6),
            .target = row.get<std::optional<double>>(at + 7),
            .variation = variation,
            .assurance = assurance,
            .standing = datasets::standing_of(variation, assurance),
            .signal_rule = row.get<std::string>(at + 10),
            .signal_since = row.get<std::optional<Day>>(at + 11)};
}

Line read_line(const store::Row& row) {
    return {.series = read_series(row),
            .organisation_name = row.get<std::string>(14),
            .measure_name = row.get<std::string>(15),
            .reading = read_reading(row, 16)};
}

}  // namespace

std::optional<Reading> find_reading(const store::Reader& db, const store::Readable& organisation,
                                    SeriesId series) {
    const auto read = [](const store::Row& row) { return read_reading(row, 0); };
    return db.one(read, R"sql(
        SELECT revision, points, latest, value, centre, lower, upper, target, variation, assurance,
               signal_rule, signal_since
          FROM series_readings WHERE organisation_id = $1 AND series_id = $2
    )sql",
                  organisation, series);
}

std::vector<Line> lines_of(const store::Reader& db, const store::Readable& organisation) {
    auto lines = db.all(read_line, R"sql(
        SELECT s.id, s.organisation_id, s.measure_id, s.code, s.stratum, s.chart, s.rules,
               s.starts_on, s.ends_on, s.due_days, s.keeper_id, s.audience, s.revision, s.rev,
               o.name, v.name,
               COALESCE(r.revision, 0), COALESCE(r.points, 0), r.latest, r.value, r.centre, r.lower,
               r.upper, r.target, COALESCE(r.variation, 'none'), COALESCE(r.assurance, 'none'),
               COALESCE(r.signal_rule, ''), r.signal_since
          FROM series s
          JOIN organisations o ON o.id = s.organisation_id
          JOIN measure_versions v ON v.measure_id = s.measure_id
           AND v.number = (SELECT MAX(l.number) FROM measure_versions l
                            WHERE l.measure_id = s.measure_id)
          LEFT JOIN series_readings r
            ON r.organisation_id = s.organisation_id AND r.series_id = s.id
         WHERE s.organisation_id = $1
         ORDER BY v.name, s.stratum
    )sql",
                        organisation);
    std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) {
        return a.reading.standing < b.reading.standing;
    });
    return lines;
}

std::vector<Line> lines_below(const store::Reader& db, const store::ReadableTree& top,
                              const MeasureId& measure, Day day, std::size_t offset,
                              std::size_t limit) {
    // A country sorts 20,000 of them to show 24: by what orders them alone, the rest is asked
    // later.
    return db.all(read_line, R"sql(
        SELECT s.id, s.organisation_id, s.measure_id, s.code, s.stratum, s.chart, s.rules,
               s.starts_on, s.ends_on, s.due_days, s.keeper_id, s.audience, s.revision, s.rev,
               o.name, v.name,
               COALESCE(r.revision, 0), COALESCE(r.points, 0), r.latest, r.value, r.centre, r.lower,
               r.upper, r.target, COALESCE(r.variation, 'none'), COALESCE(r.assurance, 'none'),
               COALESCE(r.signal_rule, ''), r.signal_since
          FROM (SELECT s.organisation_id, s.id, o.name, COALESCE(r.standing, 6) AS standing
                  FROM organisation_closure c
                  JOIN series s ON s.organisation_id = c.descendant_id AND s.measure_id = $2
                  JOIN organisations o ON o.id = s.organisation_id
                  LEFT JOIN series_readings r
                    ON r.organisation_id = s.organisation_id AND r.series_id = s.id
                 WHERE c.ancestor_id = $1 AND c.valid_from <= $3 AND c.valid_to >= $3
                 ORDER BY standing, o.name, s.stratum, s.id
                 LIMIT $5 OFFSET $4) o
          JOIN series s ON s.organisation_id = o.organisation_id AND s.id = o.id
          JOIN measure_versions v ON v.measure_id = s.measure_id
           AND v.number = (SELECT MAX(l.number) FROM measure_versions l
                            WHERE l.measure_id = s.measure_id)
          LEFT JOIN series_readings r
            ON r.organisation_id = s.organisation_id AND r.series_id = s.id
         ORDER BY o.standing, o.name, s.stratum, s.id
    )sql",
                  top, measure, day, static_cast<std::int64_t>(offset),
                  static_cast<std::int64_t>(limit));
}

void keep_reading(store::Writer& db, const store::Writable& organisation, SeriesId series,
                  const Reading& reading) {
    db.run(R"sql(
        INSERT INTO series_readings (organisation_id, series_id, revision, points, latest, value,
                                     centre, lower, upper, target, variation, assurance, standing,
                                     signal_rule, signal_since)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
        ON CONFLICT (organisation_id, series_id) DO UPDATE
           SET revision = excluded.revision, points = excluded.points, latest = excluded.latest,
               value = excluded.value, centre = excluded.centre, lower = excluded.lower,
               upper = excluded.upper, target = excluded.target, variation = excluded.variation,
               assurance = excluded.assurance, standing = excluded.standing,
               signal_rule = excluded.signal_rule, signal_since = excluded.signal_since
    )sql",
           organisation, series, reading.revision, reading.points, reading.latest, reading.value,
           reading.centre, reading.lower, reading.upper, reading.target,
           spc::name_of(reading.variation), spc::name_of(reading.assurance),
           static_cast<std::int64_t>(reading.standing), reading.signal_rule, reading.signal_since);
}

}  // namespace primum::measures
