#pragma once
// How engaged one organisation is, at a glance.

#include <optional>
#include <span>
#include <vector>

#include "momentum/engagement.h"

namespace primum::momentum {

struct Summary {
    const Facts* facts;
    Index now;
    Index before;  ///< 91 days earlier
    std::optional<Day> last;
    std::optional<Cooling> cooling;  ///< of members only
};
/// `facts` must outlive it.
Summary summary_of(const Facts& facts, std::span<const Act> acts, std::span<const Weight> weights,
                   Day day);

/// Of numbers in order; the mean of the middle two of an even number. 0 where there are none.
double median(std::span<const double> in_order);

}  // namespace primum::momentum
