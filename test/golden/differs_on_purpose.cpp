#include "differs_on_purpose.h"

#include <algorithm>

namespace primum::golden {

namespace {

bool covers(const Reason& reason, const Case& golden, const Difference& difference) {
    const bool column = std::ranges::any_of(reason.columns, [&](std::string_view name) {
        return name.ends_with('*') ? difference.column.starts_with(name.substr(0, name.size() - 1))
                                   : name == difference.column;
    });
    if (!column || reason.spoils == nullptr) return column;
    const bool of_a_point = difference.column.find('.') == std::string::npos && difference.row > 0;
    return !of_a_point || reason.spoils(golden.expected.at(""), difference.row - 1);
}

}  // namespace

std::vector<const Reason*> reasons_for(const Case& golden, const std::vector<Difference>& found) {
    std::vector<const Reason*> holding;
    for (const Reason& reason : all_reasons())
        if (reason.peer == golden.peer && reason.holds(golden)) holding.push_back(&reason);

    std::vector<const Reason*> needed;
    for (const Difference& difference : found) {
        const auto reason = std::ranges::find_if(
            holding, [&](const Reason* one) { return covers(*one, golden, difference); });
        if (reason == holding.end()) return {};
        if (std::ranges::find(needed, *reason) == needed.end()) needed.push_back(*reason);
    }
    return needed;
}

}  // namespace primum::golden
