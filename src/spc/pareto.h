#pragma once
// The vital few: causes in order of how often they occur.

#include <cstddef>
#include <expected>
#include <span>
#include <vector>

#include "spc/series.h"

namespace primum::spc {

/// One bar of a Pareto chart.
struct ParetoBar {
    std::size_t category = 0;     ///< index in the caller's order
    double count = 0;             ///< as given
    double cumulative_count = 0;  ///< of this bar and all before it
    double share = kMissing;      ///< of all counts, 0 to 1
    double cumulative_share = kMissing;
};

/// The categories by falling count. Equal counts keep the caller's order, so that names given in
/// alphabetical order stay so. Counts need not be whole (costs, days). A missing count comes last
/// and is missing throughout; shares are missing when all counts are zero. Refuses negative and
/// infinite counts, and no counts at all.
/// Source: Juran, Quality Control Handbook; qicharts2 0.8.1, `paretochart`.
std::expected<std::vector<ParetoBar>, Problem> pareto(std::span<const double> counts);

}  // namespace primum::spc
