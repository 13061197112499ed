#pragma once
// Days and moments, as every room and the database mean them.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace primum {

/// A calendar day without a place: 2009-04-23.
using Day = std::chrono::sys_days;

/// A moment in UTC, to the microsecond.
using Instant = std::chrono::sys_time<std::chrono::microseconds>;

/// "2009-04-23".
std::string iso_day(Day day);

/// The day that "2009-04-23" names, if the calendar has it. Nothing else is understood.
std::optional<Day> parse_iso_day(std::string_view text);

/// "2009-04-23T08:30:00Z", microseconds only where they are not zero.
std::string iso_instant(Instant at);

/// Where the time comes from, so that a test can say what time it is.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

/// The machine's own clock.
const Clock& system_clock();

}  // namespace primum
