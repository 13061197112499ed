// pbcharts 0.1.0: Taylor's I prime chart, its moving standard deviations, and the run chart.

#include <algorithm>
#include <cmath>
#include <optional>

#include "points.h"
#include "runner.h"

namespace primum::golden {

namespace {

std::optional<spc::Chart> chart_of(const Case& golden) {
    if (golden.chart == "pbc_i") return spc::Chart::i_prime;
    if (golden.chart == "pbc_ms") return spc::Chart::moving_s;
    return golden.chart == "pbc_run" ? std::optional(spc::Chart::run) : std::nullopt;
}

spc::Options options_of(const Case& golden, spc::Chart chart) {
    const CaseOptions& given = golden.options;
    spc::Options options;
    options.chart = chart;
    options.screening = given.flag("screenms", false) ? spc::Screening::once : spc::Screening::off;
    options.clamping = spc::Clamping::none;
    options.multiply = given.number("multiply").value_or(1);
    options.given_centre = given.number("cl");
    options.given_sigma = given.number("sd");
    options.rules = spc::anhoej_rules();
    return options;
}

/// A value beside a denominator is an average and how many it is an average of; without a
/// denominator each value stands for itself.
Points points_of(const Case& golden, const SeriesRows& series) {
    const Grouped grouped(golden.input, series);
    Points points = grouped.points(golden.options, "exclude", "split");
    if (golden.input.has("numerator")) {
        grouped.add_ratios(points);
    } else if (golden.input.has("denominator")) {
        points.values = numbers_at(golden.input, "value", series.rows);
        points.denominators = numbers_at(golden.input, "denominator", series.rows);
        for (std::size_t i = 0; i < points.size(); ++i)
            points.values[i] *= points.denominators[i];
    } else {
        points.values = grouped.values(Aggregate::sum);
        points.denominators = grouped.subgroups().sizes;
    }
    const double freeze = golden.options.number("freeze").value_or(0);
    const bool is_valid = freeze >= 2 && freeze + 2 <= static_cast<double>(points.size());
    if (points.phases.size() < 2 && is_valid)
        points.phases = phases_of(points.phase, static_cast<std::size_t>(freeze));
    return points;
}

/// Lines are not drawn beyond the ends of the y axis: those given, or 0 to 1 for percentages.
double cut(const Case& golden, double line) {
    auto ends = golden.options.numbers("ylim");
    if (ends.size() < 2)
        ends = golden.options.flag("ypct", false) ? std::vector{0.0, 1.0}
                                                  : std::vector{spc::kMissing, spc::kMissing};
    if (line < ends[0]) return ends[0];
    return line > ends[1] ? ends[1] : line;
}

/// Missing where the point or its lines are, unless what is known is enough to say "outside".
double sigma_signal(double y, const spc::Limits& limits, bool excluded, bool outside) {
    if (outside) return 1;
    const bool unknown = std::isnan(y) || std::isnan(limits.lower) || std::isnan(limits.upper);
    return unknown && !excluded ? spc::kMissing : 0;
}

bool has_runs_signal(const spc::PhaseSummary& phase) {
    return phase.longest_run > phase.longest_run_most || phase.crossings < phase.crossings_least;
}

/// The lines of one point: none at a missing one, and moving deviations have no lower line.
spc::Limits limits_at(const Case& golden, const spc::Analysis& analysis, std::size_t i,
                      spc::Chart chart) {
    spc::Limits limits = analysis.limits_at(i);
    if (std::isnan(analysis.values[i])) limits.upper = limits.lower = spc::kMissing;
    if (chart == spc::Chart::moving_s) limits.lower = spc::kMissing;
    limits.lower = cut(golden, limits.lower);
    limits.upper = cut(golden, limits.upper);
    return limits;
}

void add_points(const Case& golden, const Points& points, const spc::Analysis& analysis,
                spc::Chart chart, Table& table) {
    for (std::size_t i = 0; i < points.size(); ++i) {
        const spc::Limits limits = limits_at(golden, analysis, i, chart);
        const double y = analysis.values[i];
        const std::size_t k = points.phase[i];
        const std::size_t baseline = points.phases[k].baseline;
        const bool outside = analysis.signals[i].all().has(spc::Rule::outside_limits);
        table["series"].push_back(points.series);
        table["i"].push_back(static_cast<double>(i + 1));
        table["y"].push_back(y);
        table["n"].push_back(points.denominators[i]);
        table["cl"].push_back(limits.centre);
        table["lcl"].push_back(limits.lower);
        table["ucl"].push_back(limits.upper);
        table["sigma_signal"].push_back(sigma_signal(y, limits, points.excluded[i] != 0, outside));
        table["runs_signal"].push_back(flag(has_runs_signal(analysis.phases[k])));
        table["part"].push_back(static_cast<double>(k + 1));
        table["baseline"].push_back(flag(baseline == 0 || i < points.phases[k].begin + baseline));
        table["include"].push_back(flag(points.excluded[i] == 0));
    }
}

void add_summary(const Points& points, const spc::Analysis& analysis, Table& table) {
    for (std::size_t k = 0; k < analysis.phases.size(); ++k) {
        const spc::PhaseSummary& phase = analysis.phases[k];
        const auto count = [&](std::size_t number) {
            return phase.useful == 0 ? spc::kMissing : static_cast<double>(number);
        };
        table["series"].push_back(points.series);
        table["part"].push_back(static_cast<double>(k + 1));
        table["n_obs"].push_back(static_cast<double>(phase.end - phase.begin));
        table["n_useful"].push_back(static_cast<double>(phase.useful));
        table["longest_run"].push_back(count(phase.longest_run));
        table["longest_run_max"].push_back(count(phase.longest_run_most));
        table["n_crossings"].push_back(count(phase.crossings));
        table["n_crossings_min"].push_back(count(phase.crossings_least));
        table["runs_signal"].push_back(flag(has_runs_signal(phase)));
    }
}

Answered pbc(const Case& golden) {
    const auto chart = chart_of(golden);
    if (!chart) return std::unexpected(NotSupported{"no such chart"});
    Answer answer;
    for (const auto& series : series_of(golden.input)) {
        const Points points = points_of(golden, series);
        const auto analysis = spc::analyse(points.to_analyse(), options_of(golden, *chart));
        if (analysis.problem) return Answer{.tables = {}, .refused = true};
        add_points(golden, points, analysis, *chart, answer.tables[""]);
        add_summary(points, analysis, answer.tables["summary"]);
    }
    return answer;
}

const Registered here{{"pbcharts", "pbc_*", pbc}};

}  // namespace

}  // namespace primum::golden
