#include "differs_on_purpose.h"

#include <algorithm>

namespace primum::golden {

namespace {

constexpr std::string_view kConstant = "A constant series keeps its limits";

/// The lines and what hangs on them.
const std::vector<std::string_view> kLines = {
    "lcl",          "ucl",          "lcl95",           "ucl95",           "sigma_signal",
    "summary.aLCL", "summary.aUCL", "summary.aLCL_95", "summary.aUCL_95", "summary.sigma_signal"};

/// Screening drops every range, because none is below 3.267 times a mean of zero.
bool loses_limits_of_constant_series(const Case& golden) {
    if (!golden.options.flag("screened_mr", true)) return false;
    const Table& points = golden.expected.at("");
    const auto* const upper = points.find("ucl");
    return upper != nullptr && std::ranges::any_of(*upper, &Cell::is_missing);
}

bool takes_spread_from_all_points(const Case& golden) {
    return golden.chart == "ip" && (golden.options.has("freeze") || golden.options.has("exclude"));
}

bool covers(const Reason& reason, const Difference& difference) {
    return std::ranges::any_of(reason.columns, [&](std::string_view column) {
        if (!column.ends_with('*')) return column == difference.column;
        return difference.column.starts_with(column.substr(0, column.size() - 1));
    });
}

}  // namespace

const std::vector<Reason>& all_reasons() {
    static const std::vector<Reason> reasons = {
        {kConstant, "qicharts2", loses_limits_of_constant_series, kLines},
        {"The spread of an i' chart comes from its base points", "qicharts2",
         takes_spread_from_all_points, kLines},
    };
    return reasons;
}

std::vector<const Reason*> reasons_for(const Case& golden, const std::vector<Difference>& found) {
    std::vector<const Reason*> holding;
    for (const Reason& reason : all_reasons())
        if (reason.peer == golden.peer && reason.holds(golden)) holding.push_back(&reason);

    std::vector<const Reason*> needed;
    for (const Difference& difference : found) {
        const auto reason = std::ranges::find_if(
            holding, [&](const Reason* one) { return covers(*one, difference); });
        if (reason == holding.end()) return {};
        if (std::ranges::find(needed, *reason) == needed.end()) needed.push_back(*reason);
    }
    return needed;
}

}  // namespace primum::golden
