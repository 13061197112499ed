#include "spc/chain_mass.h"

#include <algorithm>
#include <numeric>

namespace primum::spc {
namespace {

double sum(std::span<const double> values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

}  // namespace

ZoneMass::ZoneMass(const RuleChain& chain)
    : chain_(chain), mass_(chain.states(), 0.0), next_(chain.states()) {
    mass_[RuleChain::kStart] = 1;
}

Tick ZoneMass::take(std::span<const double> zone_chances) {
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

PlaceMass::PlaceMass(const RuleChain& chain) : chain_(chain) {}

Tick PlaceMass::take(const Places& places, const Splitter& split) {
    const std::size_t size = places.size();
    for (auto* part : {&split_.below, &split_.level, &split_.above})
        part->assign(size, 0.0);
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
    if (places_ == 0) {
        for (std::size_t place = 0; place < size; ++place)
            move(RuleChain::kStart, place, Step::level, 1);
    } else {
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
    }
    mass_.swap(next_);
    places_ = size;
    return {signalled, sum(mass_)};
}

}  // namespace primum::spc
