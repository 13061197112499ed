#include "spc/runs.h"

#include <array>
#include <boost/math/distributions/binomial.hpp>
#include <cmath>

namespace primum::spc {
namespace {

std::size_t crossings_quantile(std::size_t useful) {
    using namespace boost::math::policies;
    // The quantile is the smallest count whose probability, with all below it, reaches 5 %.
    using Discrete = policy<discrete_quantile<integer_round_up>>;
    const boost::math::binomial_distribution<double, Discrete> crossings(
        static_cast<double>(useful - 1), 0.5);
    return static_cast<std::size_t>(boost::math::quantile(crossings, 0.05));
}

constexpr std::size_t kTabled = 256;

struct RunLimits {
    std::size_t longest_run_most;
    std::size_t crossings_least;
};

RunLimits limits_among(std::size_t useful) {
    if (useful == 0) return {0, 0};
    const double log = std::nearbyint(std::log2(static_cast<double>(useful)));
    return {static_cast<std::size_t>(log) + 3, useful < 2 ? 0 : crossings_quantile(useful)};
}

const RunLimits& tabled(std::size_t useful) {
    static const auto table = [] {
        std::array<RunLimits, kTabled> limits{};
        for (std::size_t n = 0; n < kTabled; ++n)
            limits[n] = limits_among(n);
        return limits;
    }();
    return table[useful];
}

}  // namespace

std::size_t longest_run_most(std::size_t useful) {
    return useful < kTabled ? tabled(useful).longest_run_most
                            : limits_among(useful).longest_run_most;
}

std::size_t crossings_least(std::size_t useful) {
    return useful < kTabled ? tabled(useful).crossings_least : limits_among(useful).crossings_least;
}

}  // namespace primum::spc
