#pragma once
// CSV text, as RFC 4180 and careful spreadsheet users want it.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace primum::csv {

/// Appends cells and rows to a text. Rows end with CR LF.
class Writer {
public:
    explicit Writer(std::string& out) : out_(out) {}

    /// A name or sentence. Quoted where it must be. A spreadsheet runs a cell that begins with
    /// = + - @, a tab or a carriage return as a formula, so such a text gets an
    /// apostrophe in front, unless it is a plain number.
    void text(std::string_view cell);

    /// Something of our own making that needs neither quotation marks nor the guard: a date, a
    /// flag.
    void plain(std::string_view cell);

    /// With 17 significant digits, which give back the same double; empty when it is NaN.
    void number(double value);

    void number(std::size_t value);
    void end_row();

private:
    /// The last number of a column: lines on a chart repeat theirs row after row, and writing 17
    /// digits is the dearest thing we do.
    struct Number {
        std::uint64_t bits = 0;
        std::size_t size = 0;
        char digits[32] = {};
    };

    void separate();
    std::string& out_;
    std::size_t column_ = 0;  // cells of this row so far
    std::vector<Number> last_;
};

}  // namespace primum::csv
