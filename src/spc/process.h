#pragma once
// A process in control: where its measurements lie, and how far they spread.

#include <cstddef>
#include <expected>
#include <span>

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

}  // namespace primum::spc
