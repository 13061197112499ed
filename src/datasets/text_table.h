#pragma once
// Columns of text for a terminal.

#include <cstdint>
#include <string>
#include <vector>

namespace primum::datasets {

enum class Align : std::uint8_t { left, right };

/// Rows of cells, each column as wide as its widest cell, two spaces between.
class TextTable {
public:
    struct Column {
        std::string heading;
        Align align = Align::left;
    };

    explicit TextTable(std::vector<Column> columns) : columns_(std::move(columns)) {}
    void add_row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
    std::string text() const;

private:
    std::vector<Column> columns_;
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace primum::datasets
