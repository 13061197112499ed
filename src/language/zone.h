#pragma once
// What the clock on a wall shows. The library of time zones stays in zone.cpp.

#include <optional>
#include <string_view>

#include "base/instant.h"

namespace primum::language {

struct WallClock {
    Day day;
    int hour;    ///< 0 to 23
    int minute;  ///< 0 to 59
};

/// Whether this machine knows a zone of that name: "Europe/London".
bool is_zone(std::string_view name);

/// Throws std::runtime_error for a zone that this machine does not know.
WallClock wall_clock(Instant at, std::string_view zone);

/// The moment at which a clock shows this; the first where it shows it twice, in autumn. Nothing
/// where it never does, in spring.
std::optional<Instant> moment_of(const WallClock& wall, std::string_view zone);

}  // namespace primum::language
