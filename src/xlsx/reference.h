#pragma once
// Names of cells: B7.

#include <cstdint>
#include <optional>
#include <string_view>

namespace primum::xlsx {

inline constexpr std::uint32_t kLastRow = 1'048'576;  // from 1
inline constexpr std::uint32_t kLastColumn = 16'383;  // from 0

struct Place {
    std::uint32_t row = 1;     ///< from 1
    std::uint32_t column = 0;  ///< from 0
};

/// 1 for "B7" and for "B".
std::optional<std::uint32_t> column_of(std::string_view reference);

/// Row 7, column 1 for "B7".
std::optional<Place> place_of(std::string_view reference);

}  // namespace primum::xlsx
