#include "language/zone.h"

#include <date/tz.h>

#include <stdexcept>

namespace primum::language {

bool is_zone(std::string_view name) {
    try {
        date::locate_zone(name);
        return true;
    } catch (const std::runtime_error&) {
        return false;
    }
}

WallClock wall_clock(Instant at, std::string_view zone) {
    const auto local = date::locate_zone(zone)->to_local(at).time_since_epoch();
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const auto minutes = std::chrono::floor<std::chrono::minutes>(local - day).count();
    return {Day(day), static_cast<int>(minutes / 60), static_cast<int>(minutes % 60)};
}

std::optional<Instant> moment_of(const WallClock& wall, std::string_view zone) {
    const date::local_seconds local{wall.day.time_since_epoch() + std::chrono::hours(wall.hour) +
                                    std::chrono::minutes(wall.minute)};
    const auto* place = date::locate_zone(zone);
    if (place->get_info(local).result == date::local_info::nonexistent) return {};
    return Instant(place->to_sys(local, date::choose::earliest));
}

}  // namespace primum::language
