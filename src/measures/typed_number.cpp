#include "measures/typed_number.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

#include "html/number.h"
#include "language/language.h"

namespace primum::measures {
namespace {

using language::sentence;

constexpr double kGreatest = 1e12;

/// Ordinary spaces, and those without a break that spreadsheets put between thousands, in UTF-8.
constexpr std::array<std::string_view, 5> kSpaces = {" ", "\t", "\u00a0", "\u2009", "\u202f"};

/// Without spaces around it, and with a comma for each one inside.
std::string with_commas(std::string_view text) {
    std::string kept;
    std::size_t waiting = 0;
    while (!text.empty()) {
        const auto space = std::ranges::find_if(
            kSpaces, [&](std::string_view one) { return text.starts_with(one); });
        if (space != kSpaces.end()) {
            ++waiting;
            text.remove_prefix(space->size());
            continue;
        }
        if (!kept.empty() && text.front() != '%') kept.append(waiting, ',');
        waiting = 0;
        kept += text.front();
        text.remove_prefix(1);
    }
    return kept;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Takes the commas away where they stand between groups of three digits; nothing where one stands
/// elsewhere.
std::optional<std::string> without_commas(std::string_view text) {
    if (text.find(',') == text.npos) return std::string(text);
    const std::string_view whole = text.substr(0, text.find('.'));
    if (text.substr(whole.size()).find(',') != text.npos) return {};
    std::string kept;
    std::size_t digits = 0;
    bool grouped = false;
    for (const char c : whole) {
        if (c == ',') {
            if (digits == 0 || digits > 3 || (grouped && digits != 3)) return {};
            grouped = true;
            digits = 0;
            continue;
        }
        if (is_digit(c)) ++digits;
        kept += c;
    }
    if (digits != 3) return {};
    return kept + std::string(text.substr(whole.size()));
}

}  // namespace

Checked<std::optional<double>> typed_number(std::string_view text) {
    const std::string typed = with_commas(text);
    if (typed.empty()) return std::nullopt;
    if (typed.ends_with('%'))
        return refuse(sentence("Enter how many there were, without a percent sign."));
    const auto digits = without_commas(typed);
    double number = 0;
    if (digits) {
        const char* const end = digits->data() + digits->size();
        const auto read = std::from_chars(digits->data(), end, number, std::chars_format::fixed);
        if (read.ec == std::errc() && read.ptr == end && number > -kGreatest && number < kGreatest)
            return number;
    }
    return refuse(sentence("Enter a number, as 12, 1,234 or 0.5."));
}

bool says_none(std::string_view text) {
    std::string lower;
    for (const char c : with_commas(text))
        lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    constexpr std::array<std::string_view, 8> kNone = {"n/a",  "na",   "-",    "–",
                                                       "none", "#n/a", "null", "missing"};
    return std::ranges::find(kNone, lower) != kNone.end();
}

std::string in_form(std::optional<double> number) {
    std::string text;
    if (number) html::append_number(text, *number);
    return text;
}

}  // namespace primum::measures
