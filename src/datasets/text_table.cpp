#include "datasets/text_table.h"

#include <algorithm>
#include <cstddef>

namespace primum::datasets {
namespace {

/// Characters, not bytes.
std::size_t width_of(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
}

void append_padded(std::string& line, const std::string& cell, std::size_t width, Align align) {
    const std::string padding(width - width_of(cell), ' ');
    line += align == Align::right ? padding + cell : cell + padding;
}

}  // namespace

std::string TextTable::text() const {
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        std::size_t width = width_of(columns_[i].heading);
        for (const auto& row : rows_)
            width = std::max(width, width_of(row[i]));
        widths.push_back(width);
    }

    std::string out;
    const auto append_line = [&](auto cell_at) {
        std::string line;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (i > 0) line += "  ";
            append_padded(line, cell_at(i), widths[i], columns_[i].align);
        }
        out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    };
    append_line([&](std::size_t i) { return columns_[i].heading; });
    append_line([&](std::size_t i) { return std::string(widths[i], '-'); });
    for (const auto& row : rows_)
        append_line([&](std::size_t i) { return row[i]; });
    return out;
}

}  // namespace primum::datasets
