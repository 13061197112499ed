#pragma once
// The tables in a file that somebody sent: one of a CSV file, and one for each sheet of a workbook.

#include <string>
#include <string_view>
#include <vector>

#include "base/checked.h"
#include "csv/table.h"

namespace primum::imports {

/// A sheet as it stands, before anybody knows where its headings are.
struct Sheet {
    std::string name;  ///< empty of a CSV file
    bool hidden = false;
    csv::Table grid;
};

/// Sheets with something in them. CSV may be UTF-8, UTF-16 or Windows-1252, and parted by commas,
/// semicolons or tabs. Refuses files that name patients (patients.h).
Checked<std::vector<Sheet>> sheets_of(std::string bytes);

/// Whether a file is JSON rather than a table.
bool looks_like_json(std::string_view bytes);

/// The sheet of this name; without a name the first that is not hidden.
Checked<const Sheet*> choose_sheet(const std::vector<Sheet>& sheets, std::string_view name);

/// The row of a grid that most looks like headings: the first of the widest kind that holds words
/// or dates rather than numbers.
std::size_t heading_row(const csv::Table& grid);

}  // namespace primum::imports
