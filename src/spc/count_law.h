#pragma once
// What a count may be.

#include <cstddef>
#include <vector>

namespace primum::spc {

/// The chances of the counts `first`, `first` + 1, ...: all those that are not rarer than the most
/// likely one by 10^30 or more. They sum to 1.
struct CountLaw {
    std::size_t first = 0;
    std::vector<double> chances;
};

/// Events in an exposure, `mean` of them on average: 0 or more and finite.
CountLaw poisson_law(double mean);

/// Events among so many opportunities, each with this chance, from 0 to 1.
CountLaw binomial_law(std::size_t opportunities, double chance);

}  // namespace primum::spc
