#pragma once
// A file that somebody sent, opened.

#include <optional>
#include <string>
#include <vector>

#include "base/checked.h"
#include "imports/incoming.h"
#include "imports/sheets.h"

namespace primum::imports {

/// Either sheets of cells, or what DHIS2 writes as JSON, which needs no mapping.
struct File {
    std::vector<Sheet> sheets;
    std::optional<Reading> dhis2;
};

/// Refuses what cannot be read, and what names patients.
Checked<File> open_file(std::string bytes);

/// The table of one sheet, with its headings. A copy: the sheet stays as it is.
Checked<csv::Table> table_of(const File& file, std::string_view sheet);

/// What the file says, read in this way. Refuses a mapping that does not fit.
Checked<Reading> read_file(const File& file, std::string_view sheet, const Mapping& mapping);

}  // namespace primum::imports
