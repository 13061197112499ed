#pragma once
// A block of cells as a spreadsheet gives it when it is copied: rows by lines, columns by tabs.

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/checked.h"

namespace primum::collection {

using Block = std::vector<std::vector<std::string>>;

inline constexpr std::size_t kMostBlockRows = 500;
inline constexpr std::size_t kMostBlockColumns = 100;

/// Cells without white space at their ends; a cell in double quotes may hold tabs and lines, and ""
/// for one. Lines that are empty to the end are left out. Refuses what is larger than a grid.
Checked<Block> read_block(std::string_view text);

/// Where a block may go: rows by any of their names, columns by any of theirs. Names are compared
/// without regard to capitals.
struct Target {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::vector<std::string>> columns;  ///< of periods, or of whatever heads columns
    std::size_t fields = 1;                         ///< cells that each column has: 1 or 2
};

struct Placed {
    /// By row and cell, which counts `fields` for each column.
    std::map<std::pair<std::size_t, std::size_t>, std::string> cells;
    std::vector<std::string> lost;  ///< names of rows or columns that the grid has not
    std::size_t outside = 0;        ///< cells behind the grid's last row or column
};

/// Headings are used where the first row, or the first column, has words instead of numbers; where
/// there are none, cells go to the grid in their order. A heading that is empty, or the same again,
/// is the next cell of the column before it.
Placed placed(const Block& block, const Target& target);

}  // namespace primum::collection
