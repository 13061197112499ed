#include "base/nhs_number.h"

#include <cstddef>

namespace primum {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The weights of the first nine digits are 10 to 2; 11 less the remainder is the tenth.
bool has_check_digit(const char (&digits)[10]) {
    int sum = 0;
    for (int i = 0; i < 9; ++i)
        sum += (10 - i) * (digits[i] - '0');
    const int check = (11 - sum % 11) % 11;
    return check == digits[9] - '0';
}

/// Where a number ends that begins at `begin`; 0 where none does.
std::size_t end_of_number(std::string_view text, std::size_t begin) {
    char digits[10] = {};
    std::size_t found = 0;
    char between = 0;
    std::size_t at = begin;
    for (; at < text.size() && found < 10; ++at) {
        if (is_digit(text[at])) {
            digits[found++] = text[at];
            continue;
        }
        const bool place = found == 3 || (found == 6 && between == text[at]);
        if (!place || (text[at] != ' ' && text[at] != '-')) return 0;
        between = text[at];
    }
    if (found < 10 || (at < text.size() && is_digit(text[at]))) return 0;
    const bool parted = between != 0;
    if (parted && (text[begin + 3] != between || text[begin + 7] != between)) return 0;
    return has_check_digit(digits) ? at : 0;
}

}  // namespace

std::optional<std::string_view> find_nhs_number(std::string_view text) {
    if (text.size() < 10) return {};
    for (std::size_t i = 0; i + 10 <= text.size(); ++i) {
        if (!is_digit(text[i])) continue;
        const bool inside = i > 0 && (is_digit(text[i - 1]) || text[i - 1] == '.');
        if (inside) continue;
        if (const auto end = end_of_number(text, i)) return text.substr(i, end - i);
    }
    return {};
}

}  // namespace primum
