#include "measures/frequency.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <chrono>

namespace primum::measures {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month_day;

struct Named {
    Frequency frequency;
    std::string_view name;
    const char* label;
};
constexpr std::array kNames = {Named{Frequency::event, "event", "At every event"},
                               Named{Frequency::day, "day", "Every day"},
                               Named{Frequency::week, "week", "Every week"},
                               Named{Frequency::month, "month", "Every month"},
                               Named{Frequency::quarter, "quarter", "Every quarter"},
                               Named{Frequency::year, "year", "Every year"}};

const Named& named(Frequency frequency) {
    return kNames[static_cast<std::size_t>(frequency)];
}

/// The first day of a month, some months further on.
Day month_on(Day period, int by) {
    const year_month_day day(period);
    return (day.year() / day.month() + months(by)) / 1;
}

datasets::Form form_of(std::string_view example) {
    for (datasets::Form form = 0; form < datasets::form_count(); ++form)
        if (datasets::example_of(form) == example) return form;
    return 0;
}

std::optional<Day> read(std::string_view example, std::string_view text) {
    static thread_local datasets::DateReader reader;
    const auto key = reader.read(form_of(example), text);
    if (!key) return std::nullopt;
    return Day(days(*key));
}

/// "2026-Q1".
std::optional<Day> read_quarter(std::string_view text) {
    if (text.size() != 7 || text.substr(4, 2) != "-Q" || text[6] < '1' || text[6] > '4') return {};
    const int month = (text[6] - '1') * 3 + 1;
    return parse_iso_day(fmt::format("{}-{:02}-01", text.substr(0, 4), month));
}

}  // namespace

std::string_view name(Frequency frequency) {
    return named(frequency).name;
}

std::optional<Frequency> parse_frequency(std::string_view name) {
    for (const Named& entry : kNames)
        if (entry.name == name) return entry.frequency;
    return std::nullopt;
}

const char* label(Frequency frequency) {
    return named(frequency).label;
}

Day period_of(Frequency frequency, Day day) {
    const year_month_day date(day);
    const auto month = static_cast<unsigned>(date.month());
    switch (frequency) {
        case Frequency::event:
        case Frequency::day:
            return day;
        case Frequency::week:
            return day - (std::chrono::weekday(day) - std::chrono::Monday);
        case Frequency::month:
            return date.year() / date.month() / 1;
        case Frequency::quarter:
            return date.year() / std::chrono::month((month - 1) / 3 * 3 + 1) / 1;
        case Frequency::year:
            return date.year() / std::chrono::January / 1;
    }
    return day;
}

Day next_period(Frequency frequency, Day period) {
    switch (frequency) {
        case Frequency::event:
        case Frequency::day:
            return period + days(1);
        case Frequency::week:
            return period + days(7);
        case Frequency::month:
            return month_on(period, 1);
        case Frequency::quarter:
            return month_on(period, 3);
        case Frequency::year:
            return month_on(period, 12);
    }
    return period + days(1);
}

Day earlier_period(Frequency frequency, Day period) {
    return period_of(frequency, period_of(frequency, period) - days(1));
}

std::optional<Day> parse_period(Frequency frequency, std::string_view text) {
    if (const auto day = parse_iso_day(text)) return period_of(frequency, *day);
    switch (frequency) {
        case Frequency::week:
            return read("2025-W17", text);
        case Frequency::month:
            return read("2025-04", text);
        case Frequency::quarter:
            return read_quarter(text);
        case Frequency::year:
            return text.size() == 4 ? parse_iso_day(std::string(text) + "-01-01") : std::nullopt;
        case Frequency::event:
        case Frequency::day:
            break;
    }
    return std::nullopt;
}

namespace {

datasets::Unit unit_of(Frequency frequency) {
    switch (frequency) {
        case Frequency::week:
            return datasets::Unit::week;
        case Frequency::month:
            return datasets::Unit::month;
        case Frequency::quarter:
            return datasets::Unit::quarter;
        case Frequency::event:
        case Frequency::day:
        case Frequency::year:
            break;
    }
    return datasets::Unit::day;
}

}  // namespace

datasets::Calendar calendar_of(Frequency frequency) {
    switch (frequency) {
        case Frequency::week:
            return {form_of("2025-W17"), datasets::Unit::week};
        case Frequency::month:
            return {form_of("2025-04"), datasets::Unit::month};
        case Frequency::quarter:
            return {form_of("Q2 2025"), datasets::Unit::quarter};
        case Frequency::event:
        case Frequency::day:
        case Frequency::year:
            break;
    }
    return {form_of("2025-04-25"), datasets::Unit::day};
}

std::string iso_period(Frequency frequency, Day period) {
    if (frequency == Frequency::year) return iso_day(period).substr(0, 4);
    return datasets::iso(unit_of(frequency), period.time_since_epoch().count());
}

std::string spoken_period(Frequency frequency, Day period) {
    if (frequency == Frequency::year) return iso_day(period).substr(0, 4);
    return datasets::label(unit_of(frequency), period.time_since_epoch().count());
}

}  // namespace primum::measures
