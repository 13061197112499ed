#pragma once
// Numbers that name patients, which have no place here.

#include <optional>
#include <string_view>

namespace primum {

/// The first part of a text that looks like an NHS number: ten digits, together or as 3, 3 and 4
/// with spaces or hyphens between, whose last is the check digit of the others (modulus 11). Ten
/// digits within a longer number, or behind a decimal point, are none.
/// Source: NHS Data Dictionary, NHS NUMBER.
std::optional<std::string_view> find_nhs_number(std::string_view text);

}  // namespace primum
