#pragma once
// Texts that a spreadsheet would run as formulas.

#include <string_view>

namespace primum::csv {

/// Whether Writer::text puts an apostrophe in front: a text that begins with = + - @, a tab or a
/// carriage return and is no number, and one that has such an apostrophe already, so that taking
/// one away gives back what was written.
bool needs_guard(std::string_view text);

/// A cell without the apostrophe that Writer::text put in front of it.
std::string_view without_guard(std::string_view cell);

}  // namespace primum::csv
