#include "measures/typed_number.h"

#include <charconv>
#include <cmath>

#include "html/number.h"

namespace primum::measures {

std::optional<double> typed_number(std::string_view text) {
    std::string digits;
    if (text.ends_with('%')) text.remove_suffix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    std::size_t since_mark = 0;
    bool marked = false;
    for (const char c : text) {
        if (c == ',' || c == ' ') {
            // Between groups of three digits only: "3,5" may mean three and a half.
            if (digits.empty() || (marked && since_mark != 3)) return {};
            marked = true;
            since_mark = 0;
            continue;
        }
        if (c == '.' && marked && since_mark != 3) return {};
        if (c == '.') marked = false;
        digits += c;
        ++since_mark;
    }
    if (marked && since_mark != 3) return {};
    double value = 0;
    const char* const end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, value);
    if (error != std::errc() || stop != end || !std::isfinite(value)) return {};
    return value;
}

std::string in_form(std::optional<double> number) {
    std::string text;
    if (number) html::append_number(text, *number);
    return text;
}

}  // namespace primum::measures
