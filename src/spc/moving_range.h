#pragma once
// Moving ranges: how far each point is from the one before, which is how an individuals chart, and
// everything made of one, measures ordinary variation.

#include <cstdint>
#include <span>

#include "spc/options.h"

namespace primum::spc {

/// d2 for ranges of two is 2 / sqrt(pi) = 1.12838. Textbooks print 1.128, and most peers divide by
/// that; NHS tools write 3 / d2 as 2.66. Three limits for one series, up to 0.05 % apart.
inline constexpr double kD2OfPairs = 1.128;
inline constexpr double kExactD2OfPairs = 1.1283791670955126;
inline constexpr double kMdcReach = 2.66;

/// D4 for ranges of two: the upper limit of moving ranges, in mean moving ranges.
inline constexpr double kRangeReach = 3.267;

/// Values one after the other, of which some may have a gap before them.
struct Sequence {
    std::span<const double> values;
    /// 1 where missing points lie between a value and the one before; empty means nowhere.
    std::span<const std::uint8_t> after_gap;
    Gaps gaps = Gaps::dropped;
};

/// Mean of |y_i - y_(i-1)|, in the units of the values; NaN without any range. Ranges across a gap
/// are left out, or taken all the same, as `gaps` says.
///
/// Screened: ranges not below 3.267 times the mean are dropped, once. If none would be left, the
/// plain mean stays: ranges of a constant series are all 0, and its limits then lie on its centre
/// line, where three peers lose them.
double mean_moving_range(const Sequence& sequence, Screening screening);

/// The same with medians, screened against 3.267 median ranges. `scratch` must be as long as the
/// values. Source: PowerBI-SPC, chart i_mm.
double median_moving_range(const Sequence& sequence, Screening screening,
                           std::span<double> scratch);

/// Median of the values; reorders them. NaN when there are none.
double median(std::span<double> values);

}  // namespace primum::spc
