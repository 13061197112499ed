#include "imports/sheets.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "csv/guard.h"
#include "csv/in_quotes.h"
#include "csv/text.h"
#include "datasets/date_forms.h"
#include "datasets/numbers.h"
#include "imports/patients.h"
#include "xlsx/workbook.h"
#include "zip/unzip.h"

namespace primum::imports {
namespace {

/// How people see a cell: 25% rather than 0.25. An apostrophe before a formula is a part of the
/// text in a workbook, while one in a CSV file is there to be taken away.
std::string shown(const xlsx::Cell& cell) {
    if (cell.text.starts_with('\'') && csv::needs_guard(cell.text))
        return "'" + std::string(cell.text);
    if (cell.kind != xlsx::Kind::percent || !datasets::is_number(cell.text))
        return std::string(cell.text);
    double share = 0;
    std::from_chars(cell.text.data(), cell.text.data() + cell.text.size(), share);
    return fmt::format("{:.15g}%", share * 100);
}

Checked<csv::Table> grid_of(const xlsx::Sheet& sheet) {
    constexpr std::size_t kMostCells = 20'000'000;
    const std::size_t columns = 1 + std::ranges::max(sheet.cells, {}, &xlsx::Cell::column).column;
    if (columns * sheet.rows.size() > kMostCells)
        return refuse(fmt::format(
            "The cells of the sheet {} lie too far apart: send the table alone, without what "
            "stands around it.",
            csv::in_quotes(sheet.name)));
    csv::TableBuilder builder(columns);
    for (const xlsx::Row& row : sheet.rows) {
        for (const xlsx::Cell& cell : sheet.cells_of(row))
            builder.cell(cell.column, shown(cell));
        builder.end_row(row.number);
    }
    return std::move(builder).done();
}

Checked<std::vector<Sheet>> sheets_of_workbook(std::string_view bytes) {
    const auto book = xlsx::read(bytes);
    if (!book) return std::unexpected(book.error());
    std::vector<Sheet> sheets;
    for (const xlsx::Sheet& sheet : book->sheets) {
        if (sheet.rows.empty()) continue;
        auto grid = grid_of(sheet);
        if (!grid) return std::unexpected(grid.error());
        sheets.push_back({.name = sheet.name, .hidden = sheet.hidden, .grid = std::move(*grid)});
    }
    if (sheets.empty()) return refuse("The workbook is empty: it needs a sheet with a table.");
    return sheets;
}

std::size_t different_words(const csv::Table& grid, std::size_t row) {
    std::set<std::string_view> words;
    for (std::size_t column = 0; column < grid.columns(); ++column)
        if (!grid.cell(row, column).empty()) words.insert(grid.cell(row, column));
    return words.size();
}

std::size_t numbers_in(const csv::Table& grid, std::size_t row) {
    std::size_t numbers = 0;
    for (std::size_t column = 0; column < grid.columns(); ++column)
        if (datasets::is_number(grid.cell(row, column))) ++numbers;
    return numbers;
}

}  // namespace

Checked<std::vector<Sheet>> sheets_of(std::string bytes) {
    std::vector<Sheet> sheets;
    if (zip::is_zip(bytes) || xlsx::looks_like_workbook(bytes)) {
        auto read = sheets_of_workbook(bytes);
        if (!read) return read;
        sheets = std::move(*read);
    } else {
        const auto text = csv::to_text(std::move(bytes));
        if (!text) return std::unexpected(text.error());
        auto grid = csv::parse_grid(text->utf8);
        if (!grid) return std::unexpected(grid.error());
        sheets.push_back({.name = "", .hidden = false, .grid = std::move(*grid)});
    }
    for (const Sheet& sheet : sheets)
        if (auto clean = without_patients(sheet.grid, sheets.size() > 1 ? sheet.name : ""); !clean)
            return std::unexpected(clean.error());
    return sheets;
}

bool looks_like_json(std::string_view bytes) {
    const auto first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    return first != std::string_view::npos && bytes[first] == '{';
}

Checked<const Sheet*> choose_sheet(const std::vector<Sheet>& sheets, std::string_view name) {
    for (const Sheet& sheet : sheets)
        if (name.empty() ? !sheet.hidden : sheet.name == name) return &sheet;
    if (name.empty()) return refuse("All sheets of the workbook are hidden: show one and save it.");
    return refuse(fmt::format("There is no sheet {}: choose another.", csv::in_quotes(name)));
}

std::size_t heading_row(const csv::Table& grid) {
    constexpr std::size_t kRowsLookedAt = 50;
    const std::size_t rows = std::min(grid.rows(), kRowsLookedAt);
    std::size_t widest = 0;
    for (std::size_t row = 0; row < rows; ++row)
        widest = std::max(widest, different_words(grid, row));
    for (std::size_t row = 0; row + 1 < rows; ++row) {
        const auto words = different_words(grid, row);
        const bool wide = words >= 2 && words * 10 >= widest * 6;
        if (wide && numbers_in(grid, row) * 2 < words) return row;
    }
    return 0;
}

}  // namespace primum::imports
