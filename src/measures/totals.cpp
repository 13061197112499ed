#include "measures/totals.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "measures/point.h"

namespace primum::measures {
namespace {

const store::Scope& scope() {
    static const auto kScope =
        store::Scope::system("what an organisation reports is added up above it");
    return kScope;
}

Total read_total(const store::Row& row) {
    return {.period = row.get<Day>(0),
            .numerator = row.get<double>(1),
            .denominator = row.get<double>(2),
            .series = row.get<std::int64_t>(3)};
}

StandingCount read_standing(const store::Row& row) {
    return {.measure = row.get<MeasureId>(0),
            .kind = row.get<std::string>(1),
            .standing = static_cast<datasets::Standing>(row.get<std::int64_t>(2)),
            .series = row.get<std::int64_t>(3)};
}

void write_total(store::Writer& db, OrganisationId organisation, const MeasureId& measure,
                 Day period, const Total& change) {
    if (change.series == 0 && change.numerator == 0 && change.denominator == 0) return;
    db.run(R"sql(
        INSERT INTO measure_totals (organisation_id, measure_id, period, numerator, denominator,
                                    series)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (organisation_id, measure_id, period) DO UPDATE
           SET numerator = measure_totals.numerator + excluded.numerator,
               denominator = measure_totals.denominator + excluded.denominator,
               series = measure_totals.series + excluded.series
    )sql",
           scope().may_write(organisation), measure, period, change.numerator, change.denominator,
           change.series);
}

}  // namespace

std::vector<Total> totals_of(const store::Reader& db, const store::Readable& organisation,
                             const MeasureId& measure) {
    return db.all(read_total, R"sql(
        SELECT period, numerator, denominator, series FROM measure_totals
         WHERE organisation_id = $1 AND measure_id = $2 AND series > 0 ORDER BY period
    )sql",
                  organisation, measure);
}

bool has_totals(const store::Reader& db, const store::Readable& organisation,
                const MeasureId& measure) {
    const auto any = [](const store::Row&) { return true; };
    return db
        .one(any, R"sql(
        SELECT 1 FROM measure_totals WHERE organisation_id = $1 AND measure_id = $2 LIMIT 1
    )sql",
             organisation, measure)
        .has_value();
}

std::vector<StandingCount> standings_below(const store::Reader& db,
                                           const store::Readable& organisation) {
    return db.all(read_standing, R"sql(
        SELECT measure_id, kind, standing, series FROM measure_standings
         WHERE organisation_id = $1 AND series > 0 ORDER BY measure_id, kind, standing
    )sql",
                  organisation);
}

const TotalChanges::Above& TotalChanges::above(const Series& series) {
    if (latest_ != nullptr && latest_->organisation == series.organisation &&
        latest_->measure == series.measure)
        return *latest_;
    const auto [found, is_new] = above_.try_emplace({series.organisation, series.measure});
    latest_ = &found->second;
    if (!is_new) return found->second;
    found->second.organisation = series.organisation;
    found->second.measure = series.measure;
    const auto read = [&](const store::Row& row) {
        const auto id = row.get<OrganisationId>(0);
        return Ancestor{.id = id,
                        .from = row.get<Day>(1),
                        .until = row.get<Day>(2),
                        .depth = row.get<std::int64_t>(3),
                        .speaks_for_itself = row.get<bool>(4),
                        .changes = &points_[{id, series.measure}]};
    };
    found->second.ancestors = db_.all(read, R"sql(
        SELECT c.ancestor_id, c.valid_from, c.valid_to, c.depth,
               CASE WHEN s.id IS NULL THEN 0 ELSE 1 END
          FROM organisation_closure c
          LEFT JOIN series s ON s.organisation_id = c.ancestor_id AND s.measure_id = $2
                            AND s.stratum = ''
         WHERE c.descendant_id = $1 AND c.depth > 0 ORDER BY c.depth
    )sql",
                                      series.organisation, series.measure, scope().everywhere());
    const auto kind = [](const store::Row& row) { return row.get<std::string>(0); };
    found->second.kind = db_.one(kind, R"sql(
        SELECT kind FROM organisations WHERE id = $1
    )sql",
                                 series.organisation)
                             .value_or("");
    return found->second;
}

void TotalChanges::point(const Series& series, Day period, const Total& before,
                         const Total& after) {
    for (const Ancestor& ancestor : above(series).ancestors) {
        if (period < ancestor.from || ancestor.until < period) continue;
        Total& change = (*ancestor.changes)[period];
        change.numerator += after.numerator - before.numerator;
        change.denominator += after.denominator - before.denominator;
        change.series += after.series - before.series;
        if (ancestor.speaks_for_itself) return;
    }
}

void TotalChanges::standing(const Series& series, Day today,
                            std::optional<datasets::Standing> before, datasets::Standing after) {
    if (before == after) return;
    if (before) count(series, today, *before, -1);
    count(series, today, after, 1);
}

void TotalChanges::count(const Series& series, Day today, datasets::Standing standing, int by) {
    const Above& place = above(series);
    for (const Ancestor& ancestor : place.ancestors)
        if (ancestor.from <= today && today <= ancestor.until)
            standings_[{ancestor.id, series.measure, place.kind, standing}] += by;
}

void TotalChanges::whole(const Series& series, Day today, int by) {
    const auto readable = scope().may_read(series.organisation);
    const auto read = [](const store::Row& row) {
        return static_cast<datasets::Standing>(row.get<std::int64_t>(0));
    };
    const auto stands = db_.one(read, R"sql(
        SELECT standing FROM series_readings WHERE organisation_id = $1 AND series_id = $2
    )sql",
                                readable, series.id);
    if (stands) count(series, today, *stands, by);
    if (!series.stratum.empty()) return;
    for (const Point& one : points_of(db_, readable, series.id)) {
        if (!one.counts()) continue;
        const Total total{.period = one.said.period,
                          .numerator = *one.said.numerator,
                          .denominator = one.said.denominator.value_or(0),
                          .series = 1};
        by > 0 ? point(series, total.period, {}, total) : point(series, total.period, total, {});
    }
}

void TotalChanges::write(store::Writer& db) {
    for (auto& [key, changes] : points_) {
        for (const auto& [period, change] : changes)
            write_total(db, key.first, key.second, period, change);
        changes.clear();
    }
    for (const auto& [key, change] : standings_) {
        const auto& [organisation, measure, kind, standing] = key;
        if (change == 0) continue;
        db.run(R"sql(
            INSERT INTO measure_standings (organisation_id, measure_id, kind, standing, series)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (organisation_id, measure_id, kind, standing) DO UPDATE
               SET series = measure_standings.series + excluded.series
        )sql",
               scope().may_write(organisation), measure, kind, static_cast<std::int64_t>(standing),
               change);
    }
    standings_.clear();
}

void rebuild_totals(store::Writer& db, const Measure& measure) {
    db.run(R"sql(
        DELETE FROM measure_totals WHERE measure_id = $1
    )sql",
           measure.id, scope().everywhere());
    db.run(R"sql(
        DELETE FROM measure_standings WHERE measure_id = $1
    )sql",
           measure.id, scope().everywhere());
    TotalChanges changes(db);
    const Day today = std::chrono::floor<std::chrono::days>(db.now());
    for (const Series& series : all_series_of(db, scope(), measure.id))
        changes.add(series, today);
    changes.write(db);
}

std::size_t TotalChanges::differences(const MeasureId& measure) const {
    auto points = points_;
    auto standings = standings_;
    db_.each(
        [&](const store::Row& row) {
            Total& total = points[{row.get<OrganisationId>(0), measure}][row.get<Day>(1)];
            total.numerator -= row.get<double>(2);
            total.denominator -= row.get<double>(3);
            total.series -= row.get<std::int64_t>(4);
        },
        R"sql(
        SELECT organisation_id, period, numerator, denominator, series FROM measure_totals
         WHERE measure_id = $1
    )sql",
        measure, scope().everywhere());
    db_.each(
        [&](const store::Row& row) {
            standings[{row.get<OrganisationId>(0), measure, row.get<std::string>(1),
                       static_cast<datasets::Standing>(row.get<std::int64_t>(2))}] -=
                row.get<std::int64_t>(3);
        },
        R"sql(
        SELECT organisation_id, kind, standing, series FROM measure_standings
         WHERE measure_id = $1
    )sql",
        measure, scope().everywhere());
    // Fractions are added in another order, and differ in their last digits.
    constexpr double kNothing = 1e-6;
    const auto wrong = [](const Total& total) {
        return total.series != 0 || std::abs(total.numerator) > kNothing ||
               std::abs(total.denominator) > kNothing;
    };
    auto count = std::ranges::count_if(standings, [](const auto& one) { return one.second != 0; });
    for (const auto& [key, totals] : points)
        count += std::ranges::count_if(totals, [&](const auto& one) { return wrong(one.second); });
    return static_cast<std::size_t>(count);
}

std::size_t wrong_totals(const store::Reader& db, const Measure& measure, Day today) {
    TotalChanges all(db);
    for (const Series& series : all_series_of(db, scope(), measure.id))
        all.add(series, today);
    return all.differences(measure.id);
}

}  // namespace primum::measures
