#pragma once
// What well-formed UTF-8 is.

#include <cstddef>
#include <string_view>

namespace primum {

/// Length of the character at the beginning, which is not ASCII: 2, 3 or 4 bytes. 0 where the bytes
/// are not well-formed (table 3-7 of the Unicode standard) or are a control character.
std::size_t utf8_length(std::string_view text);

}  // namespace primum
