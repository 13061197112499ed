#include <algorithm>
#include <string>

#include "organisations/incoming.h"

namespace primum::organisations {
namespace {

bool are_digits(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<Day> day_of(std::string_view year, std::string_view month, std::string_view day) {
    std::string iso(year);
    ((iso += '-') += month) += '-';
    return parse_iso_day(iso += day);
}

}  // namespace

std::optional<Day> day_as_written(std::string_view text) {
    constexpr std::size_t kCompact = 8;
    constexpr std::size_t kLong = 10;
    if (text.size() == kCompact && are_digits(text))
        return day_of(text.substr(0, 4), text.substr(4, 2), text.substr(6, 2));
    if (text.size() == kLong && text[2] == '/' && text[5] == '/')
        return day_of(text.substr(6, 4), text.substr(3, 2), text.substr(0, 2));
    return parse_iso_day(text);
}

}  // namespace primum::organisations
