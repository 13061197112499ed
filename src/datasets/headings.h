#pragma once
// Headings as people write them.

#include <cstddef>
#include <string>
#include <string_view>

#include "csv/table.h"

namespace primum::datasets {

/// Lower case, with one underscore for each run of spaces, points, hyphens and underscores:
/// "Bed Days" and "bed-days" are both "bed_days".
std::string plain_heading(std::string_view heading);

/// "bed days" for "bed_days", which is a name for programs.
std::string spoken_heading(std::string heading);

/// With a capital first letter.
std::string capitalised(std::string text);

/// Whether a heading says that its numbers lie between two events: "days_between".
bool is_between_events(std::string_view heading);

/// ": did you mean 'breaches'? The columns are …." for a heading that is not there.
std::string nearest_heading(const csv::Table& table, std::string_view heading);

/// "'period', 'breaches' and 'admissions'", at most a dozen.
std::string list_of_headings(const csv::Table& table);

}  // namespace primum::datasets
