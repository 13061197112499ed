#pragma once
// Where the probability of a rule chain is after each point, and how much of it has left as a
// signal.

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "spc/rule_chain.h"

namespace primum::spc {

/// What one more point brought.
struct Tick {
    double signalled;  ///< the chance that it was the point of the first signal
    double waiting;    ///< the chance that no signal has come yet
};

/// For rules that look at zones only: one probability a state. The chain must outlive it.
class ZoneMass {
public:
    explicit ZoneMass(const RuleChain& chain);

    /// One more point, given the chance of each zone.
    Tick take(std::span<const double> zone_chances);

private:
    const RuleChain& chain_;
    std::vector<double> mass_;
    std::vector<double> next_;
};

/// Values a point may take, in rising order: each with its chance and its zone.
struct Places {
    std::vector<double> chances;
    std::vector<std::size_t> zones;
    std::size_t size() const { return chances.size(); }
};

/// For each place of a point, how much of what stood at the places of the point before lies below
/// it (a step up), level with it, and above it (a step down).
struct Split {
    std::vector<double> below;
    std::vector<double> level;
    std::vector<double> above;
};

/// Splits the masses at the places of the point before. `split` has room for one entry a place.
using Splitter = std::function<void(std::span<const double> before, Split& split)>;

/// For rules that look at rises and falls too: one probability for each state and place. The chain
/// must outlive it.
class PlaceMass {
public:
    explicit PlaceMass(const RuleChain& chain);

    /// One more point. The first has nothing before it, so nothing is split then.
    Tick take(const Places& places, const Splitter& split);

private:
    void move_row(std::size_t state, const Places& places);
    void move(std::size_t state, std::size_t zone, Step step, std::size_t from, std::size_t to,
              std::span<const double> shares, const Places& places);

    const RuleChain& chain_;
    std::size_t places_ = 0;    // of the last point; 0 before the first
    std::vector<double> mass_;  // states × places
    std::vector<double> next_;
    double signalled_ = 0;
    Split split_;
};

}  // namespace primum::spc
