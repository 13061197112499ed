#pragma once
// How the spread within subgroups becomes sigma, and sigma the lines of x-bar, s and R charts.

#include <span>

#include "spc/options.h"

namespace primum::spc {

/// Standard deviations (or ranges, where the estimator is made of ranges) of subgroups of sizes n.
/// Subgroups of one have no spread and are passed over.
struct SubgroupSpreads {
    std::span<const double> spreads;
    std::span<const double> sizes;
    bool equal_sizes = false;
};

/// The spread that `options.subgroup_sigma` makes of them. For mean_s_or_pooled and pooled this is
/// an s, which each subgroup corrects by its own c4; for the others it is sigma itself:
///
///     mean_ranges   mean of R_i / d2_i                    rms_pooled  s_pooled / c4(sum(n) - k +
///     1) mean_sds      mean of s_i / c4_i mvlue_ranges  sum(d2_i R_i / d3_i²) / sum(d2_i² / d3_i²)
///     mvlue_sds     sum(h_i s_i / c4_i) / sum(h_i), h = c4² / (1 - c4²)
///
/// R charts always take an estimator made of ranges: mean_ranges where the option names none.
/// Source: Burr 1969; qcc 2.7 `sd.xbar`, `sd.R`, `sd.S` (restated).
double spread_of(const SubgroupSpreads& subgroups, const Options& options);

/// Sigma of the mean of n values: s / (c4(n) sqrt(n)), or sigma / sqrt(n).
double sigma_of_mean(double spread, double n, const Options& options);

struct CentreAndSigma {
    double centre;
    double sigma;
};
/// Centre and sigma of the standard deviation or range of n values: s and s c5/c4; or c4 sigma and
/// c5 sigma; or d2 sigma and d3 sigma. A given centre line is drawn as it is, and stands for the
/// spread too unless a sigma is given beside it.
CentreAndSigma lines_of_spread(double spread, double n, const Options& options);

}  // namespace primum::spc
