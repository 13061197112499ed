#include "xlsx/formats.h"

#include <algorithm>

namespace primum::xlsx {
namespace {

bool between(unsigned number, unsigned first, unsigned last) {
    return number >= first && number <= last;
}

bool is_length_of_time(std::string_view in_brackets) {
    return !in_brackets.empty() && in_brackets.find_first_not_of("hHmMsS") == in_brackets.npos;
}

}  // namespace

Shown shown_by(unsigned built_in) {
    if (built_in == 9 || built_in == 10) return Shown::as_percent;
    // 27 to 36 and 50 to 58 are dates of East Asian versions; 46 is [h]:mm:ss.
    const bool date = between(built_in, 14, 22) || between(built_in, 27, 36) || built_in == 45 ||
                      built_in == 47 || between(built_in, 50, 58);
    return date ? Shown::as_date : Shown::as_number;
}

Shown shown_by(std::string_view code) {
    bool date = false;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        const char c = code[i];
        if (c == '"') {
            i = std::min(code.find('"', i + 1), code.size());
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '[') {
            const auto end = std::min(code.find(']', i), code.size());
            if (is_length_of_time(code.substr(i + 1, end - i - 1))) return Shown::as_number;
            i = end;
        } else if (c == '%') {
            return Shown::as_percent;
        } else if (std::string_view("dDmMyYhHsS").contains(c)) {
            date = true;
        } else if (code.substr(i).starts_with("General")) {
            return Shown::as_number;
        }
    }
    return date ? Shown::as_date : Shown::as_number;
}

}  // namespace primum::xlsx
