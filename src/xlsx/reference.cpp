#include "xlsx/reference.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "xlsx/workbook.h"

namespace primum::xlsx {

std::optional<std::uint32_t> column_of(std::string_view reference) {
    std::uint32_t column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z') break;
        column = column * 26 + static_cast<std::uint32_t>(c - 'A') + 1;
        if (column > kLastColumn + 1) return {};
    }
    if (column == 0) return {};
    return column - 1;
}

std::optional<Place> place_of(std::string_view reference) {
    const auto column = column_of(reference);
    const auto digits = std::min(reference.find_first_of("0123456789"), reference.size());
    std::uint32_t row = 0;
    const auto* last = reference.data() + reference.size();
    const auto [end, error] = std::from_chars(reference.data() + digits, last, row);
    if (!column || error != std::errc() || end != last || row == 0 || row > kLastRow) return {};
    return Place{.row = row, .column = *column};
}

std::string column_name(std::size_t column) {
    std::string name;
    for (auto left = column + 1; left > 0; left = (left - 1) / 26)
        name.insert(name.begin(), static_cast<char>('A' + (left - 1) % 26));
    return name;
}

}  // namespace primum::xlsx
