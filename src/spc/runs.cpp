#include "spc/runs.h"

#include <array>
#include <atomic>
#include <bit>
#include <boost/math/distributions/binomial.hpp>

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

/// The quantile takes microseconds and series are often of one length, so it is kept once found.
std::size_t crossings_found_once(std::size_t useful) {
    static std::array<std::atomic<std::uint32_t>, kTabled> kept{};  // one more; 0: not yet
    std::atomic<std::uint32_t>& slot = kept[useful];
    if (const std::uint32_t found = slot.load(std::memory_order_relaxed)) return found - 1;
    const std::size_t least = crossings_quantile(useful);
    slot.store(static_cast<std::uint32_t>(least) + 1, std::memory_order_relaxed);
    return least;
}

}  // namespace

std::size_t longest_run_most(std::size_t useful) {
    if (useful == 0) return 0;
    // log2 rounds up from sqrt(2) times a power of two on, that is where the square reaches twice
    // the square of that power. A whole number is never exactly there.
    const auto below = static_cast<std::size_t>(std::bit_width(useful)) - 1;
    const bool up = useful * useful > std::size_t{2} << (2 * below);
    return below + (up ? 1 : 0) + 3;
}

std::size_t crossings_least(std::size_t useful) {
    if (useful < 2) return 0;
    return useful < kTabled ? crossings_found_once(useful) : crossings_quantile(useful);
}

}  // namespace primum::spc
