#pragma once
// Which row belongs to which series, and in what order.

#include <cstdint>
#include <string>
#include <vector>

#include "csv/table.h"
#include "datasets/date_forms.h"
#include "datasets/rows.h"

namespace primum::datasets {

/// The series that rows belong to.
struct Grouping {
    std::vector<std::string> names;       ///< in the order in which they first appear
    std::vector<std::uint32_t> group_of;  ///< of each of the rows
};

/// Rows with the same cells in these columns are one series, called "cell" or "cell, cell". Without
/// columns all rows are one series without a name.
Grouping group_rows(const csv::Table& table, const std::vector<std::size_t>& by, const Rows& rows);

/// Positions in the list of rows, ordered by series, then by period, then as in the file.
std::vector<std::uint32_t> in_order_of_time(const Grouping& grouping, const std::vector<Key>& keys);

}  // namespace primum::datasets
