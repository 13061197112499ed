#pragma once
// Numbers as people type them, and as spreadsheets give them when they are copied.

#include <optional>
#include <string>
#include <string_view>

#include "base/checked.h"

namespace primum::collection {

/// Nothing where the text is empty. Spaces of any width are passed over; commas stand between
/// groups of three digits: "1,234", "1 234.5". Refuses everything else with one sentence, also what
/// could be read in two ways, as "1,5".
Checked<std::optional<double>> typed_number(std::string_view text);

/// Whether it says that there is no number: "n/a", "NA", "-", "none", in any case.
bool says_none(std::string_view text);

/// As people would type it: "3", "0.25".
std::string as_typed(double number);
std::string as_typed(const std::optional<double>& number);

}  // namespace primum::collection
