// qicharts2 0.8.1: Shewhart charts and run charts with Anhoej's runs analysis.

#include <algorithm>
#include <cmath>
#include <optional>

#include "points.h"
#include "runner.h"
#include "spc/runs_box.h"

namespace primum::golden {

namespace {

constexpr std::pair<std::string_view, spc::Chart> kCharts[] = {
    {"run", spc::Chart::run},    {"i", spc::Chart::individuals}, {"mr", spc::Chart::moving_range},
    {"ip", spc::Chart::i_prime}, {"xbar", spc::Chart::x_bar},    {"s", spc::Chart::s},
    {"t", spc::Chart::t},        {"p", spc::Chart::p},           {"pp", spc::Chart::p_prime},
    {"c", spc::Chart::c},        {"u", spc::Chart::u},           {"up", spc::Chart::u_prime},
    {"g", spc::Chart::g},
};

constexpr std::string_view kOptions[] = {"screened_mr", "y.neg",   "multiply", "cl",   "agg.fun",
                                         "method",      "exclude", "freeze",   "part", "target"};

std::optional<spc::Chart> chart_of(const Case& golden) {
    const auto found =
        std::ranges::find(kCharts, golden.chart, &std::pair<std::string_view, spc::Chart>::first);
    return found == std::end(kCharts) ? std::nullopt : std::optional(found->second);
}

spc::Options options_of(const Case& golden, spc::Chart chart, const Points& points) {
    const CaseOptions& given = golden.options;
    spc::Options options;
    options.chart = chart;
    options.factor = spc::Factor::textbook;
    options.screening =
        given.flag("screened_mr", true) ? spc::Screening::once : spc::Screening::off;
    options.clamping = given.flag("y.neg", true) ? spc::Clamping::natural : spc::Clamping::at_zero;
    options.multiply = given.number("multiply").value_or(1);
    options.given_centre = given.number("cl");
    // A t chart's centre is given as it would be drawn before it is raised to 3.6.
    if (chart == spc::Chart::t && options.given_centre)
        options.given_centre = std::pow(*options.given_centre, 3.6);
    // Names have no neighbours, so p' and u' charts of them take a plain standard deviation.
    const bool primed = chart == spc::Chart::p_prime || chart == spc::Chart::u_prime;
    if (primed && !is_sequence(points.x)) options.dispersion = spc::Dispersion::standard_deviation;
    options.rules = spc::anhoej_rules();
    return options;
}

Aggregate aggregate_of(const Case& golden) {
    const std::string name = golden.options.text("agg.fun", "mean");
    if (name == "sum") return Aggregate::sum;
    if (name == "median") return Aggregate::median;
    return name == "sd" ? Aggregate::sd : Aggregate::mean;
}

Points points_of(const Case& golden, const SeriesRows& series, spc::Chart chart) {
    const Grouped grouped(golden.input, series);
    Points points = grouped.points(golden.options, "exclude", "part");
    if (points.phases.size() < 2)  // limits are not frozen where they are split
        points.phases = phases_of(
            points.phase, static_cast<std::size_t>(golden.options.number("freeze").value_or(0)));
    if (golden.input.has("denominator")) {
        grouped.add_ratios(points);
        return points;
    }
    const spc::Subgroups subgroups = grouped.subgroups();
    switch (chart) {
        case spc::Chart::x_bar:
            points.values = subgroups.means;
            points.spreads = subgroups.sds;
            points.denominators = subgroups.sizes;
            break;
        case spc::Chart::s:
            points.values = subgroups.sds;
            points.denominators = subgroups.sizes;
            break;
        case spc::Chart::run:
        case spc::Chart::individuals:
        case spc::Chart::moving_range:
        case spc::Chart::g:
        case spc::Chart::t:
            points.values = grouped.values(aggregate_of(golden));
            break;
        case spc::Chart::c:
            points.values = grouped.values(Aggregate::sum);
            break;
        default:
            points.values = grouped.values(Aggregate::sum);
            points.denominators = subgroups.sizes;
            break;
    }
    return points;
}

/// How runs are judged; empty where they are not: moving ranges, and points in no order.
using RunsMethod = spc::RunsBox (*)(std::size_t useful);

RunsMethod runs_method(const Case& golden, const Points& points) {
    if (golden.chart == "mr" || !is_sequence(points.x)) return nullptr;
    const std::string method = golden.options.text("method", "anhoej");
    if (method == "bestbox") return spc::best_box;
    return method == "cutbox" ? spc::cut_box : spc::anhoej_box;
}

bool has_runs_signal(const spc::PhaseSummary& phase, RunsMethod method) {
    return method != nullptr && phase.useful > 0 &&
           !method(phase.useful).allows(phase.crossings, phase.longest_run);
}

bool is_outside(double y, const spc::Limits& limits) {
    return y < limits.lower || y > limits.upper;
}

void add_points(const Points& points, const spc::Analysis& analysis, RunsMethod method,
                Table& table) {
    std::vector<double> runs_signals;
    for (const spc::PhaseSummary& phase : analysis.phases)
        runs_signals.push_back(flag(has_runs_signal(phase, method)));
    for (std::size_t i = 0; i < points.size(); ++i) {
        const spc::Limits& limits = analysis.limits_at(i);
        const double y = analysis.values[i];
        const std::size_t k = points.phase[i];
        const std::size_t baseline = points.phases[k].baseline;
        table["series"].push_back(points.series);
        table["i"].push_back(static_cast<double>(i + 1));
        table["x"].push_back(points.x[i]);
        table["y"].push_back(y);
        const double n = points.denominators.empty() ? 0 : points.denominators[i];
        table["n"].push_back(std::isnan(n) ? 0 : n);
        table["cl"].push_back(limits.centre);
        table["lcl"].push_back(limits.lower);
        table["ucl"].push_back(limits.upper);
        table["lcl95"].push_back(limits.lower2);
        table["ucl95"].push_back(limits.upper2);
        // Our rules pass over excluded points; qicharts2 says of them too where they lie.
        const bool outside = points.excluded[i] != 0
                                 ? is_outside(y, limits)
                                 : analysis.signals[i].all().has(spc::Rule::outside_limits);
        table["sigma_signal"].push_back(flag(outside));
        table["runs_signal"].push_back(runs_signals[k]);
        table["part"].push_back(static_cast<double>(k + 1));
        table["baseline"].push_back(flag(baseline == 0 || i < points.phases[k].begin + baseline));
        table["include"].push_back(flag(points.excluded[i] == 0));
    }
}

double mean_of(const Table& points, std::string_view column, std::size_t from, std::size_t to) {
    double sum = 0;
    int there = 0;
    for (std::size_t row = from; row < to; ++row) {
        const double value = (*points.find(column))[row].number;
        if (std::isnan(value)) continue;
        sum += value;
        ++there;
    }
    return there == 0 ? spc::kMissing : sum / there;
}

/// One row a phase; `before` rows of `rows` belong to series before this one.
void add_summary(const Points& points, const spc::Analysis& analysis, RunsMethod method,
                 const Table& rows, std::size_t before, Table& table) {
    for (std::size_t k = 0; k < analysis.phases.size(); ++k) {
        const spc::PhaseSummary& phase = analysis.phases[k];
        const auto mean = [&](std::string_view column) {
            return mean_of(rows, column, before + phase.begin, before + phase.end);
        };
        const auto count = [&](std::size_t number) {
            return phase.useful == 0 ? spc::kMissing : static_cast<double>(number);
        };
        const auto excluded = points.excluded.begin();
        const auto included = std::count(excluded + static_cast<std::ptrdiff_t>(phase.begin),
                                         excluded + static_cast<std::ptrdiff_t>(phase.end), 0);
        double outside = 0;
        for (std::size_t i = phase.begin; i < phase.end; ++i)
            outside += (*rows.find("sigma_signal"))[before + i].number;

        table["series"].push_back(points.series);
        table["part"].push_back(static_cast<double>(k + 1));
        table["n_obs"].push_back(static_cast<double>(included));
        table["n_useful"].push_back(static_cast<double>(phase.useful));
        table["longest_run"].push_back(count(phase.longest_run));
        table["longest_run_max"].push_back(count(phase.longest_run_most));
        table["n_crossings"].push_back(count(phase.crossings));
        table["n_crossings_min"].push_back(count(phase.crossings_least));
        table["runs_signal"].push_back(flag(has_runs_signal(phase, method)));
        table["aLCL"].push_back(mean("lcl"));
        table["aLCL_95"].push_back(mean("lcl95"));
        table["CL"].push_back(mean("cl"));
        table["aUCL_95"].push_back(mean("ucl95"));
        table["aUCL"].push_back(mean("ucl"));
        table["sigma_signal"].push_back(outside);
    }
}

Answered qic(const Case& golden) {
    const auto chart = chart_of(golden);
    if (!chart) return std::unexpected(NotSupported{"no such chart"});
    if (const auto unknown = golden.options.unknown_but(kOptions))
        return std::unexpected(NotSupported{"option " + *unknown});

    Answer answer;
    Table& rows = answer.tables[""];
    for (const auto& series : series_of(golden.input)) {
        const Points points = points_of(golden, series, *chart);
        const auto analysis = spc::analyse(points.to_analyse(), options_of(golden, *chart, points));
        if (analysis.problem) return Answer{.tables = {}, .refused = true};
        const RunsMethod method = runs_method(golden, points);
        const std::size_t before = rows.rows();
        add_points(points, analysis, method, rows);
        add_summary(points, analysis, method, rows, before, answer.tables["summary"]);
    }
    return answer;
}

const Registered here{
    {"qicharts2", "run", qic}, {"qicharts2", "i", qic},    {"qicharts2", "mr", qic},
    {"qicharts2", "ip", qic},  {"qicharts2", "xbar", qic}, {"qicharts2", "s", qic},
    {"qicharts2", "t", qic},   {"qicharts2", "p", qic},    {"qicharts2", "pp", qic},
    {"qicharts2", "c", qic},   {"qicharts2", "u", qic},    {"qicharts2", "up", qic},
    {"qicharts2", "g", qic},
};

}  // namespace

}  // namespace primum::golden
