#pragma once
// For tests: somebody who has everything that was published of a table and a linear program. It
// shares no code with network.h, which works the same ranges out in another way.

#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace primum::disclosure {

/// A sum of unknown whole numbers, and between what it is known to lie.
struct Known {
    std::vector<std::size_t> parts;
    double least = 0;
    double most = std::numeric_limits<double>::infinity();
};

/// The least and most of unknown number `target`, given all that is known. `truth` is a solution,
/// from which the search begins: any would do. The simplex method on a dense table, Bland's rule.
std::pair<double, double> attack(const std::vector<Known>& known, const std::vector<double>& truth,
                                 std::size_t target);

}  // namespace primum::disclosure
