#pragma once
// Point after point through a rule chain, until it is known how long a signal takes.

#include <cstddef>

#include "spc/chain_mass.h"
#include "spc/run_length.h"

namespace primum::spc {

/// Points that follow each other, of whatever kind.
class Walk {
public:
    Walk() = default;
    Walk(const Walk&) = delete;
    Walk& operator=(const Walk&) = delete;
    virtual ~Walk() = default;

    /// Takes one more point.
    virtual Tick step() = 0;

    /// Points in the longest pattern of the rules.
    virtual std::size_t longest_pattern() const = 0;
};

/// Walks from the start until the chance of a signal settles: `listed` points, after which they are
/// all alike, and as many more as it takes; 20,000 at most.
RunLength settle(Walk& walk, std::size_t listed = 0);

/// The chance that a signal comes within the first so many points of a walk.
double chance_within(Walk& walk, std::size_t points);

}  // namespace primum::spc
