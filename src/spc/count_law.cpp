#include "spc/count_law.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>

namespace primum::spc {
namespace {

constexpr double kRarest = 1e-30;

/// From the most likely count outward, each count from its neighbour. `ratio(k)` is the chance of
/// k over that of k - 1.
template <typename Ratio>
CountLaw law_around(std::size_t mode, std::size_t largest, const Ratio& ratio) {
    std::vector<double> down;
    double chance = 1;
    for (std::size_t k = mode; k > 0 && chance > kRarest; --k)
        down.push_back(chance /= ratio(k));
    CountLaw law{mode - down.size(), {down.rbegin(), down.rend()}};
    law.chances.push_back(1);
    chance = 1;
    for (std::size_t k = mode; k < largest && chance > kRarest; ++k)
        law.chances.push_back(chance *= ratio(k + 1));
    const double sum = std::accumulate(law.chances.begin(), law.chances.end(), 0.0);
    for (double& each : law.chances)
        each /= sum;
    return law;
}

}  // namespace

CountLaw poisson_law(double mean) {
    return law_around(static_cast<std::size_t>(mean), std::numeric_limits<std::size_t>::max(),
                      [mean](std::size_t k) { return mean / static_cast<double>(k); });
}

CountLaw binomial_law(std::size_t opportunities, double chance) {
    const auto n = static_cast<double>(opportunities);
    const auto mode = static_cast<std::size_t>(std::min(n, (n + 1) * chance));
    return law_around(mode, opportunities, [n, chance](std::size_t count) {
        const auto k = static_cast<double>(count);
        return (n - k + 1) / k * (chance / (1 - chance));
    });
}

}  // namespace primum::spc
