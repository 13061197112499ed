// qcc 2.7 (charts) and 3.0 (each rule on its own).

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <optional>
#include <string>

#include "points.h"
#include "runner.h"

namespace primum::golden {

namespace {

constexpr std::pair<std::string_view, spc::Chart> kCharts[] = {
    {"xbar.one", spc::Chart::individuals},
    {"xbar", spc::Chart::x_bar},
    {"R", spc::Chart::r},
    {"S", spc::Chart::s},
    {"p", spc::Chart::p},
    {"np", spc::Chart::np},
    {"u", spc::Chart::u},
    {"c", spc::Chart::c},
    {"g", spc::Chart::g},
};

/// "qcc_np", "rules_xbar.one"
std::optional<spc::Chart> chart_of(const Case& golden) {
    const std::string name = golden.chart.substr(golden.chart.find('_') + 1);
    const auto found =
        std::ranges::find(kCharts, name, &std::pair<std::string_view, spc::Chart>::first);
    return found == std::end(kCharts) ? std::nullopt : std::optional(found->second);
}

constexpr std::pair<std::string_view, spc::SubgroupSigma> kEstimators[] = {
    {"UWAVE-R", spc::SubgroupSigma::mean_ranges},  {"UWAVE-SD", spc::SubgroupSigma::mean_sds},
    {"MVLUE-R", spc::SubgroupSigma::mvlue_ranges}, {"MVLUE-SD", spc::SubgroupSigma::mvlue_sds},
    {"RMSDF", spc::SubgroupSigma::rms_pooled},
};

bool uses_ranges(spc::SubgroupSigma estimator) {
    return estimator == spc::SubgroupSigma::mean_ranges ||
           estimator == spc::SubgroupSigma::mvlue_ranges;
}

/// Unless chosen: ranges for subgroups of up to 25, the pooled deviation for larger ones.
spc::SubgroupSigma estimator_of(const Case& golden, spc::Chart chart,
                                const spc::Subgroups& subgroups) {
    const std::string name = golden.options.text("std.dev", "");
    const auto found = std::ranges::find(kEstimators, name,
                                         &std::pair<std::string_view, spc::SubgroupSigma>::first);
    if (found != std::end(kEstimators)) return found->second;
    if (chart == spc::Chart::r) return spc::SubgroupSigma::mean_ranges;
    if (chart == spc::Chart::s) return spc::SubgroupSigma::mean_sds;
    return std::ranges::any_of(subgroups.sizes, [](double n) { return n > 25; })
               ? spc::SubgroupSigma::rms_pooled
               : spc::SubgroupSigma::mean_ranges;
}

bool is_of_subgroups(spc::Chart chart) {
    return chart == spc::Chart::x_bar || chart == spc::Chart::s || chart == spc::Chart::r;
}

Points points_of(const Case& golden, const SeriesRows& series, const spc::Options& options) {
    const Grouped grouped(golden.input, series);
    Points points = grouped.points(golden.options, "exclude", "part");
    if (golden.input.has("denominator")) {
        grouped.add_ratios(points);
    } else if (is_of_subgroups(options.chart)) {
        spc::Subgroups subgroups = grouped.subgroups();
        points.denominators = std::move(subgroups.sizes);
        points.values = options.chart == spc::Chart::x_bar ? subgroups.means
                        : options.chart == spc::Chart::r   ? subgroups.ranges
                                                           : subgroups.sds;
        points.spreads = uses_ranges(options.subgroup_sigma) ? subgroups.ranges : subgroups.sds;
    } else {
        points.values = grouped.values(Aggregate::sum);
    }
    points.phases = phases_of(
        points.phase, static_cast<std::size_t>(golden.options.number("baseline").value_or(0)));
    return points;
}

spc::Options options_of(const Case& golden, spc::Chart chart, const spc::Subgroups& subgroups) {
    const CaseOptions& given = golden.options;
    spc::Options options;
    options.chart = chart;
    options.factor = spc::Factor::textbook;
    options.screening = spc::Screening::off;
    options.sigmas = given.number("nsigmas").value_or(3);
    options.probability = given.number("confidence.level").value_or(0);
    const bool normal = chart == spc::Chart::x_bar || chart == spc::Chart::individuals;
    if (options.probability > 0 && normal) {  // so many sigmas of a normal distribution
        options.sigmas =
            boost::math::quantile(boost::math::normal(), (1 + options.probability) / 2);
        options.probability = 0;
    }
    options.given_centre = given.number("center");
    options.given_sigma = given.number("std.dev");
    options.g_centre = spc::GCentre::mean;
    options.g_counts = spc::GCounts::from_one;
    if (given.text("std.dev", "") == "SD") options.dispersion = spc::Dispersion::standard_deviation;
    options.subgroup_sigma = estimator_of(golden, chart, subgroups);
    options.spread_centre = spc::SpreadCentre::weighted_mean;
    return options;
}

constexpr int kRun = 7;

spc::Rules rules_of_charts() {
    spc::Rules rules = spc::no_rules();
    rules.outside_sigmas = 3;
    rules.shift_points = kRun;
    rules.flags = spc::Flagged::from_completion;
    return rules;
}

/// The numbers of the points on which a rule fired: those above first, then those below.
std::string list_of(const spc::Analysis& analysis, spc::Rule rule) {
    std::string list;
    for (const auto side : {&spc::PointSignals::high, &spc::PointSignals::low})
        for (std::size_t i = 0; i < analysis.signals.size(); ++i)
            if ((analysis.signals[i].*side).has(rule))
                list += (list.empty() ? "" : ";") + std::to_string(i + 1);
    return list;
}

void add_lines(const Points& points, const spc::Analysis& analysis, std::size_t i, Table& table) {
    const spc::Limits& limits = analysis.limits_at(i);
    table["i"].push_back(static_cast<double>(i + 1));
    table["y"].push_back(analysis.values[i]);
    if (!points.denominators.empty()) table["n"].push_back(points.denominators[i]);
    table["cl"].push_back(limits.centre);
    table["lcl"].push_back(limits.lower);
    table["ucl"].push_back(limits.upper);
}

void add_summary(const Points& points, const spc::Analysis& analysis, spc::Chart chart,
                 Table& table) {
    const double sigma = analysis.phases.front().sigma;
    const bool counts = chart == spc::Chart::np;  // the deviation of a count, not of one trial
    table["center"].push_back(analysis.limits_at(0).centre);
    table["std_dev"].push_back(counts ? sigma * std::sqrt(points.denominators[0]) : sigma);
    table["beyond_limits"].push_back(Cell{list_of(analysis, spc::Rule::outside_limits)});
    table["violating_runs"].push_back(Cell{list_of(analysis, spc::Rule::shift)});
    table["run_length"].push_back(kRun);
}

struct Analysed {
    Points points;
    spc::Analysis analysis;
};

std::optional<Analysed> analyse(const Case& golden, spc::Chart chart, const spc::Rules& rules) {
    const auto series = series_of(golden.input).front();
    const auto subgroups = Grouped(golden.input, series).subgroups();
    spc::Options options = options_of(golden, chart, subgroups);
    options.rules = rules;
    Points points = points_of(golden, series, options);
    spc::Analysis analysis = spc::analyse(points.to_analyse(), options);
    if (analysis.problem) return std::nullopt;
    return Analysed{std::move(points), std::move(analysis)};
}

constexpr std::string_view kOptions[] = {"baseline", "nsigmas", "confidence.level",
                                         "center",   "std.dev", "rule_sets"};

/// Why we have no answer, if we have none.
std::optional<NotSupported> not_supported(const Case& golden) {
    const auto chart = chart_of(golden);
    if (!chart) return NotSupported{"no such chart"};
    if (const auto unknown = golden.options.unknown_but(kOptions))
        return NotSupported{"option " + *unknown};
    const bool spreads = *chart == spc::Chart::s || *chart == spc::Chart::r;
    if (spreads && golden.options.has("confidence.level"))
        return NotSupported{"exact limits of spreads"};
    return std::nullopt;
}

Answered charts(const Case& golden) {
    if (const auto reason = not_supported(golden)) return std::unexpected(*reason);
    const auto chart = chart_of(golden);
    const auto found = analyse(golden, *chart, rules_of_charts());
    if (!found) return Answer{.tables = {}, .refused = true};

    Answer answer;
    Table& rows = answer.tables[""];
    const auto baseline = golden.options.number("baseline").value_or(0);
    for (std::size_t i = 0; i < found->points.size(); ++i) {
        const auto signals = found->analysis.signals[i].all();
        add_lines(found->points, found->analysis, i, rows);
        rows["baseline"].push_back(flag(baseline == 0 || static_cast<double>(i) < baseline));
        rows["beyond_limits"].push_back(flag(signals.has(spc::Rule::outside_limits)));
        rows["violating_run"].push_back(flag(signals.has(spc::Rule::shift)));
    }
    add_summary(found->points, found->analysis, *chart, answer.tables["summary"]);
    return answer;
}

constexpr std::pair<std::string_view, spc::Rule> kWesternElectric[] = {
    {"we1", spc::Rule::outside_limits},
    {"we2", spc::Rule::two_of_three},
    {"we3", spc::Rule::four_of_five},
    {"we4", spc::Rule::shift},
};
constexpr std::pair<std::string_view, spc::Rule> kNelson[] = {
    {"nelson1", spc::Rule::outside_limits},
    {"nelson2", spc::Rule::shift},
    {"nelson3", spc::Rule::trend},
    {"nelson4", spc::Rule::alternating},
    {"nelson5", spc::Rule::two_of_three},
    {"nelson6", spc::Rule::four_of_five},
    {"nelson7", spc::Rule::within_one_sigma},
    {"nelson8", spc::Rule::beyond_one_sigma},
};

template <class Names>
void add_rules(const Names& names, const spc::Analysis& analysis, Answer& answer) {
    for (const auto& [name, rule] : names) {
        double signals = 0;
        for (const auto& point : analysis.signals) {
            const double fired = flag(point.all().has(rule));
            answer.tables[""][name].push_back(fired);
            signals += fired;
        }
        answer.tables["summary"][name].push_back(signals);
    }
}

Answered rules(const Case& golden) {
    if (const auto reason = not_supported(golden)) return std::unexpected(*reason);
    const auto chart = chart_of(golden);
    const auto western = analyse(golden, *chart, spc::western_electric_rules());
    const auto nelson = analyse(golden, *chart, spc::nelson_rules());
    if (!western || !nelson) return Answer{.tables = {}, .refused = true};

    Answer answer;
    for (std::size_t i = 0; i < western->points.size(); ++i)
        add_lines(western->points, western->analysis, i, answer.tables[""]);
    add_rules(kWesternElectric, western->analysis, answer);
    add_rules(kNelson, nelson->analysis, answer);
    return answer;
}

const Registered here{{"qcc", "qcc_*", charts}, {"qcc", "rules_*", rules}};

}  // namespace

}  // namespace primum::golden
