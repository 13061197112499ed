#include "spc/walk.h"

#include <cmath>
#include <utility>
#include <vector>

namespace primum::spc {
namespace {

constexpr std::size_t kMostPoints = 20000;
constexpr double kSteady = 1e-12;  // relative change from point to point; rounding is below it
constexpr double kNothing = 1e-17;

}  // namespace

RunLength settle(Walk& walk, std::size_t listed) {
    std::vector<double> seen{0};
    std::vector<double> waiting{1};
    double hazard = 0;
    // Steady for twice as long as the longest pattern: before that can be complete the hazard is a
    // steady zero, and it may swing while it settles.
    const std::size_t long_enough = 2 * walk.longest_pattern();
    std::size_t steady = 0;
    for (std::size_t point = 0; point < listed + kMostPoints && steady < long_enough; ++point) {
        const double before = waiting.back();
        if (before < kNothing) break;
        const Tick tick = walk.step();
        const double now = tick.signalled / before;
        const bool counts = point >= listed && std::abs(now - hazard) <= kSteady * now;
        steady = counts ? steady + 1 : 0;
        hazard = now;
        seen.push_back(seen.back() + tick.signalled);
        waiting.push_back(tick.waiting);
    }
    return RunLength(std::move(seen), std::move(waiting), hazard);
}

double chance_within(Walk& walk, std::size_t points) {
    Tick tick{0, 1};
    double seen = 0;
    for (std::size_t point = 0; point < points && tick.waiting > 0; ++point) {
        tick = walk.step();
        seen += tick.signalled;
    }
    return seen;
}

}  // namespace primum::spc
