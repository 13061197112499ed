#pragma once
// How long a text is for the person who typed it.

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace primum {

/// How many characters well-formed UTF-8 has, rather than bytes.
inline std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace primum
