#include "spc/chain_walk.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace primum::spc {
namespace {

double sum(std::span<const double> values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

}  // namespace

ZoneWalk::ZoneWalk(const RuleChain& chain)
    : chain_(chain), mass_(chain.states(), 0.0), next_(chain.states()) {
    mass_[RuleChain::kStart] = 1;
}

Tick ZoneWalk::step(std::span<const double> zone_chances) {
    std::ranges::fill(next_, 0.0);
    double signalled = 0;
    for (std::size_t state = 0; state < chain_.states(); ++state) {
        if (mass_[state] == 0) continue;
        for (std::size_t zone = 0; zone < zone_chances.size(); ++zone) {
            const double moved = mass_[state] * zone_chances[zone];
            const std::int32_t to = chain_.next(state, zone, Step::level);
            (to == RuleChain::kSignal ? signalled : next_[static_cast<std::size_t>(to)]) += moved;
        }
    }
    mass_.swap(next_);
    return {signalled, sum(mass_)};
}

PlaceWalk::PlaceWalk(const RuleChain& chain) : chain_(chain), mass_(chain.states(), 0.0) {
    mass_[RuleChain::kStart] = 1;
}

Tick PlaceWalk::step(const Places& places, const Splitter& split) {
    const std::size_t size = places.size();
    next_.assign(chain_.states() * size, 0.0);
    double signalled = 0;
    const auto move = [&](std::size_t state, std::size_t place, Step step, double share) {
        const double moved = share * places.chances[place];
        const std::int32_t to = chain_.next(state, places.zones[place], step);
        if (to == RuleChain::kSignal)
            signalled += moved;
        else
            next_[static_cast<std::size_t>(to) * size + place] += moved;
    };
    for (std::size_t state = 0; state < chain_.states(); ++state) {
        const std::span<const double> before(mass_.data() + state * places_, places_);
        if (std::ranges::all_of(before, [](double mass) { return mass == 0; })) continue;
        split(before, split_);
        for (std::size_t place = 0; place < size; ++place) {
            move(state, place, Step::up, split_.below[place]);
            move(state, place, Step::level, split_.level[place]);
            move(state, place, Step::down, split_.above[place]);
        }
    }
    mass_.swap(next_);
    places_ = size;
    return {signalled, sum(mass_)};
}

RunLength settle(std::vector<double> waiting, std::size_t longest_pattern,
                 const std::function<Tick()>& step) {
    constexpr std::size_t kMostPoints = 20000;
    constexpr double kSteady = 1e-12;
    constexpr double kNothing = 1e-17;
    std::size_t steady = 0;
    double hazard = 0;
    // Steady for twice as long as the longest pattern: before it can be complete the hazard is a
    // steady zero, and it may swing while it settles.
    for (std::size_t point = 0; point < kMostPoints && steady < 2 * longest_pattern; ++point) {
        const double before = waiting.back();
        if (before < kNothing) break;
        const Tick tick = step();
        const double now = tick.signalled / before;
        steady = std::abs(now - hazard) <= kSteady * now ? steady + 1 : 0;
        hazard = now;
        waiting.push_back(tick.waiting);
    }
    return RunLength(std::move(waiting), hazard);
}

}  // namespace primum::spc
