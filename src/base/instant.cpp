#include "base/instant.h"

#include <charconv>
#include <cstdio>

namespace primum {
namespace {

class SystemClock final : public Clock {
public:
    Instant now() const override {
        return std::chrono::time_point_cast<std::chrono::microseconds>(
            std::chrono::system_clock::now());
    }
};

template <class Number>
bool read(std::string_view digits, Number& number) {
    const auto [end, error] = std::from_chars(digits.begin(), digits.end(), number);
    return error == std::errc() && end == digits.end() && digits.front() != '-';
}

}  // namespace

// Every period of every point passes here, so not through snprintf, which takes ten times as long.
std::string iso_day(Day day) {
    const std::chrono::year_month_day date(day);
    std::string text = "0000-00-00";
    const auto put = [&](std::size_t end, unsigned number) {
        for (std::size_t at = end; number > 0 && at > 0; number /= 10)
            text[--at] = static_cast<char>('0' + number % 10);
    };
    put(4, static_cast<unsigned>(static_cast<int>(date.year())));
    put(7, static_cast<unsigned>(date.month()));
    put(10, static_cast<unsigned>(date.day()));
    return text;
}

std::optional<Day> parse_iso_day(std::string_view text) {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    if (!read(text.substr(0, 4), year) || !read(text.substr(5, 2), month) ||
        !read(text.substr(8, 2), day))
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                           std::chrono::day(day)};
    if (!date.ok()) return std::nullopt;
    return Day(date);
}

std::string iso_instant(Instant at) {
    const Day day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::hh_mm_ss time(at - day);
    char text[32];
    std::snprintf(text, sizeof text, "T%02ld:%02ld:%02ld", static_cast<long>(time.hours().count()),
                  static_cast<long>(time.minutes().count()),
                  static_cast<long>(time.seconds().count()));
    std::string result = iso_day(day) + text;
    if (const auto micros = time.subseconds().count()) {
        std::snprintf(text, sizeof text, ".%06ld", static_cast<long>(micros));
        result += text;
    }
    return result + 'Z';
}

const Clock& system_clock() {
    static const SystemClock clock;
    return clock;
}

}  // namespace primum
