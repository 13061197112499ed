#pragma once
// A CSV file as headings and cells.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/checked.h"

namespace primum::csv {

/// The cells of one file. Text lives in one piece of memory and cells are views into it, so a table
/// costs about as much as its file and four bytes a cell. Views live as long as the table.
class Table {
public:
    std::size_t rows() const { return row_numbers_.size(); }
    std::size_t columns() const { return headings_.size(); }
    char delimiter() const { return delimiter_; }

    const std::string& heading(std::size_t column) const { return headings_[column]; }

    /// Spaces around unquoted cells are gone.
    std::string_view cell(std::size_t row, std::size_t column) const {
        const std::size_t at = row * columns() + column;
        return {text_.data() + starts_[at], starts_[at + 1] - starts_[at]};
    }

    /// The number a spreadsheet shows beside this row: the headings are row 1, blank rows count.
    std::size_t row_number(std::size_t row) const { return row_numbers_[row]; }

    /// The column with exactly this heading.
    std::optional<std::size_t> find(std::string_view heading) const;

private:
    friend class TableReader;
    friend class TableBuilder;
    friend Checked<Table> with_headings(Table grid, std::size_t row);
    std::vector<std::string> headings_;
    std::string text_;
    std::vector<std::uint32_t> starts_;  // of each cell, row after row; one more at the end
    std::vector<std::uint32_t> row_numbers_;
    char delimiter_ = ',';
};

/// Reads comma-, semicolon- or tab-separated text; the headings say which. Rows without any content
/// are passed over, and so are columns with neither heading nor content. Refuses, with row and
/// column: rows longer or shorter than the headings, quotation marks that do not match, headings
/// that are missing or come twice, and files without headings or without rows.
Checked<Table> parse_table(std::string_view utf8);

/// The same for a file without headings, whose columns are known: they get the headings "1", "2"
/// and so on. The first row is row 1.
Checked<Table> parse_rows(std::string_view utf8, std::size_t columns);

/// The same for a file of which nothing is known: rows may be of any length, and short ones are
/// filled up with empty cells. Columns get the headings "1", "2" and so on until with_headings says
/// better. Refuses more than 1,000 columns, and rows so uneven that most cells would be empty.
Checked<Table> parse_grid(std::string_view utf8);

/// The rows below one of a grid, which holds the headings. Nameless columns are called "Column 3",
/// and of two with the same heading the second gets "(2)". Refuses where there is nothing below.
Checked<Table> with_headings(Table grid, std::size_t row);

/// Makes a grid of cells from somewhere else, row by row.
class TableBuilder {
public:
    explicit TableBuilder(std::size_t columns);

    /// Cells from left to right; those of the row that are not given are empty.
    void cell(std::size_t column, std::string_view text);
    void end_row(std::size_t row_number);

    /// Refuses where there is nothing, or more than 4 GB.
    Checked<Table> done() &&;

private:
    Table table_;
    std::size_t columns_;
    std::size_t next_ = 0;
    bool whole_ = true;
};

}  // namespace primum::csv
