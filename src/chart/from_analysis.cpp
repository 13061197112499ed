#include "chart/from_analysis.h"

#include <utility>

namespace primum::chart {
namespace {

std::string words_of_rule(spc::Rule rule, const spc::Rules& rules) {
    const auto several = [](int points) { return std::to_string(points) + " or more points "; };
    switch (rule) {
        case spc::Rule::outside_limits:
            return "outside the limits";
        case spc::Rule::trend:
            return several(rules.trend_points) + "that all rise or all fall";
        case spc::Rule::two_of_three:
            return "two of three points near a limit";
        case spc::Rule::shift:
            return several(rules.shift_points) + "in a row on one side of the centre line";
        case spc::Rule::four_of_five:
            return "four of five points more than one sigma from the centre line";
        case spc::Rule::within_one_sigma:
            return several(rules.within_one_sigma_points) + "in a row close to the centre line";
        case spc::Rule::beyond_one_sigma:
            return several(rules.beyond_one_sigma_points) + "in a row away from the centre line";
        case spc::Rule::alternating:
            return several(rules.alternating_points) + "that go up and down in turn";
        case spc::Rule::long_run:
            return "a longer run on one side than chance allows";
        case spc::Rule::few_crossings:
            return "fewer crossings of the centre line than chance allows";
    }
    return {};
}

std::string_view centre_name(const spc::Options& options) {
    using enum spc::Chart;
    if (options.given_centre) return "Centre";
    if (options.chart == run) return "Median";
    if (options.chart == g) return options.g_centre == spc::GCentre::median ? "Median" : "Mean";
    return options.centre == spc::Centre::median ? "Median" : "Mean";
}

void add_points(ControlChart& chart, const spc::Analysis& analysis, const spc::Series& series,
                const spc::Options& options) {
    chart.points.resize(analysis.values.size());
    for (std::size_t i = 0; i < chart.points.size(); ++i) {
        Point& point = chart.points[i];
        point.value = analysis.values[i];
        point.meaning = meaning_of(analysis.readings[i]);
        point.excluded = i < series.excluded.size() && series.excluded[i] != 0;
        point.note = words_of(analysis.signals[i], options.rules);
    }
}

void add_lines(ControlChart& chart, const spc::Analysis& analysis, const spc::Series& series,
               const spc::Options& options) {
    chart.lines.resize(chart.points.size());
    for (std::size_t p = 0; p < analysis.phases.size(); ++p) {
        const spc::PhaseSummary& phase = analysis.phases[p];
        for (std::size_t i = phase.begin; i < phase.end && i < chart.lines.size(); ++i) {
            const spc::Limits& limits = analysis.limits[analysis.limits_vary ? i : p];
            const double target = i < series.targets.size() ? series.targets[i] : options.target;
            chart.lines[i] = {limits.centre, limits.lower, limits.upper, target};
        }
        const bool known = options.given_centre && options.given_sigma;
        const bool few = phase.base_points < spc::kEnoughPoints && !known;
        chart.phases.push_back({.begin = phase.begin, .on_trial = few});
    }
}

}  // namespace

Meaning meaning_of(spc::Reading reading) {
    switch (reading) {
        case spc::Reading::improvement:
            return Meaning::improvement;
        case spc::Reading::concern:
            return Meaning::concern;
        case spc::Reading::high:
        case spc::Reading::low:
            return Meaning::neutral;
        case spc::Reading::common:
            break;
    }
    return Meaning::common;
}

std::string words_of(const spc::PointSignals& signals, const spc::Rules& rules) {
    const spc::RuleSet all = signals.all();
    std::string words;
    if (all.empty()) return words;
    for (int i = 0; i < spc::kRuleCount; ++i) {
        const auto rule = static_cast<spc::Rule>(i);
        if (!all.has(rule)) continue;
        if (!words.empty()) words += "; ";
        words += words_of_rule(rule, rules);
    }
    return words;
}

ControlChart control_chart_of(const spc::Analysis& analysis, const spc::Series& series,
                              const spc::Options& options,
                              std::span<const std::chrono::sys_days> dates) {
    ControlChart chart;
    if (analysis.problem) return chart;
    chart.centre_name = centre_name(options);
    chart.dates.assign(dates.begin(), dates.end());
    // Each point of these is an event, and what it plots is the time or number between events.
    if (options.chart == spc::Chart::g || options.chart == spc::Chart::t)
        chart.spacing = Spacing::even;
    add_points(chart, analysis, series, options);
    add_lines(chart, analysis, series, options);
    return chart;
}

}  // namespace primum::chart
