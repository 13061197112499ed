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

}  // namespace

std::size_t longest_run_most(std::size_t useful) {
    if (useful == 0) return 0;
    return static_cast<std::size_t>(std::nearbyint(std::log2(static_cast<double>(useful)))) + 3;
}

std::size_t crossings_least(std::size_t useful) {
    if (useful < 2) return 0;
    static const auto table = [] {
        std::array<std::size_t, kTabled> quantiles{};
        for (std::size_t n = 2; n < kTabled; ++n)
            quantiles[n] = crossings_quantile(n);
        return quantiles;
    }();
    return useful < kTabled ? table[useful] : crossings_quantile(useful);
}

Runs count_runs(const Rows& rows, const ScratchRows& scratch) {
    std::span<const std::uint64_t> above = rows.above;
    std::span<const std::uint64_t> below = rows.below;
    Runs runs;
    runs.useful = count(above) + count(below);
    if (runs.useful < rows.points) {  // points on the centre line: move the others together
        const BitRow keep = scratch.keep;
        for (std::size_t w = 0; w < keep.size(); ++w)
            keep[w] = above[w] | below[w];
        compress(above, keep, scratch.first);
        compress(below, keep, scratch.second);
        above = scratch.first;
        below = scratch.second;
    }
    runs.longest_run = std::max(longest_run(above), longest_run(below));
    for (std::size_t w = 0; w < above.size(); ++w) {
        const std::uint64_t changes =
            (above[w] & later(below, w, 1)) | (below[w] & later(above, w, 1));
        runs.crossings += static_cast<std::size_t>(std::popcount(changes));
    }
    return runs;
}

}  // namespace primum::spc
