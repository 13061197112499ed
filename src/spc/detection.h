#pragma once
// How long until we would know: the time a chart takes to show a change.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "spc/options.h"
#include "spc/run_length.h"

namespace primum::spc {

/// A chart whose lines are known, and the points that are to come.
struct Outlook {
    /// The chart (p, np, u, c or individuals), its rules and how its limits are drawn. Individuals
    /// need `given_sigma`; their limits are not cut off at zero.
    Options options;

    /// The level that drew the lines: proportion, rate, count or mean, before `multiply`.
    double level = kMissing;

    /// Denominators of the coming points. After the last one, points go on with that denominator.
    /// Empty for c charts and individuals.
    std::span<const double> denominators;
};

/// Which signals count as having seen a change.
enum class Seen : std::uint8_t {
    towards_the_change,  ///< those that point the way of the change; when there is none, any
    any_signal,          ///< false alarms the other way, and patterns without a direction, too
};

/// The number of points until the chart signals, when the level has become `changed` with the
/// first of them: its chance by each point, its median and its average. At the start no rule
/// remembers anything: the points before it take part in no pattern.
///
/// Exact: counts are binomial (p, np) or Poisson (u, c) with mean `changed` times the denominator,
/// and each one's zone is found by comparing it with the lines that `limits_for` draws, strictly,
/// as the engine does. A Markov chain over what the rules remember takes them from there, and the
/// value of the last point with it where rules look at trends. Individuals are normal.
///
/// A lower limit of 0 is never crossed: of a fall from a low level only rules such as the shift
/// can tell, and where none is asked the median is nothing and the average infinite.
///
/// Nothing for other charts; rules that are not `is_finite`; levels that are negative, not finite,
/// or above 1 for proportions; no denominators; denominators that are not above 0, or not whole for
/// proportions; more than a million expected events in a point; individuals without a sigma.
std::optional<RunLength> time_to_see(const Outlook& outlook, double changed,
                                     Seen seen = Seen::towards_the_change);

enum class Direction : std::uint8_t { rise, fall };

/// The level closest to the present one, in the named direction, at which the change would be seen
/// within so many points with at least this chance: as close as 1 in 10^9 of the change. The
/// present level itself where false alarms that way are already as likely.
///
/// Nothing where no change is seen with that chance (a fall from a low level may never be), where
/// `time_to_see` has no answer, or the chance is not between 0 and 1. Looks as far as 0 for falls
/// of counts, 1 for rises of proportions, and 1,000 sigma otherwise.
std::optional<double> smallest_change_seen(const Outlook& outlook, Direction direction,
                                           std::size_t points, double chance);

}  // namespace primum::spc
