#pragma once
// The short names that files, commands and interfaces use. Part of the product's contract.

#include <optional>
#include <string_view>

#include "spc/analysis.h"
#include "spc/options.h"
#include "spc/rules.h"

namespace primum::spc {

/// "run", "i", "mr", "ip", "xbar", "s", "r", "p", "np", "u", "c", "pp", "up", "g", "t", "ms".
std::string_view name_of(Chart chart);
std::optional<Chart> chart_named(std::string_view name);

/// "p chart", "individuals (XmR) chart": for a sentence.
std::string_view spoken_name_of(Chart chart);

/// "outside-limits", "shift", …
std::string_view name_of(Rule rule);

/// "common", "improvement", "concern", "high", "low".
std::string_view name_of(Reading reading);

/// "common", "improvement-high", …; "none".
std::string_view name_of(Variation variation);

/// "pass", "fail", "inconsistent", "none".
std::string_view name_of(Assurance assurance);

/// "mdc", "anhoej", "ihi", "western-electric", "nelson", "none": the set as it applies to this
/// kind of chart. Moving ranges share a value with their neighbours, so runs, trends and two of
/// three would find patterns in pure chance: only a point outside the limits is asked of them.
std::optional<Rules> rules_named(std::string_view name, Chart chart);

}  // namespace primum::spc
