#pragma once
// From what was counted or measured to what is plotted, and everything that can be wrong with it.

#include "spc/analysis.h"

namespace primum::spc {

/// Checks the shape of a series: lengths, phases, what the chart cannot do without.
Problem check_shape(const Series& series, const Options& options);

struct Plotted {
    Problem problem;
    bool has_missing = false;
};

/// Writes the plotted values to `values` (as long as the series), NaN for a missing point, and
/// checks every number on the way:
///
/// - a NaN value, or a denominator that is NaN or zero, makes a missing point (0 of 0 and 3 of 0
///   alike: without an opportunity there is nothing to plot);
/// - infinities, numbers beyond ±kLargestValue, negative counts or denominators, a numerator above
///   its denominator in a proportion, and times that are not above zero are problems.
///
/// Moving ranges are taken within a phase; its first point has none.
Plotted plot(const Series& series, const Options& options, std::span<double> values);

}  // namespace primum::spc
