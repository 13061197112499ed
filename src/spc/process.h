#pragma once
// A process in control: where its measurements lie, and how far they spread.

#include <cstddef>
#include <expected>
#include <span>

#include "spc/options.h"
#include "spc/series.h"

namespace primum::spc {

/// Centre and sigma of single measurements, in their units. CUSUM and EWMA charts compare a series
/// with such a process: one known beforehand, or one estimated below.
struct Process {
    double centre = kMissing;
    double sigma = kMissing;
};

/// The process that individual values come from:
///
///     centre = mean(y)
///     sigma  = mean |y_i - y_(i-1)| / 1.128
///
/// over the first `baseline` points, or all when it is 0 or more than there are. Missing points
/// count towards the baseline; the ranges that touch one are left out. Sigma is 0 for a constant
/// series and NaN when no two neighbours are there; the centre is NaN when nothing is.
/// Source: Montgomery, Introduction to Statistical Quality Control, ch. 6; qcc 2.7, xbar.one.
std::expected<Process, Problem> process_of(std::span<const double> values,
                                           std::size_t baseline = 0);

/// Subgroups that a process is estimated from, one entry each; the spans are equally long.
struct SubgroupSeries {
    std::span<const double> means;
    std::span<const double> sizes;    ///< 0 or NaN makes a missing subgroup
    std::span<const double> spreads;  ///< ranges or standard deviations, as the estimator needs
};

/// The process that subgroups come from:
///
///     centre = sum(n_i mean_i) / sum(n_i)
///     sigma  = what `estimator` makes of the spreads; mean of R_i / d2(n_i) by default
///
/// over the first `baseline` subgroups, or all. d2 is the printed one, to three decimals. Sigma is
/// NaN when no subgroup has two values. `mean_s_or_pooled` and `pooled` are refused
/// (options_out_of_range): they have no sigma of their own, only one for each size.
/// Source: qcc 2.7, xbar; see spc/subgroup_sigma.h.
std::expected<Process, Problem> process_of_subgroups(
    const SubgroupSeries& series, SubgroupSigma estimator = SubgroupSigma::mean_ranges,
    std::size_t baseline = 0);

}  // namespace primum::spc
