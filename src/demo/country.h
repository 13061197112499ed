#pragma once
// A fictional country: regions, networks, 140 hospital trusts with their sites and wards, and some
// of their history. The same seed makes the same country.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "base/random.h"

namespace primum::demo {

inline constexpr std::size_t kTrusts = 140;  ///< that are open

/// "Today" in the country: what has happened has happened before.

enum class Size : std::uint8_t {
    small,     ///< 15 to 40 wards a trust
    national,  ///< 20,000 wards
};

struct Place {
    std::string kind;  ///< of organisations::first_kinds
    std::string code;
    std::string name;  ///< its first
    std::optional<Day> opened;
    std::size_t parent = 0;  ///< its first: a place before it; itself at the top
};

/// What happened since, in order of time.
struct Event {
    enum class What : std::uint8_t { renamed, moved, closed, merged };
    What what;
    Day on;  ///< the first day on which it is so; of a closing the last day open
    std::size_t place;
    std::size_t other = 0;  ///< moved below, or merged into
    std::string name;       ///< renamed to
};

struct Country {
    std::vector<Place> places;  ///< parents before what lies below them
    std::vector<Event> events;
};

Country make_country(SeededRandom& random, Size size);

/// Indices of the places of one kind that are open today, in their order.
std::vector<std::size_t> open_places(const Country& country, std::string_view kind);

}  // namespace primum::demo
