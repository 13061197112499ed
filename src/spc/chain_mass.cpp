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
    signalled_ = 0;
    if (places_ == 0) {
        split_.level.assign(size, 1.0);  // no step
        move_row(RuleChain::kStart, places);
    } else {
        for (std::size_t state = 0; state < chain_.states(); ++state) {
            const std::span<const double> before(mass_.data() + state * places_, places_);
            if (std::ranges::all_of(before, [](double mass) { return mass == 0; })) continue;
            split(before, split_);
            move_row(state, places);
        }
    }
    mass_.swap(next_);
    places_ = size;
    return {signalled_, sum(mass_)};
}

/// Moves what `split_` holds of one state. Places that follow each other in one zone move together.
void PlaceMass::move_row(std::size_t state, const Places& places) {
    for (std::size_t from = 0; from < places.size();) {
        const std::size_t zone = places.zones[from];
        std::size_t to = from + 1;
        while (to < places.size() && places.zones[to] == zone)
            ++to;
        move(state, zone, Step::up, from, to, split_.below, places);
        move(state, zone, Step::level, from, to, split_.level, places);
        move(state, zone, Step::down, from, to, split_.above, places);
        from = to;
    }
}

void PlaceMass::move(std::size_t state, std::size_t zone, Step step, std::size_t from,
                     std::size_t to, std::span<const double> shares, const Places& places) {
    const std::int32_t next = chain_.next(state, zone, step);
    if (next == RuleChain::kSignal) {
        for (std::size_t i = from; i < to; ++i)
            signalled_ += shares[i] * places.chances[i];
        return;
    }
    double* const row = next_.data() + static_cast<std::size_t>(next) * places.size();
    for (std::size_t i = from; i < to; ++i)
        row[i] += shares[i] * places.chances[i];
}

}  // namespace primum::spc
