#pragma once
// Files that name patients go no further.

#include "base/checked.h"
#include "csv/table.h"

namespace primum::imports {

/// Refuses a grid in which a cell looks like an NHS number, or a heading stands over dates of birth
/// or names of patients; the sentence says which cell. `sheet` is empty where there is one only.
Checked<void> without_patients(const csv::Table& grid, const std::string& sheet);

/// The same for a text that is no table.
Checked<void> without_patients(std::string_view text);

}  // namespace primum::imports
