#pragma once
// Which rows of a file take part.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/checked.h"
#include "csv/table.h"

namespace primum::datasets {

/// Indexes of rows in a table, in the order of the file.
using Rows = std::vector<std::uint32_t>;

/// `column=value`: a row takes part when its cell holds exactly this text.
struct Condition {
    std::string column;
    std::string value;
};

/// Reads `column=value`; the first equals sign divides.
Checked<Condition> parse_condition(std::string_view text);

/// The rows for which every column named holds one of the values asked for: conditions on different
/// columns must all hold, of several on one column any. Refuses unknown columns and values, and
/// conditions that no row meets.
Checked<Rows> rows_where(const csv::Table& table, const std::vector<Condition>& conditions);

}  // namespace primum::datasets
