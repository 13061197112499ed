#pragma once
// Comma, semicolon or tab?

#include <string_view>

namespace primum::csv {

/// The one of comma, semicolon and tab that stands most often in the first line with content,
/// outside quotation marks. A comma where there is none.
char delimiter_of(std::string_view text);

}  // namespace primum::csv
