#pragma once
// Numbers as people type them, and as spreadsheets give them when they are copied.

#include <optional>
#include <string>
#include <string_view>

#include "base/checked.h"

namespace primum::measures {

/// Nothing where the text is empty. Commas, and spaces of any width, may stand between groups of
/// three digits: "1,234", "1 234.5". Refuses everything else with one sentence, also what could be
/// read in two ways, as "1,5" or "12 13", and a percentage where a number is asked for.
Checked<std::optional<double>> typed_number(std::string_view text);

/// Whether it says that there is no number: "n/a", "NA", "-", "none", in any case.
bool says_none(std::string_view text);

/// The shortest digits that read back as the same number, for a form: "1234.5".
std::string in_form(std::optional<double> number);

}  // namespace primum::measures
