#include "imports/days.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

#include "datasets/date_forms.h"

namespace primum::imports {
namespace {

using datasets::DateReader;
using datasets::Form;

bool is_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "2025-04-25 08:30:00", "25/04/2025T8:30Z" without the time.
std::string_view without_time(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || colon < 8) return text;
    const auto space = text.find_last_of(" T", colon);
    if (space == std::string_view::npos || space < 6 || colon - space > 3) return text;
    return text.substr(0, space);
}

std::optional<Day> day_of(std::optional<datasets::Key> key) {
    if (!key) return {};
    return Day(std::chrono::days(*key));
}

std::optional<Day> year(std::string_view text) {
    int number = 0;
    if (text.size() != 4 || !is_digits(text)) return {};
    std::from_chars(text.data(), text.data() + 4, number);
    if (number < 1900 || number > 2200) return {};
    return std::chrono::sys_days(std::chrono::year(number) / 1 / 1);
}

/// The last form is that of running numbers, which are no dates.
Form forms_of_dates() {
    return datasets::form_count() - 1;
}

Form likeliest(DateReader& reader, const std::vector<std::string_view>& texts) {
    // A file of a million rows has a few hundred dates, and the first of them say how they are
    // written.
    constexpr std::size_t kEnough = 2000;
    std::vector<std::size_t> fits(forms_of_dates());
    for (std::size_t i = 0; i < std::min(texts.size(), kEnough); ++i)
        for (Form form = 0; form < fits.size(); ++form)
            if (reader.read(form, without_time(texts[i]))) ++fits[form];
    return static_cast<Form>(std::ranges::max_element(fits) - fits.begin());
}

}  // namespace

Days days_of(const std::vector<std::string_view>& texts) {
    Days result;
    DateReader reader;
    const Form form = likeliest(reader, texts);
    for (const auto text : texts) {
        const auto plain = without_time(text);
        auto day = year(plain);
        if (!day) day = day_of(reader.read(form, plain));
        if (!day) day = day_of(reader.read(0, plain));
        if (!day) day = dhis2_period(plain);
        result.days.push_back(day);
    }
    const auto example = datasets::example_of(form);
    if (example.starts_with("25/04"))
        result.notes.emplace_back("Dates were read with the day before the month.");
    if (example.starts_with("04/25"))
        result.notes.emplace_back("Dates were read with the month before the day.");
    return result;
}

std::optional<Day> dhis2_period(std::string_view text) {
    using std::chrono::sys_days;
    if (text.size() < 5) return year(text);
    const auto first = year(text.substr(0, 4));
    if (!first) return {};
    const std::chrono::year_month_day january{*first};
    const auto rest = text.substr(4);
    struct Month {
        std::string_view text;
        unsigned month;
    };
    constexpr std::array kParts = {Month{"S1", 1},   Month{"S2", 7},   Month{"April", 4},
                                   Month{"July", 7}, Month{"Oct", 10}, Month{"Nov", 11}};
    for (const Month& part : kParts)
        if (rest == part.text) return sys_days(january.year() / std::chrono::month(part.month) / 1);

    DateReader reader;
    const auto week = rest.find('W', rest.starts_with("Wed") ? 1 : 0);
    if (week == 0 || (week == 3 && rest.size() > 4)) {
        // Weeks that begin on other days are read as the ISO week with the same number.
        auto number = std::string(rest.substr(week + 1));
        if (number.size() == 1) number.insert(0, 1, '0');
        const std::string iso = std::string(text.substr(0, 4)) + "-W" + number;
        for (Form form = 0; form < forms_of_dates(); ++form)
            if (datasets::unit_of(form) == datasets::Unit::week)
                return day_of(reader.read(form, iso));
    }
    for (Form form = 0; form < forms_of_dates(); ++form) {
        const auto unit = datasets::unit_of(form);
        const bool compact = is_digits(text) && is_digits(datasets::example_of(form));
        if (!compact && unit != datasets::Unit::quarter) continue;
        if (const auto day = day_of(reader.read(form, text))) return day;
    }
    return {};
}

}  // namespace primum::imports
