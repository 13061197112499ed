#pragma once
// The few loops that the speed of the engine hangs on. They give the same numbers on every
// machine: sums are taken in eight fixed lanes, however wide the machine's registers are.

#include <cstddef>
#include <cstdint>
#include <span>

#include "spc/analysis.h"

namespace primum::spc {

/// Copies `from` to `to`; false when a value is NaN, infinite or beyond ±kLargestValue.
bool copy_checked(std::span<const double> from, std::span<double> to);

struct Moments {
    double sum;
    double smallest;  ///< of no values: above every number
    double largest;
};
Moments moments(std::span<const double> values);

/// Sum of how far the values lie above a level; those below count as negative.
double sum_above(std::span<const double> values, double level);

/// Moving ranges |y_i - y_(i-1)| that are below `limit`.
struct RangeTotal {
    double sum;
    double ranges;  ///< how many
    double mean() const { return ranges > 0 ? sum / ranges : kMissing; }
};
RangeTotal total_range_below(std::span<const double> values, double limit);

/// The lines that points are compared with; each is one number, or one a point.
struct LinesToCompare {
    const double* centre;
    const double* lower;
    const double* upper;
    const double* lower2;
    const double* upper2;
    std::size_t stride;  ///< 0: one number for all points; 1: one a point
};

/// Strict comparisons; those with NaN are false.
struct LineRows {
    std::uint64_t* above;
    std::uint64_t* below;
    std::uint64_t* above2;
    std::uint64_t* below2;
    std::uint64_t* above3;
    std::uint64_t* below3;
};
/// Each row takes (values.size() + 63) / 64 words.
void compare_with_lines(std::span<const double> values, const LinesToCompare& lines,
                        const LineRows& out);

/// Bit i: a[i * stride of a] > b[i * stride of b].
struct Operand {
    const double* values;
    std::size_t stride;
};
void greater_bits(Operand a, Operand b, std::size_t count, std::uint64_t* out);

/// Bit i: value i is above (below) the one before it; bit 0 is 0 in both.
void compare_neighbours(std::span<const double> values, std::uint64_t* rising,
                        std::uint64_t* falling);

}  // namespace primum::spc
