#pragma once
// How often a measure is counted, and the periods that follow from it.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "datasets/periods.h"

namespace primum::measures {

enum class Frequency : std::uint8_t {
    event,  ///< a point for each event, on its day
    day,
    week,  ///< from Monday
    month,
    quarter,  ///< of the calendar year
    year,
};

/// As the database and the API spell it: "month".
std::string_view name(Frequency frequency);
std::optional<Frequency> parse_frequency(std::string_view name);
/// "Every month": English for a catalogue.
const char* label(Frequency frequency);

/// The first day of the period that a day lies in; of events the day itself.
Day period_of(Frequency frequency, Day day);
/// The first day of the next period, and of the one before.
Day next_period(Frequency frequency, Day period);
Day earlier_period(Frequency frequency, Day period);

/// The period that a text names: 2026-03, 2026-W05, 2026-Q1, 2026, or any day that lies in it as
/// 2026-03-31. Nothing where it names none.
std::optional<Day> parse_period(Frequency frequency, std::string_view text);

/// ISO 8601, as the API writes it: 2026-03, 2026-W05, 2026-Q1, 2026, 2026-03-31.
std::string iso_period(Frequency frequency, Day period);
/// For people: Mar 2026, week of 26 Jan 2026, Q1 2026, 2026, 31 Mar 2026.
std::string spoken_period(Frequency frequency, Day period);

/// How data files say it.
datasets::Calendar calendar_of(Frequency frequency);

}  // namespace primum::measures
