#pragma once
// Numbers as spreadsheets write them.

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/checked.h"
#include "csv/table.h"
#include "datasets/notes.h"
#include "datasets/rows.h"

namespace primum::datasets {

/// Whether a cell stands for a value that is not there: empty, NA, N/A, #N/A, NaN, NULL, a hyphen,
/// or an asterisk, which the NHS prints for a suppressed number.
bool is_missing(std::string_view cell);

/// Whether a cell is a number with a decimal point, or none.
bool is_number(std::string_view cell);

/// The numbers of one column, one a row; NaN where the value is missing.
///
/// A comma is a decimal comma in a file with semicolons, and between groups of three digits a mark
/// of thousands in a file with commas. In a file with tabs it is the latter when all numbers allow
/// it. Cells that hold something else are refused by row and column. Notes say when commas were
/// read and how many cells held a word or sign for "missing".
Checked<std::vector<double>> numbers_of(const csv::Table& table, std::size_t column,
                                        const Rows& rows, Notes& notes);

/// The same where a wrong cell must not stop the rest: its number is missing, and its position
/// among the rows goes into `wrong`.
std::vector<double> numbers_of(const csv::Table& table, std::size_t column, const Rows& rows,
                               Notes& notes, std::vector<std::uint32_t>& wrong);

/// The flags of one column, one a row: 1, true, yes and x are 1; 0, false, no and empty are 0.
Checked<std::vector<std::uint8_t>> flags_of(const csv::Table& table, std::size_t column,
                                            const Rows& rows);

}  // namespace primum::datasets
