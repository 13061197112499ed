#pragma once
// Cells that were joined: each of them means what the first one says.

#include "base/checked.h"
#include "xlsx/sheet_reader.h"
#include "xlsx/workbook.h"
#include "xlsx/xml.h"

namespace primum::xlsx {

/// Gives every cell of a merged range the value of its first, as far as the sheet has rows and
/// columns with values. What that adds counts against the limits.
Checked<void> fill_merged(const pugi::xml_node& merge_cells, Shared& shared, Sheet& sheet);

}  // namespace primum::xlsx
