#include "boards/sums.h"

#include <algorithm>

namespace primum::boards {
namespace {

/// The chart for as many cases as a sum has: chance between single patients would draw limits so
/// narrow that every season and every merger is a signal, so the spread from period to period is
/// measured as well. Source: Laney, Quality Engineering 14 (2002).
spc::Chart chart_of_sums(spc::Chart chart) {
    if (chart == spc::Chart::p) return spc::Chart::p_prime;
    if (chart == spc::Chart::u) return spc::Chart::u_prime;
    return chart;
}

}  // namespace

measures::Material material_of_sums(OrganisationId id, const measures::Measure& measure,
                                    std::vector<measures::Point> points) {
    measures::Series series{.organisation = id,
                            .measure = measure.id,
                            .code = measures::series_code(measure.code, ""),
                            .chart = chart_of_sums(measure.now().chart)};
    if (!points.empty()) series.starts = points.front().said.period;
    return {.measure = measure, .series = std::move(series), .points = std::move(points)};
}

std::optional<Sums> sums_of(const store::Reader& db, const store::Readable& organisation,
                            OrganisationId id, const measures::Measure& measure, Day until) {
    if (!measures::is_additive(measure.now())) return {};
    std::vector<measures::Point> points;
    Sums sums;
    for (const measures::Total& total : measures::totals_of(db, organisation, measure.id)) {
        if (total.period > until) break;
        measures::Said said{.period = total.period, .numerator = total.numerator};
        if (measure.now().divides()) said.denominator = total.denominator;
        points.push_back({.said = std::move(said)});
        sums.reported = total.series;
        sums.most = std::max(sums.most, total.series);
    }
    if (points.empty()) return {};
    sums.material = material_of_sums(id, measure, std::move(points));
    return sums;
}

std::vector<measures::MeasureId> measures_below(const store::Reader& db,
                                                const store::Readable& organisation) {
    const auto read = [](const store::Row& row) { return row.get<measures::MeasureId>(0); };
    return db.all(read, R"sql(
        SELECT m.id FROM measures m
         WHERE EXISTS (SELECT 1 FROM measure_totals t
                        WHERE t.organisation_id = $1 AND t.measure_id = m.id AND t.series > 0)
         ORDER BY m.code
    )sql",
                  organisation);
}

}  // namespace primum::boards
