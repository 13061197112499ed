#include "csv/guard.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace primum::csv {
namespace {

bool is_number(std::string_view cell) {
    double value = 0;
    const auto [end, error] = std::from_chars(cell.begin(), cell.end(), value);
    return error == std::errc() && end == cell.end();
}

bool looks_like_a_formula(std::string_view cell) {
    return !cell.empty() && std::string_view("=+-@\t\r").contains(cell.front()) && !is_number(cell);
}

std::string_view without_apostrophes(std::string_view text) {
    return text.substr(std::min(text.find_first_not_of('\''), text.size()));
}

}  // namespace

bool needs_guard(std::string_view text) {
    return looks_like_a_formula(without_apostrophes(text));
}

std::string_view without_guard(std::string_view cell) {
    return cell.starts_with('\'') && needs_guard(cell.substr(1)) ? cell.substr(1) : cell;
}

}  // namespace primum::csv
