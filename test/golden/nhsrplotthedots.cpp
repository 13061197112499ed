// NHSRplotthedots 0.2.2: XmR charts the Making Data Count way.

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>

#include "points.h"
#include "runner.h"

namespace primum::golden {

namespace {

constexpr double kShortGroup = 13;

spc::Better better_of(const Case& golden) {
    const std::string direction = golden.options.text("improvement_direction", "increase");
    if (direction == "increase") return spc::Better::higher;
    return direction == "decrease" ? spc::Better::lower : spc::Better::neutral;
}

/// A number for all series, or one by the name of the series.
double target_of(const Case& golden, const Cell& series) {
    const auto target = golden.options.is_by_series("target")
                            ? golden.options.within("target").number(series.text)
                            : golden.options.number("target");
    return target.value_or(spc::kMissing);
}

/// Dates for all series, or lists by the name of the series.
std::vector<std::string> rebase_dates(const Case& golden, const Cell& series) {
    return golden.options.is_by_series("rebase")
               ? golden.options.within("rebase").texts(series.text)
               : golden.options.texts("rebase");
}

spc::Options options_of(const Case& golden, double target) {
    spc::Options options;
    options.chart = spc::Chart::individuals;
    options.better = better_of(golden);
    options.target = target;
    options.factor = spc::Factor::mdc_2_66;
    options.screening =
        golden.options.flag("screen_outliers", true) ? spc::Screening::once : spc::Screening::off;
    options.clamping = spc::Clamping::none;
    options.rules = spc::mdc_rules();
    options.rules.two_of_three_counts_outside = false;
    options.rules.missing = spc::Ties::break_it;
    return options;
}

/// A phase begins at each rebase date that is in the data; the others say nothing.
Points points_of(const Case& golden, const SeriesRows& series) {
    const Grouped grouped(golden.input, series);
    Points points = grouped.points(golden.options, "exclude", "part");
    points.values = grouped.values(Aggregate::mean);
    const auto dates = rebase_dates(golden, series.name);
    std::size_t phase = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (std::ranges::find(dates, points.x[i].text) != dates.end()) ++phase;
        points.phase[i] = phase;
    }
    const auto baseline = golden.options.number("fix_after_n_points").value_or(0);
    points.phases = phases_of(points.phase, static_cast<std::size_t>(baseline));
    return points;
}

std::string_view name_of(spc::Reading reading) {
    switch (reading) {
        case spc::Reading::common:
            return "common_cause";
        case spc::Reading::improvement:
            return "special_cause_improvement";
        case spc::Reading::concern:
            return "special_cause_concern";
        case spc::Reading::high:
            return "special_cause_neutral_high";
        case spc::Reading::low:
            return "special_cause_neutral_low";
    }
    return "";
}

std::string_view name_of(spc::Assurance assurance) {
    switch (assurance) {
        case spc::Assurance::pass:
            return "consistent_pass";
        case spc::Assurance::fail:
            return "consistent_fail";
        case spc::Assurance::inconsistent:
            return "inconsistent";
        case spc::Assurance::none:
            break;
    }
    return "";
}

struct RuleName {
    spc::Rule rule;
    std::string_view high;
    std::string_view low;
};
constexpr std::array kRules = {
    RuleName{spc::Rule::outside_limits, "Above UCL", "Below LCL"},
    RuleName{spc::Rule::trend, "7 Point Trend (Increasing)", "7 Point Trend (Decreasing)"},
    RuleName{spc::Rule::two_of_three, "2 in 3 Above CL", "2 in 3 Below CL"},
    RuleName{spc::Rule::shift, "7 Points Above CL", "7 Points Below CL"},
};

/// Whether the reading of a point is that of something high or rising.
bool is_high(spc::Reading reading, spc::Better better) {
    return better == spc::Better::neutral
               ? reading == spc::Reading::high
               : (reading == spc::Reading::improvement) == (better == spc::Better::higher);
}

/// The first rule that fired names the point; one that fired both ways takes the reading's side.
std::string_view special_cause(const spc::PointSignals& signals, spc::Reading reading,
                               spc::Better better) {
    for (const RuleName& name : kRules)
        if (signals.all().has(name.rule)) return is_high(reading, better) ? name.high : name.low;
    return "Common Cause";
}

/// -1, 0 or 1.
double sign_of(double difference) {
    return std::isnan(difference) ? spc::kMissing : double(difference > 0) - double(difference < 0);
}

void add_lines(double y, const spc::Limits& limits, Table& table) {
    const bool known = !std::isnan(y) && !std::isnan(limits.lower);
    const bool outside = y > limits.upper || y < limits.lower;
    const bool beyond2 = y > limits.upper2 || y < limits.lower2;
    table["cl"].push_back(limits.centre);
    table["lcl"].push_back(limits.lower);
    table["ucl"].push_back(limits.upper);
    table["outside_limits"].push_back(known ? flag(outside) : spc::kMissing);
    table["close_to_limits"].push_back(known ? flag(beyond2 && !outside) : spc::kMissing);
    table["relative_to_mean"].push_back(sign_of(y - limits.centre));
}

/// A group is short by its rows, whether they have values or not.
bool is_short(const Points& points, std::size_t i) {
    return static_cast<double>(std::ranges::count(points.phase, points.phase[i])) < kShortGroup;
}

void add_points(const Points& points, const spc::Analysis& analysis, const spc::Options& options,
                Table& table) {
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double y = analysis.values[i];
        const spc::PhaseSummary& phase = analysis.phase_at(i);
        const std::size_t baseline = points.phases.front().baseline;
        const auto& signals = analysis.signals[i];
        table["series"].push_back(points.series);
        table["i"].push_back(static_cast<double>(i + 1));
        table["x"].push_back(points.x[i]);
        table["y"].push_back(y);
        add_lines(y, analysis.limits_at(i), table);
        table["rebase_group"].push_back(static_cast<double>(points.phase[i]));
        table["short_group_warning"].push_back(flag(is_short(points, i)));
        table["in_baseline"].push_back(
            flag(!std::isnan(y) && (baseline == 0 || i < phase.begin + baseline)));
        table["special_cause_type"].push_back(
            special_cause(signals, analysis.readings[i], options.better));
        table["special_cause_flag"].push_back(flag(analysis.readings[i] != spc::Reading::common));
        table["point_type"].push_back(name_of(analysis.readings[i]));
        table["target"].push_back(options.target);
    }
}

void add_summary(const Points& points, const spc::Analysis& analysis, bool has_targets,
                 Table& table) {
    for (const spc::PhaseSummary& phase : analysis.phases) {
        const auto readings =
            std::span(analysis.readings).subspan(phase.begin, phase.end - phase.begin);
        const auto count = [&](spc::Reading reading) {
            return static_cast<double>(std::ranges::count(readings, reading));
        };
        const spc::Limits& limits = analysis.limits_at(phase.begin);
        const bool last = phase.end == points.size();
        table["series"].push_back(points.series);
        table["rebase_group"].push_back(static_cast<double>(points.phase[phase.begin]));
        table["cl"].push_back(limits.centre);
        table["lcl"].push_back(limits.lower);
        table["ucl"].push_back(limits.upper);
        table["n"].push_back(static_cast<double>(readings.size()));
        table["common_cause"].push_back(count(spc::Reading::common));
        table["special_cause_improvement"].push_back(count(spc::Reading::improvement));
        table["special_cause_concern"].push_back(count(spc::Reading::concern));
        table["variation_type"].push_back(name_of(readings.back()));
        table["assurance_type"].push_back(has_targets && last ? name_of(analysis.assurance) : "");
    }
}

constexpr std::string_view kOptions[] = {"improvement_direction", "target", "rebase",
                                         "fix_after_n_points", "screen_outliers"};

Answered ptd_spc(const Case& golden) {
    if (const auto unknown = golden.options.unknown_but(kOptions))
        return std::unexpected(NotSupported{"option " + *unknown});
    Answer answer;
    for (const auto& series : series_of(golden.input)) {
        const Points points = points_of(golden, series);
        const auto options = options_of(golden, target_of(golden, series.name));
        const auto analysis = spc::analyse(points.to_analyse(), options);
        if (analysis.problem) return Answer{.tables = {}, .refused = true};
        add_points(points, analysis, options, answer.tables[""]);
        add_summary(points, analysis, golden.options.has("target"), answer.tables["summary"]);
        Table& assurance = answer.tables["assurance"];
        assurance["series"].push_back(points.series);
        assurance["assurance_type"].push_back(name_of(analysis.assurance));
    }
    return answer;
}

const Registered here{{"NHSRplotthedots", "xmr_ptd", ptd_spc}};

}  // namespace

}  // namespace primum::golden
