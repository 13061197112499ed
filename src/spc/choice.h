#pragma once
// Which chart suits these numbers, and why, in words that can be shown.

#include <span>
#include <string>

#include "spc/options.h"

namespace primum::spc {

/// What is known of the numbers beyond the numbers.
enum class Nature : std::uint8_t {
    unknown,
    between_events,  ///< each value counts, or times, what lies between two events
    exposure,        ///< denominators are an exposure (bed days, hours), not a number of cases
};

struct Choice {
    Chart chart;
    /// "p chart: each of the 36 points is a count out of a whole number of cases."
    std::string reason;
    /// What would serve better, when the data could be had otherwise; empty mostly.
    std::string advice;
};

/// Fewer points than this get a run chart: limits from so few say little.
/// Source: NHS England style guide (at least 10).
inline constexpr std::size_t kFewestForLimits = 10;

/// Rules, in this order. NaN values (and denominators of NaN or zero) are not counted as points.
///
/// 1. between events: whole numbers g, others above zero t, else individuals
/// 2. fewer than 10 points: run
/// 3. with denominators: whole counts never above a whole denominator: p, or u for an exposure;
///    whole counts above it: u; anything else: I prime
///    - where the points vary at least 1.3 times as much as a binomial or Poisson would (the spread
///      of z from screened moving ranges, Laney 2002), p becomes p' and u becomes u'
///    - the factor 1.3 is the 130 % of the p and u chart diagnostic (Jones & Govindaraju 2001)
/// 4. without: whole numbers, none negative, whose moving ranges are within 0.7 to 1.3 times what
///    a Poisson would give: c; anything else individuals
///
/// Where half of the counts or more are zero, the advice is to record the time between events.
Choice choose_chart(std::span<const double> values, std::span<const double> denominators,
                    Nature nature = Nature::unknown);

}  // namespace primum::spc
