#pragma once
// What a number format makes of a number.

#include <cstdint>
#include <string_view>

namespace primum::xlsx {

enum class Shown : std::uint8_t { as_number, as_percent, as_date };

/// Of a format that Excel has built in. Source: ECMA-376 part 1, 18.8.30.
Shown shown_by(unsigned built_in);

/// Of a format's code: "dd/mm/yyyy", "0.0%", "#,##0". Words in quotation marks, escaped characters
/// and colours count for nothing, and so do lengths of time ("[h]:mm"), which are numbers.
Shown shown_by(std::string_view code);

}  // namespace primum::xlsx
