#pragma once
// Workbooks of our own.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/checked.h"
#include "base/instant.h"

namespace primum::xlsx {

/// How the numbers of a column are shown. The file keeps 16 digits of each.
enum class Format : std::uint8_t { text, number, decimal, percent, date };

struct Column {
    std::string heading;
    Format format = Format::text;
    double width = 14;  ///< in characters
};

/// Writes sheets one after the other and each of them row by row; what is written is out of memory
/// at once. A text stays a text, whatever it begins with, so that no cell is a formula.
class Writer {
public:
    /// `made` is what the workbook says of itself.
    static Checked<Writer> begin(std::string_view title, Instant made);
    Writer(Writer&&) noexcept;
    Writer& operator=(Writer&&) noexcept;
    ~Writer();

    /// Begins a sheet: headings in bold, which stay in sight above the rows, with a filter. Signs
    /// that Excel forbids in names become spaces, names longer than 31 characters are cut.
    void sheet(std::string_view name, std::span<const Column> columns);

    /// Cells from left to right. A number that is not finite, and a text without anything in it,
    /// leaves its cell empty. Texts are cut at 32,767 characters, which is Excel's limit.
    void text(std::string_view cell);
    void number(double value);
    void date(Day day);
    void empty();
    void end_row();

    /// The whole file. Nothing may be written after it.
    Checked<std::string> finish();

private:
    struct State;
    explicit Writer(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace primum::xlsx
