#pragma once
// Workbooks made by hand, part by part, for tests.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace primum::xlsx::testing {

using Parts = std::vector<std::pair<std::string, std::string>>;

/// An archive of these parts.
std::string packed(const Parts& parts);

/// The parts of a workbook with one sheet, "Falls", of these rows of XML, and what shall stand
/// behind them. Style 1 is a date, 2 a percentage; the shared strings are "ward" and "a & b".
Parts workbook(std::string_view sheet_data, std::string_view behind = "",
               std::string_view properties = "");

/// The same with another text in one part.
Parts with(Parts parts, std::string_view name, std::string text);

}  // namespace primum::xlsx::testing
