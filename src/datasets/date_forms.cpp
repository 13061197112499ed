#include "datasets/date_forms.h"

#include <date/date.h>
#include <date/iso_week.h>
#include <fmt/format.h>

#include <array>
#include <charconv>
#include <sstream>

namespace primum::datasets {
namespace {

struct FormEntry {
    std::string_view example;
    const char* format;  // strftime's words; empty where the library knows none
    Unit unit;
};

constexpr std::array kForms = {
    FormEntry{"2025-04-25", "%Y-%m-%d", Unit::day},
    FormEntry{"25/04/2025", "%d/%m/%Y", Unit::day},
    FormEntry{"25/04/25", "%d/%m/%y", Unit::day},
    FormEntry{"04/25/2025", "%m/%d/%Y", Unit::day},
    FormEntry{"04/25/25", "%m/%d/%y", Unit::day},
    FormEntry{"25-04-2025", "%d-%m-%Y", Unit::day},
    FormEntry{"25.04.2025", "%d.%m.%Y", Unit::day},
    FormEntry{"2025/04/25", "%Y/%m/%d", Unit::day},
    FormEntry{"25 April 2025", "%d %b %Y", Unit::day},
    FormEntry{"25-Apr-2025", "%d-%b-%Y", Unit::day},
    FormEntry{"25-Apr-25", "%d-%b-%y", Unit::day},
    FormEntry{"Apr-25", "%b-%y", Unit::month},
    FormEntry{"April 2025", "%b %Y", Unit::month},
    FormEntry{"Apr-2025", "%b-%Y", Unit::month},
    FormEntry{"Apr 25", "%b %y", Unit::month},
    FormEntry{"2025-04", "%Y-%m", Unit::month},
    FormEntry{"04/2025", "%m/%Y", Unit::month},
    FormEntry{"2025 Apr", "%Y %b", Unit::month},
    FormEntry{"2025-W17", "%G-W%V", Unit::week},
    FormEntry{"Q2 2025", "", Unit::quarter},
    FormEntry{"Q1 2025/26", "", Unit::financial_quarter},
    FormEntry{"20250425", "%Y%m%d", Unit::day},
    FormEntry{"202504", "%Y%m", Unit::month},
    FormEntry{"17", "", Unit::number},
};

using Days = date::sys_days;
using date::literals::operator""_y;

std::string_view without_midnight(std::string_view text) {
    for (const std::string_view time :
         {" 00:00", " 00:00:00", "T00:00:00", "T00:00:00Z", " 00:00:00.000", " 0:00"})
        if (text.ends_with(time)) return text.substr(0, text.size() - time.size());
    return text;
}

bool is_compact(const FormEntry& form) {
    return form.example == "20250425" || form.example == "202504";
}

std::optional<Key> read_number(std::string_view text) {
    Key number = 0;
    const auto [end, error] = std::from_chars(text.begin(), text.end(), number);
    if (error != std::errc() || end != text.end()) return {};
    return number;
}

std::optional<Key> key_of(const date::year_month_day& day) {
    if (!day.ok() || day.year() < 1900_y || day.year() > 2200_y) return {};
    return Days(day).time_since_epoch().count();
}

/// "2025" or "2025/26"; the two years of the latter must follow each other.
std::optional<int> read_year(std::string_view text, bool financial) {
    const auto year = read_number(text.substr(0, 4));
    if (!year || *year < 1900 || text.size() != (financial ? 7U : 4U)) return {};
    if (!financial) return static_cast<int>(*year);
    const auto next = read_number(text.substr(5));
    if ((text[4] != '/' && text[4] != '-') || !next || *next != (*year + 1) % 100) return {};
    return static_cast<int>(*year);
}

/// "Q2 2025", "2025 Q2", "2025-Q2"; financial years run from April.
std::optional<Key> read_quarter(std::string_view text, bool financial) {
    const auto at = text.find_first_of("Qq");
    if (at == std::string_view::npos || at + 1 >= text.size()) return {};
    const int quarter = text[at + 1] - '0';
    if (quarter < 1 || quarter > 4) return {};

    auto rest = at == 0 ? text.substr(2) : text.substr(0, at);
    if (at > 0 && at + 2 != text.size()) return {};
    while (rest.starts_with(' ') || rest.starts_with('-'))
        rest.remove_prefix(1);
    while (rest.ends_with(' ') || rest.ends_with('-'))
        rest.remove_suffix(1);
    const auto year = read_year(rest, financial);
    if (!year) return {};
    const int months = 3 * (quarter - 1) + (financial ? 3 : 0);
    return key_of((date::year(*year) / 1 + date::months(months)) / 1);
}

date::year_month_day day_of(Key key) {
    return Days(date::days(static_cast<int>(key)));
}

int quarter_of(const date::year_month_day& day) {
    return (static_cast<int>(static_cast<unsigned>(day.month())) - 1) / 3 + 1;
}

std::string month_name(const date::year_month_day& day) {
    constexpr std::array kNames = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return kNames[static_cast<unsigned>(day.month()) - 1];
}

std::string financial_quarter(const date::year_month_day& day) {
    const auto april = day.year() / date::April;
    const int year = static_cast<int>(day.year()) - (day.year() / day.month() < april ? 1 : 0);
    const int quarter = (quarter_of(day) + 2) % 4 + 1;
    return fmt::format("Q{} {}/{:02}", quarter, year, (year + 1) % 100);
}

}  // namespace

struct DateReader::State {
    std::istringstream stream;

    template <class T>
    std::optional<T> parse(std::string_view text, const char* format) {
        T result;
        stream.clear();
        stream.str(std::string(text));
        date::from_stream(stream, format, result);
        const bool read_all =
            !stream.fail() && stream.peek() == std::istringstream::traits_type::eof();
        if (!read_all) return {};
        return result;
    }

    /// The library lets week 54 run over into the next year; we do not.
    std::optional<Key> read_week(std::string_view text) {
        const auto monday = parse<Days>(std::string(text) + "-1", "%G-W%V-%u");
        if (!monday) return {};
        const auto key = key_of(*monday);
        return key && iso(Unit::week, *key) == text ? key : std::nullopt;
    }
};

DateReader::DateReader() : state_(std::make_unique<State>()) {}
DateReader::~DateReader() = default;

std::optional<Key> DateReader::read(Form form, std::string_view text) {
    const auto& entry = kForms[form];
    if (is_compact(entry) && text.size() != entry.example.size()) return {};
    switch (entry.unit) {
        case Unit::number:
            return read_number(text);
        case Unit::quarter:
            return read_quarter(text, false);
        case Unit::financial_quarter:
            return read_quarter(text, true);
        case Unit::day:
            if (const auto day =
                    state_->parse<date::year_month_day>(without_midnight(text), entry.format))
                return key_of(*day);
            return {};
        case Unit::month:
            if (const auto month = state_->parse<date::year_month>(text, entry.format))
                return key_of(*month / 1);
            return {};
        case Unit::week:
            return state_->read_week(text);
    }
    return {};
}

std::size_t form_count() {
    return kForms.size();
}
Unit unit_of(Form form) {
    return kForms[form].unit;
}
std::string_view example_of(Form form) {
    return kForms[form].example;
}

bool is_some_date(std::string_view text) {
    DateReader reader;
    for (Form form = 0; form < form_count(); ++form)
        if (reader.read(form, text)) return true;
    return false;
}

std::string iso(Unit unit, Key key) {
    if (unit == Unit::number) return std::to_string(key);
    const auto day = day_of(key);
    const auto year = static_cast<int>(day.year());
    const auto month = static_cast<unsigned>(day.month());
    switch (unit) {
        case Unit::week: {
            const auto week = iso_week::year_weeknum_weekday(Days(day));
            return fmt::format("{:04}-W{:02}", static_cast<int>(week.year()),
                               static_cast<unsigned>(week.weeknum()));
        }
        case Unit::month:
            return fmt::format("{:04}-{:02}", year, month);
        case Unit::quarter:
        case Unit::financial_quarter:
            return fmt::format("{:04}-Q{}", year, quarter_of(day));
        default:
            return fmt::format("{:04}-{:02}-{:02}", year, month, static_cast<unsigned>(day.day()));
    }
}

std::string label(Unit unit, Key key) {
    if (unit == Unit::number) return std::to_string(key);
    const auto day = day_of(key);
    const auto year = static_cast<int>(day.year());
    const std::string whole =
        fmt::format("{} {} {}", static_cast<unsigned>(day.day()), month_name(day), year);
    switch (unit) {
        case Unit::week:
            return "week of " + whole;
        case Unit::month:
            return fmt::format("{} {}", month_name(day), year);
        case Unit::quarter:
            return fmt::format("Q{} {}", quarter_of(day), year);
        case Unit::financial_quarter:
            return financial_quarter(day);
        default:
            return whole;
    }
}

}  // namespace primum::datasets
