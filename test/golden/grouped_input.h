#pragma once
// Rows of an input that belong together: one subgroup, or one group of a funnel.

#include <cstddef>
#include <string>
#include <vector>

#include "table.h"

namespace primum::golden {

/// For each row the number of its group, counted from 0 in order of first appearance.
std::vector<std::size_t> group_numbers(const Table& table, std::string_view column);

/// Sums of two columns for each group, the groups sorted by name as R's aggregate() does.
struct GroupSums {
    std::vector<Cell> names;
    std::vector<double> numerators;
    std::vector<double> denominators;
};
GroupSums sums_by_group(const Table& table);

}  // namespace primum::golden
