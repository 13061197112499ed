#pragma once
// Which column is what: guessed from headings, remembered, or said by a person.

#include <string>
#include <string_view>

#include "base/checked.h"
#include "csv/table.h"
#include "imports/incoming.h"

namespace primum::imports {

/// The likeliest reading of a table: by the headings of Primum's own files, of DHIS2, REDCap and
/// Making Data Count, and by what `primum analyse` would take them for.
Mapping guess_mapping(const csv::Table& table);

/// The same for a row that a person says is of this shape.
Mapping guess_mapping(const csv::Table& table, Shape shape);

/// What is missing, in one sentence: the heading of a column that is not there, no period, no
/// number.
Checked<void> check_mapping(const csv::Table& table, const Mapping& mapping);

/// Names a table by its headings, so that what was said of it once holds for the next one.
std::string headings_key(const csv::Table& table);

/// "shape=wide" and "period=Month", a line each; and back.
std::string written(const Mapping& mapping);
Mapping parse_mapping(std::string_view text);

}  // namespace primum::imports
