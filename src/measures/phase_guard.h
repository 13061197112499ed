#pragma once
// When a chart may begin a new phase. Lines that move whenever somebody wants them to say nothing.

#include <cstddef>
#include <string>

#include "base/checked.h"
#include "datasets/study.h"
#include "measures/material.h"

namespace primum::measures {

/// So many points that count must lie on either side of a new phase's first day.
inline constexpr std::size_t kFewestInAPhase = 7;
/// So many points of a phase must be there before they alone may set its lines.
inline constexpr std::size_t kFewestInABaseline = 12;
/// A shift may begin so many points before or after the day on which care was changed.
inline constexpr std::size_t kNearby = 3;

/// The two phases that would lie on either side of a day.
struct Sides {
    std::size_t before = 0;  ///< points that count
    std::size_t after = 0;
};
Sides sides_of(const Material& material, Day from);

/// Whether lines may begin anew on a day: enough points on either side, no phase that begins there
/// already, and a shift near it that the lines no longer fit (datasets::suggestions_of). Otherwise
/// one sentence that says why not, and what would be enough.
/// Source: NHS England, Making Data Count, guidance on recalculating limits.
Checked<void> may_begin_phase(const Material& material, const datasets::Study& study, Day from);

/// What the material would be with one more decision.
Material with(const Material& material, const Decision& decision);

}  // namespace primum::measures
