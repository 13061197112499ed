#pragma once
// Which numbers of people may leave the organisation that counted them.

#include <cstdint>
#include <optional>
#include <string_view>

namespace primum::disclosure {

enum class Mode : std::uint8_t {
    none,  ///< every number as it is
    hes,   ///< NHS England's rule for HES and ECDS since 2018: 1 to 7 hidden, others to nearest 5
    lt5,   ///< 1 to 4 hidden, others as they are
};

/// "none", "hes", "lt5": as settings spell it.
std::string_view name(Mode mode);
std::optional<Mode> parse_mode(std::string_view name);

/// Who looks.
enum class Audience : std::uint8_t {
    own,     ///< people and programs of the organisation, or of one above that looks after it
    others,  ///< peers, visitors, public pages, tokens that may read only what is public
};

/// Inside, nothing is hidden; outside, what the installation has chosen.
constexpr Mode mode_for(Audience audience, Mode outside) {
    return audience == Audience::own ? Mode::none : outside;
}

/// What a mode means for a whole number of people.
struct Rule {
    std::int64_t small;  ///< 1 to this are hidden; 0 where nothing is
    std::int64_t step;   ///< others are rounded to the nearest multiple
    /// How many whole numbers a hidden one must stay open to, whatever else is published. Of the
    /// seven of `hes`, five: as many as rounding leaves every number that is shown.
    std::int64_t open;
};

constexpr Rule rule_of(Mode mode) {
    if (mode == Mode::hes) return {.small = 7, .step = 5, .open = 5};
    if (mode == Mode::lt5) return {.small = 4, .step = 1, .open = 3};
    return {.small = 0, .step = 1, .open = 1};
}

/// Averages are shown where so many people or more are behind them (HES).
inline constexpr std::int64_t kPeopleBehindAnAverage = 8;

}  // namespace primum::disclosure
