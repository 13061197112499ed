// The faults of peers that our engine does not copy.

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "differs_on_purpose.h"

namespace primum::golden {

namespace {

/// Whether a cell of a table is the number 0; a column that is not there has none.
bool is_zero(const Table& table, std::string_view column, std::size_t row) {
    const auto* const cells = table.find(column);
    return cells != nullptr && (*cells)[row].number == 0;
}

bool is_missing(const Table& table, std::string_view column, std::size_t row) {
    const auto* const cells = table.find(column);
    return cells == nullptr || (*cells)[row].is_missing();
}

std::string text_at(const Table& table, std::string_view column, std::size_t row) {
    const auto* const cells = table.find(column);
    return cells == nullptr ? "" : (*cells)[row].text;
}

/// The plotted values of each series and phase that set its lines.
std::map<std::string, std::set<double>> base_values(const Case& golden) {
    const Table& points = golden.expected.at("");
    const auto y = points.numbers("y");
    std::map<std::string, std::set<double>> values;
    for (std::size_t row = 0; row < y.size(); ++row) {
        const bool left_out = is_zero(points, "baseline", row) || is_zero(points, "include", row) ||
                              is_zero(points, "in_baseline", row);
        if (std::isnan(y[row]) || left_out) continue;
        const std::string phase =
            text_at(points, "part", row) + text_at(points, "rebase_group", row);
        values[text_at(points, "series", row) + "/" + phase].insert(y[row]);
    }
    return values;
}

bool has_constant_phase(const Case& golden) {
    if (golden.options.has("num_points_subset")) return true;  // a baseline that no column shows
    return std::ranges::any_of(base_values(golden),
                               [](const auto& phase) { return phase.second.size() == 1; });
}

// Ranges that are not below 3.267 times their mean are dropped; with a mean of zero that is all.
bool screens_a_constant_series(const Case& golden) {
    const bool screened = golden.options.flag("screened_mr", true) &&
                          golden.options.flag("screen_outliers", true) &&
                          !golden.options.flag("outliers_in_limits", false);
    return screened && has_constant_phase(golden);
}

bool has_centre_without_limits(const Table& points, std::size_t row) {
    return !is_missing(points, "cl", row) && is_missing(points, "ucl", row);
}

// R's ptukey is right to eight figures: its d2 of 25 is 3.930629176, and the true one 3.930629220.
bool is_beyond_ptukey(const Table& factors, std::size_t row) {
    return factors.numbers("n")[row] >= 14;
}

bool is_misprint_of_crowder(const Table& table, std::size_t row) {
    return table.numbers("published")[row] == 3.95 && table.numbers("mu")[row] == 1.25;
}

bool takes_spread_from_all_points(const Case& golden) {
    return golden.options.has("freeze") || golden.options.has("exclude");
}

// A power of a negative number is no number; only the outer limit is mended.
bool loses_inner_limit(const Table& points, std::size_t row) {
    return is_zero(points, "lcl", row) && is_missing(points, "lcl95", row);
}

// The first two points of a phase are looked at as if a third had been there, and quiet.
bool is_among_first_two(const Table& points, std::size_t row) {
    return row < 2 || text_at(points, "part", row) != text_at(points, "part", row - 2);
}

/// The last limits and the target are one and the same number.
bool always_meets_its_target(const Case& golden) {
    const Table& points = golden.expected.at("");
    if (points.rows() == 0) return false;
    const std::size_t last = points.rows() - 1;
    const double target = golden.options.number("alt_target")
                              .value_or(golden.options.number("target").value_or(std::nan("")));
    return points.numbers("y")[last] == target && points.numbers("cl")[last] == target;
}

/// Some series has a last point with no limits, or no target while others have one.
bool has_nothing_to_compare(const Case& golden) {
    const Table& points = golden.expected.at("");
    const bool has_target = golden.options.has("target") || golden.options.has("alt_target");
    for (std::size_t row = 0; row < points.rows(); ++row) {
        const bool last = row + 1 == points.rows() ||
                          text_at(points, "series", row) != text_at(points, "series", row + 1);
        if (!last || !has_target) continue;
        if (is_missing(points, "ucl", row)) return true;
        if (points.has("target") && is_missing(points, "target", row)) return true;
    }
    return false;
}

bool has_missing_values(const Case& golden) {
    return std::ranges::any_of(golden.input.numbers("value"),
                               [](double value) { return std::isnan(value); });
}

bool stops_at_a_missing_value(const Case& golden) {
    return golden.refused && has_missing_values(golden);
}

bool stops_at_a_baseline_in_a_phase(const Case& golden) {
    return golden.refused && golden.input.has("phase") && golden.options.has("num_points_subset");
}

bool is_baseline_of_moving_ranges(const Case& golden) {
    return golden.chart == "pbi_mr" && golden.options.has("num_points_subset");
}

bool has_sizes_that_differ(const Case& golden) {
    const auto sizes = golden.input.numbers("denominator");
    return std::ranges::any_of(sizes, [&](double size) { return size != sizes.front(); });
}

bool asks_zones_of_differing_sizes(const Case& golden) {
    return golden.chart.starts_with("rules_") && has_sizes_that_differ(golden);
}

bool has_exact_limits(const Case& golden) {
    return golden.options.has("confidence.level");
}

bool is_exact_g_chart(const Case& golden) {
    return golden.chart == "qcc_g" && has_exact_limits(golden);
}

bool scores_by_one_count(const Case& golden) {
    return golden.chart == "funnel_binomial" &&
           golden.options.text("method", "approximate") == "exact";
}

/// The peer's score of a group is not what its own limits say.
bool contradicts_its_limits(const Table& groups, std::size_t row) {
    const double ratio = groups.numbers("ratio")[row];
    const auto contradicts = [&](std::string_view lower, std::string_view upper,
                                 std::string_view score) {
        const bool outside =
            ratio < groups.numbers(lower)[row] || ratio > groups.numbers(upper)[row];
        return outside != (text_at(groups, score, row) == "Extreme");
    };
    return contradicts("lo95", "up95", "score95") || contradicts("lo998", "up998", "score998");
}

bool stops_at_short_series(const Case& golden) {
    return golden.refused;
}

bool refuses_exact_limits_of_equal_sizes(const Case& golden) {
    return golden.refused && golden.chart == "qcc_p" && has_exact_limits(golden) &&
           !has_sizes_that_differ(golden);
}

const std::vector<std::string_view> kLines = {"lcl",
                                              "ucl",
                                              "lcl95",
                                              "ucl95",
                                              "lcl68",
                                              "ucl68",
                                              "sigma_signal",
                                              "outside_limits",
                                              "close_to_limits",
                                              "special_cause_type",
                                              "special_cause_flag",
                                              "point_type",
                                              "astronomical",
                                              "two_in_three",
                                              "summary.*",
                                              "assurance.assurance_type"};

const std::vector<std::string_view> kAssurance = {
    "assurance.assurance_type", "summary.assurance_type", "summary.assurance_icon"};

}  // namespace

const std::vector<Reason>& all_reasons() {
    constexpr std::string_view kConstant = "A constant series keeps its limits";
    constexpr std::string_view kMeets = "A process that always meets its target passes";
    constexpr std::string_view kNothing = "Without limits or a target there is no assurance";
    constexpr std::string_view kVisual = "A baseline works on every chart and in every phase";
    static const std::vector<Reason> reasons = {
        {kConstant, "qicharts2", screens_a_constant_series, kLines, has_centre_without_limits},
        {kConstant, "NHSRplotthedots", screens_a_constant_series, kLines,
         has_centre_without_limits},
        {kConstant, "PowerBI-SPC", screens_a_constant_series, kLines, has_centre_without_limits},
        {"The spread of an i' chart comes from its base points",
         "qicharts2",
         [](const Case& golden) {
             return golden.chart == "ip" && takes_spread_from_all_points(golden);
         },
         {"lcl", "ucl", "lcl95", "ucl95", "sigma_signal", "summary.aLCL", "summary.aLCL_95",
          "summary.aUCL_95", "summary.aUCL", "summary.sigma_signal"}},
        {"The inner limit of a t chart ends at zero",
         "qicharts2",
         [](const Case& golden) { return golden.chart == "t"; },
         {"lcl95", "summary.aLCL_95"},
         loses_inner_limit},
        {kMeets, "NHSRplotthedots", always_meets_its_target, kAssurance},
        {kMeets, "PowerBI-SPC", always_meets_its_target, kAssurance},
        {kNothing, "NHSRplotthedots", has_nothing_to_compare, kAssurance},
        {kNothing, "PowerBI-SPC", has_nothing_to_compare, kAssurance},
        {"A missing value does not stop an analysis",
         "NHSRplotthedots",
         stops_at_a_missing_value,
         {"error"}},
        {"Two of three wants three points",
         "PowerBI-SPC",
         [](const Case&) { return true; },
         {"two_in_three", "summary.flags.two_in_three", "summary.variation_icons"},
         is_among_first_two},
        {kVisual, "PowerBI-SPC", stops_at_a_baseline_in_a_phase, {"error"}},
        {kVisual, "PowerBI-SPC", is_baseline_of_moving_ranges, {"*"}},
        {"Each point is compared with its own lines",
         "qcc",
         asks_zones_of_differing_sizes,
         {"we2", "we3", "nelson5", "nelson6", "summary.we2", "summary.we3", "summary.nelson5",
          "summary.nelson6"}},
        {"Exact limits of a g chart count as the chart does",
         "qcc",
         is_exact_g_chart,
         {"lcl", "ucl", "beyond_limits", "summary.beyond_limits"}},
        {"Exact limits of proportions need no differing sizes",
         "qcc",
         refuses_exact_limits_of_equal_sizes,
         {"error"}},
        {"The mean of a range is right to the last digit",
         "qicharts2/qcc",
         [](const Case& golden) { return golden.chart == "constants"; },
         {"d2_exact"},
         is_beyond_ptukey},
        {"Crowder's table has a misprint",
         "spc",
         [](const Case& golden) { return golden.chart == "arl_ewma"; },
         {"published"},
         is_misprint_of_crowder},
        {"A group is judged by a tail, not by the probability of one count",
         "funnelR",
         scores_by_one_count,
         {"score95", "score998"},
         contradicts_its_limits},
        {"A series too short for a run has a median all the same",
         "runcharter",
         stops_at_short_series,
         {"error"}},
    };
    return reasons;
}

}  // namespace primum::golden
