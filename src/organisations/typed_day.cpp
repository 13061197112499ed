#include "organisations/typed_day.h"

#include <charconv>

namespace primum::organisations {
namespace {

std::string part(std::string_view name, std::string_view which) {
    return std::string(name).append(1, '-').append(which);
}

std::optional<unsigned> number(std::string_view digits) {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size()) return {};
    return value;
}

}  // namespace

TypedDay TypedDay::from(const http::Form& form, std::string_view name) {
    return {std::string(form.text(part(name, "day"))), std::string(form.text(part(name, "month"))),
            std::string(form.text(part(name, "year")))};
}

TypedDay TypedDay::of(Day day) {
    const std::chrono::year_month_day date(day);
    return {std::to_string(static_cast<unsigned>(date.day())),
            std::to_string(static_cast<unsigned>(date.month())),
            std::to_string(static_cast<int>(date.year()))};
}

TypedDay TypedDay::of(const std::optional<Day>& day) {
    return day ? of(*day) : TypedDay();
}

std::optional<Day> TypedDay::read() const {
    const auto d = number(day);
    const auto m = number(month);
    const auto y = number(year);
    constexpr unsigned kEarliest = 1000;  // two digits are a slip of the finger
    constexpr unsigned kLatest = 9998;
    if (!d || !m || !y || *y < kEarliest || *y > kLatest) return {};
    const std::chrono::year_month_day date(std::chrono::year(static_cast<int>(*y)),
                                           std::chrono::month(*m), std::chrono::day(*d));
    if (!date.ok()) return {};
    return Day(date);
}

std::optional<Day> check_day(const TypedDay& typed, std::string_view name, std::string_view missing,
                             Problems& problems) {
    if (typed.empty()) {
        if (!missing.empty()) problems.add(part(name, "day"), std::string(missing));
        return {};
    }
    const auto day = typed.read();
    if (!day) problems.add(part(name, "day"), "Enter a real date, for example 31 3 2026.");
    return day;
}

design::DateInput date_fields(std::string_view name, const design::Label& legend,
                              const TypedDay& typed, const Problems& problems) {
    return {.name = name,
            .legend = legend,
            .hint = {},
            .day = typed.day,
            .month = typed.month,
            .year = typed.year,
            .error = problems.about(part(name, "day"))};
}

}  // namespace primum::organisations
