#pragma once
// A claim's numbers as somebody may see them: exact inside, and published (disclosure) outside.

#include <vector>

#include "claims/figures.h"
#include "disclosure/published.h"

namespace primum::claims {

/// Numbers that may be shown; NaN where they are hidden.
struct ShownEstimate {
    Version version = Version::raw;
    bool hidden = false;
    double observed = 0;
    double expected = 0;
    double saved = 0;
    spc::Interval of_observed;
    spc::Interval of_baseline;
    spc::Interval both;
    bool includes_zero = true;  ///< the interval `both`, as it is shown
};

/// Sums up to the end of a period.
struct ShownSoFar {
    Day period;
    double observed = 0;
    double expected = 0;
    double with_trend = 0;
    spc::Interval unchanged;
};

/// What is done to a claim outside, whatever the installation has chosen for other numbers: a sum
/// to the last digit, beside the exact numbers of those that it is about, would tell a hidden one.
inline constexpr disclosure::Mode kOutside = disclosure::Mode::hes;

struct Shown {
    disclosure::Mode mode = disclosure::Mode::none;
    std::vector<ShownEstimate> estimates;
    std::vector<ShownSoFar> so_far;

    const ShownEstimate* find(Version version) const;
};

/// What is shown of it. Outside, counts are published: small ones are hidden, others rounded;
/// what was saved is worked out of these, and the ends of intervals are rounded away from each
/// other, so that rounding never makes a claim surer. Where a period is hidden, so is all that is
/// made of the whole. Sums over periods are sums of published numbers, and end where one is hidden.
Shown shown(const std::vector<Estimate>& estimates, const spc::Avoided& joined,
            measures::Frequency frequency, disclosure::Mode mode);

}  // namespace primum::claims
