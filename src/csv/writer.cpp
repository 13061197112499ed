#include "csv/writer.h"

#include <fmt/compile.h>

#include <bit>
#include <charconv>
#include <cmath>
#include <iterator>

#include "csv/guard.h"

namespace primum::csv {
namespace {

/// Readers take them away where there are no quotation marks.
bool has_spaces_at_its_ends(std::string_view cell) {
    constexpr std::string_view kSpaces = " \t";
    return !cell.empty() && (kSpaces.contains(cell.front()) || kSpaces.contains(cell.back()));
}

/// Whole numbers print the same either way, and to_chars is many times quicker.
bool is_small_whole(double value) {
    constexpr double kMost = 1e15;
    return value == std::trunc(value) && std::fabs(value) < kMost &&
           !(value == 0 && std::signbit(value));
}

/// Returns the end of what it wrote.
char* write_digits(char (&buffer)[32], double value) {
    if (is_small_whole(value))
        return std::to_chars(buffer, std::end(buffer), static_cast<long long>(value)).ptr;
    return fmt::format_to(static_cast<char*>(buffer), FMT_COMPILE("{:.17g}"), value);
}

}  // namespace

void Writer::text(std::string_view cell) {
    separate();
    const bool guarded = needs_guard(cell);
    if (cell.find_first_of("\",\r\n") == std::string_view::npos && !has_spaces_at_its_ends(cell)) {
        if (guarded) out_ += '\'';
        out_ += cell;
        return;
    }
    out_ += guarded ? "\"'" : "\"";
    for (const char c : cell) {
        if (c == '"') out_ += '"';
        out_ += c;
    }
    out_ += '"';
}

void Writer::plain(std::string_view cell) {
    separate();
    out_ += cell;
}

void Writer::number(double value) {
    separate();
    if (std::isnan(value)) return;
    if (column_ >= last_.size()) last_.resize(column_ + 1);
    auto& last = last_[column_];
    const auto bits = std::bit_cast<std::uint64_t>(value);
    if (last.size == 0 || last.bits != bits) {
        last.bits = bits;
        last.size = static_cast<std::size_t>(write_digits(last.digits, value) - last.digits);
    }
    out_.append(last.digits, last.size);
}

void Writer::number(std::size_t value) {
    separate();
    char buffer[24];
    out_.append(buffer, std::to_chars(buffer, std::end(buffer), value).ptr);
}

void Writer::end_row() {
    out_ += "\r\n";
    column_ = 0;
}

void Writer::separate() {
    if (column_ > 0) out_ += ',';
    ++column_;
}

}  // namespace primum::csv
