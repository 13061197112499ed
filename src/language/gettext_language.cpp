#include "language/gettext_language.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "language/zone.h"

namespace primum::language {
namespace {

constexpr std::array<const char*, 12> kMonths = {
    sentence("January"),   sentence("February"), sentence("March"),    sentence("April"),
    sentence("May"),       sentence("June"),     sentence("July"),     sentence("August"),
    sentence("September"), sentence("October"),  sentence("November"), sentence("December")};

Direction direction_of(std::string_view code) {
    constexpr std::string_view kRightToLeft[] = {"ar",  "arc", "ckb", "dv", "fa", "he", "ku",
                                                 "nqo", "ps",  "sd",  "ug", "ur", "yi"};
    const std::string_view primary = code.substr(0, code.find_first_of("-_"));
    return std::ranges::find(kRightToLeft, primary) != std::end(kRightToLeft)
               ? Direction::right_to_left
               : Direction::left_to_right;
}

}  // namespace

GettextLanguage::GettextLanguage() {
    code_ = "en";
    own_name_ = "English";
}

GettextLanguage::GettextLanguage(const std::string& code, std::string_view mo)
    : catalogue_(std::in_place, code, mo) {
    code_ = code;
    // Translators: the name of the language of this catalogue, in that language.
    const char* name = catalogue_->find("name of this language", "English");
    own_name_ = name ? name : code;
    direction_ = direction_of(code);
}

std::string_view GettextLanguage::say(const char* english) const {
    const char* translation = catalogue_ ? catalogue_->find(nullptr, english) : nullptr;
    return translation && *english ? translation : english;
}

std::string GettextLanguage::fill(const char* english, fmt::format_args args) const {
    try {
        return fmt::vformat(say(english), args);
    } catch (const fmt::format_error&) {
        return fmt::vformat(english, args);
    }
}

std::string_view GettextLanguage::form(std::int64_t number, const char* one,
                                       const char* many) const {
    const char* translation = catalogue_ ? catalogue_->find(one, number) : nullptr;
    if (translation) return translation;
    return number == 1 ? one : many;
}

std::string GettextLanguage::count(std::int64_t number, const char* one, const char* many) const {
    const std::string written = whole(number);
    try {
        return fmt::vformat(form(number, one, many), fmt::make_format_args(written));
    } catch (const fmt::format_error&) {
        return fmt::vformat(number == 1 ? one : many, fmt::make_format_args(written));
    }
}

std::string GettextLanguage::day(Day day) const {
    const std::chrono::year_month_day date(day);
    return say("{day} {month} {year}", fmt::arg("day", static_cast<unsigned>(date.day())),
               fmt::arg("month", say(kMonths[static_cast<unsigned>(date.month()) - 1])),
               fmt::arg("year", static_cast<int>(date.year())));
}

std::string GettextLanguage::month(Day day) const {
    const std::chrono::year_month_day date(day);
    return say("{month} {year}",
               fmt::arg("month", say(kMonths[static_cast<unsigned>(date.month()) - 1])),
               fmt::arg("year", static_cast<int>(date.year())));
}

std::string GettextLanguage::moment(Instant at, std::string_view zone) const {
    const WallClock wall = wall_clock(at, zone);
    return say("{date} at {time}", fmt::arg("date", day(wall.day)),
               fmt::arg("time", clock(wall.hour, wall.minute)));
}

std::string GettextLanguage::time(Instant at, std::string_view zone) const {
    const WallClock wall = wall_clock(at, zone);
    return clock(wall.hour, wall.minute);
}

// As the NHS content guide writes times: 9am, 9:30am, midday, midnight.
std::string GettextLanguage::clock(int hour, int minute) const {
    if (minute == 0 && hour == 0) return std::string(say("midnight"));
    if (minute == 0 && hour == 12) return std::string(say("midday"));
    const int shown = hour % 12 == 0 ? 12 : hour % 12;
    const std::string time =
        minute == 0 ? fmt::format("{}", shown) : fmt::format("{}:{:02}", shown, minute);
    return hour < 12 ? say("{time}am", fmt::arg("time", time))
                     : say("{time}pm", fmt::arg("time", time));
}

}  // namespace primum::language
