#pragma once
// Columns of an answer, from the engine's vectors.

#include <cstdint>
#include <span>

#include "table.h"

namespace primum::golden {

inline void put(Table& table, std::string_view name, std::span<const double> numbers) {
    Table::Column& column = table[name];
    for (const double number : numbers)
        column.push_back(number);
}

inline void put(Table& table, std::string_view name, std::span<const std::uint8_t> flags) {
    Table::Column& column = table[name];
    for (const auto flag : flags)
        column.push_back(flag != 0 ? 1.0 : 0.0);
}

/// 1, 2, 3, …
inline void put_numbers(Table& table, std::string_view name, std::size_t rows) {
    Table::Column& column = table[name];
    for (std::size_t i = 1; i <= rows; ++i)
        column.push_back(static_cast<double>(i));
}

inline double count_of(std::span<const std::uint8_t> flags) {
    double count = 0;
    for (const auto flag : flags)
        count += flag != 0 ? 1 : 0;
    return count;
}

}  // namespace primum::golden
