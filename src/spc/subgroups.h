#pragma once
// From single measurements to subgroups: what x-bar, s and R charts are made of.

#include <cstddef>
#include <span>
#include <vector>

namespace primum::spc {

/// One entry a subgroup, in the order in which subgroups first appear.
struct Subgroups {
    std::vector<double> means;
    std::vector<double> sds;  ///< sample standard deviation, n - 1; NaN for fewer than two values
    std::vector<double> ranges;  ///< largest less smallest; NaN for fewer than two values
    std::vector<double>
        sizes;  ///< values that are there; 0 when all are missing, and the mean is NaN
};

/// Summarises `values`, of which value i belongs to subgroup `groups[i]` (0 for the first, 1 for
/// the second, and so on; every number up to the largest occurs). NaN values are passed over.
/// Two passes, so that values far from zero keep their digits.
Subgroups summarise(std::span<const double> values, std::span<const std::size_t> groups);

}  // namespace primum::spc
