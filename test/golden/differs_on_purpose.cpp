#include "differs_on_purpose.h"

#include <algorithm>

namespace primum::golden {

namespace {

bool covers(const Reason& reason, const Difference& difference) {
    return std::ranges::any_of(reason.columns, [&](std::string_view column) {
        if (!column.ends_with('*')) return column == difference.column;
        return difference.column.starts_with(column.substr(0, column.size() - 1));
    });
}

}  // namespace

const std::vector<Reason>& all_reasons() {
    static const std::vector<Reason> reasons = {};
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
