#pragma once
// Spreadsheets that somebody sent us, as cells with values.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/checked.h"

namespace primum::xlsx {

enum class Kind : std::uint8_t {
    text,
    number,
    percent,  ///< a number whose format shows hundredths: 0.25 for "25%"
    date,     ///< as ISO 8601: 2025-04-25, or 2025-04-25T08:30:00
    time,     ///< of a day: 08:30:00
    boolean,  ///< TRUE or FALSE
    error,    ///< #DIV/0! and the like; "=…", the formula, where it was saved without its result
};

/// One cell that holds something. Its text lives as long as the workbook.
struct Cell {
    std::uint32_t column = 0;  ///< from 0, which is A
    Kind kind = Kind::text;
    std::string_view text;  ///< numbers as the file has them, with all their digits
};

struct Row {
    std::uint32_t number = 1;  ///< as the spreadsheet shows it
    std::size_t begin = 0;     ///< of its cells in the sheet
    std::size_t end = 0;
};

/// Rows in order, their cells from left to right, and neither where nothing stands. Each cell of a
/// merged range has the value of its first.
struct Sheet {
    std::string name;
    bool hidden = false;
    std::vector<Row> rows;
    std::vector<Cell> cells;

    std::span<const Cell> cells_of(const Row& row) const {
        return std::span(cells).subspan(row.begin, row.end - row.begin);
    }
};

/// What a workbook may ask of us.
struct Limits {
    std::size_t entries = 1000;
    std::uint64_t unpacked_bytes = 128 * 1024 * 1024;
    std::uint64_t ratio = 200;
    std::size_t cells = 2'000'000;                ///< with something in them, merged ones too
    std::uint64_t text_bytes = 64 * 1024 * 1024;  ///< of all cells together
    std::size_t marks = 20'000'000;               ///< tags and attributes of one part
};

/// Sheets in the order of their tabs.
struct Workbook {
    std::vector<Sheet> sheets;
    std::vector<std::shared_ptr<const void>> texts = {};  ///< what the cells point into
};

/// The cells of an XLSX file. Formulas give the result that was saved with them. Refuses, with a
/// sentence that says what to do: workbooks with a password, with macros, with links to other
/// workbooks, of other kinds (XLS, XLSB, ODS), with document types or entities in their XML, and
/// what is damaged or beyond the limits.
Checked<Workbook> read(std::string_view bytes, const Limits& limits = {});

/// Whether these bytes are meant for read(): a ZIP archive with a workbook in it, or what Excel
/// writes when there is a password.
bool looks_like_workbook(std::string_view bytes);

/// "A", "Z", "AA": the name of a column, from 0.
std::string column_name(std::size_t column);

}  // namespace primum::xlsx
