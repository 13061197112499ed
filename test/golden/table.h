#pragma once
// A table of a golden case: named columns of cells that may be numbers, words or missing.

#include <cstddef>
#include <filesystem>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace primum::golden {

/// One field. A field read from a file keeps its text, and its number when the whole text is one.
struct Cell {
    double number = std::numeric_limits<double>::quiet_NaN();
    std::string text;

    Cell() = default;
    Cell(double value) : number(value) {}
    Cell(std::string_view words) : text(words) {}
    Cell(const char* words) : text(words) {}

    bool is_number() const { return number == number; }
    bool is_missing() const { return !is_number() && text.empty(); }
};

/// A field as a CSV file spells it: empty is missing.
Cell cell_of(std::string_view field);

class Table {
public:
    using Column = std::vector<Cell>;

    /// The column of this name; made, empty, when it is new.
    Column& operator[](std::string_view name);

    /// Null when there is no such column.
    const Column* find(std::string_view name) const;
    bool has(std::string_view name) const { return find(name) != nullptr; }

    /// The numbers of a column; NaN where there is none, and everywhere when there is no column.
    std::vector<double> numbers(std::string_view name) const;

    /// Length of the longest column.
    std::size_t rows() const;

    const std::vector<std::pair<std::string, Column>>& columns() const { return columns_; }

private:
    std::vector<std::pair<std::string, Column>> columns_;
};

/// Reads a CSV file with one heading line. An empty file is an empty table.
Table read_csv(const std::filesystem::path& file);

/// The rows of one series of a table.
struct SeriesRows {
    Cell name;
    std::vector<std::size_t> rows;
};

/// The series that the column `series` names, sorted by name as R sorts them; all rows as one
/// series when it is absent.
std::vector<SeriesRows> series_of(const Table& table);

/// Some rows of a column, as numbers.
std::vector<double> numbers_at(const Table& table, std::string_view name,
                               const std::vector<std::size_t>& rows);

}  // namespace primum::golden
