#pragma once
// Outer limits that hold a stated share of the points exactly, instead of a number of sigmas.

#include "spc/analysis.h"
#include "spc/options.h"

namespace primum::spc {

/// Replaces the outer limits of a count by the quantiles at (1 ± probability) / 2: of a binomial
/// with n trials, divided by n, for p and np; of a Poisson with mean n × centre, divided by n, for
/// u and c; of a geometric with mean `centre` for g. NaN where n is missing or zero.
/// Source: Montgomery, section 7; qcc 2.7, `confidence.level` (restated).
void set_outer_limits(Limits& limits, double centre, double n, const Options& options);

}  // namespace primum::spc
