#include "grouped_input.h"

#include <algorithm>
#include <map>

namespace primum::golden {

std::vector<std::size_t> group_numbers(const Table& table, std::string_view column) {
    std::map<std::string, std::size_t> numbers;
    std::vector<std::size_t> groups;
    if (const auto* const names = table.find(column))
        for (const Cell& name : *names)
            groups.push_back(numbers.try_emplace(name.text, numbers.size()).first->second);
    return groups;
}

GroupSums sums_by_group(const Table& table) {
    const auto numerators = table.numbers("numerator");
    // Standardised ratios call the denominator what it is.
    const auto denominators = table.numbers(table.has("denominator") ? "denominator" : "expected");
    struct Sums {
        double numerator = 0;
        double denominator = 0;
    };
    std::map<std::string, Sums> groups;
    if (const auto* const names = table.find("group")) {
        for (std::size_t row = 0; row < names->size(); ++row) {
            Sums& sums = groups[(*names)[row].text];
            sums.numerator += numerators[row];
            sums.denominator += denominators[row];
        }
    }
    GroupSums result;
    for (const auto& [name, sums] : groups) {
        result.names.push_back(cell_of(name));
        result.numerators.push_back(sums.numerator);
        result.denominators.push_back(sums.denominator);
    }
    return result;
}

}  // namespace primum::golden
