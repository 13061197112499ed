#pragma once
// A date as somebody typed it into three fields.

#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "base/problems.h"
#include "design/date_input.h"
#include "http/form.h"

namespace primum::organisations {

struct TypedDay {
    std::string day;
    std::string month;  ///< as a number
    std::string year;

    static TypedDay from(const http::Form& form, std::string_view name);
    static TypedDay of(Day day);
    static TypedDay of(const std::optional<Day>& day);

    bool empty() const { return day.empty() && month.empty() && year.empty(); }

    /// The day, if the calendar has it.
    std::optional<Day> read() const;
};

/// The day; or nothing, with a problem about NAME-day where it is no date, or where nothing was
/// typed and `missing` says what to enter. An empty `missing` lets it be left out.
std::optional<Day> check_day(const TypedDay& typed, std::string_view name, std::string_view missing,
                             Problems& problems);

/// The three fields with what was typed and what is wrong with it.
design::DateInput date_fields(std::string_view name, const design::Label& legend,
                              const TypedDay& typed, const Problems& problems);

}  // namespace primum::organisations
