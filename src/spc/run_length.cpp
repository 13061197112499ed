#include "spc/run_length.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <span>
#include <utility>

#include "spc/chain_walk.h"
#include "spc/normal.h"
#include "spc/quadrature.h"

namespace primum::spc {
namespace {

constexpr double kReach = 9.5;  // a normal value lies further out with a chance below 1e-20

double sum(std::span<const double> values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

/// An interval of values that are the same to every rule.
struct Interval {
    double from;
    double to;
    Zone zone;
};

double middle_of(double from, double to) {
    if (std::isinf(from)) return to - 1;
    if (std::isinf(to)) return from + 1;
    return (from + to) / 2;
}

std::vector<Interval> intervals_of(const Rules& rules, double sigmas) {
    const Limits lines{.centre = 0,
                       .lower = -sigmas,
                       .upper = sigmas,
                       .lower2 = -2,
                       .upper2 = 2,
                       .lower1 = -1,
                       .upper1 = 1};
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    std::vector<double> cuts{-kInfinity, -sigmas, -2, -1, 0, 1, 2, sigmas, kInfinity};
    std::ranges::sort(cuts);
    std::vector<Interval> intervals;
    for (std::size_t i = 1; i < cuts.size(); ++i) {
        if (cuts[i] == cuts[i - 1]) continue;
        const Zone zone = zone_of(middle_of(cuts[i - 1], cuts[i]), lines, rules);
        if (!intervals.empty() && intervals.back().zone == zone)
            intervals.back().to = cuts[i];
        else
            intervals.push_back({cuts[i - 1], cuts[i], zone});
    }
    return intervals;
}

std::vector<Zone> zones_of(std::span<const Interval> intervals) {
    std::vector<Zone> zones;
    for (const Interval& interval : intervals)
        zones.push_back(interval.zone);
    return zones;
}

RunLength walk_zones(const RuleChain& chain, std::span<const Interval> intervals, double shift) {
    std::vector<double> chances;
    for (const auto& [from, to, zone] : intervals)
        chances.push_back(normal_between(from - shift, to - shift));
    ZoneWalk walk(chain);
    return settle({1}, chain.longest_pattern(), [&] { return walk.step(chances); });
}

bool always_signals(const RuleChain& chain, std::size_t zone) {
    for (std::size_t state = 0; state < chain.states(); ++state)
        for (const Step step : {Step::level, Step::up, Step::down})
            if (chain.next(state, zone, step) != RuleChain::kSignal) return false;
    return true;
}

/// The nodes of a normal value, interval by interval.
class NormalPlaces {
public:
    NormalPlaces(const RuleChain& chain, std::span<const Interval> intervals, double shift) {
        for (std::size_t zone = 0; zone < intervals.size(); ++zone) {
            const double from = std::max(intervals[zone].from - shift, -kReach);
            const double to = std::min(intervals[zone].to - shift, kReach);
            // What signals wherever it lies needs no nodes, only its chance.
            if (to <= from || always_signals(chain, zone))
                add_whole(zone,
                          normal_between(intervals[zone].from - shift, intervals[zone].to - shift));
            else
                add_nodes(zone, from, to);
        }
    }

    const Places& places() const { return places_; }

    void split(std::span<const double> before, Split& split) const {
        split.below.assign(places_.size(), 0.0);
        split.level.assign(places_.size(), 0.0);
        split.above.assign(places_.size(), 0.0);
        // The first point has nothing before it, and so makes no step.
        if (before.size() != places_.size()) {
            std::ranges::fill(split.level, 1.0);
            return;
        }
        double lower_blocks = 0;
        for (const Block& block : blocks_) {
            const double within = sum(before.subspan(block.first, block.count));
            for (std::size_t j = 0; j < block.count; ++j) {
                const double below = within == 0 ? 0 : below_node(before, block, j);
                split.below[block.first + j] = lower_blocks + below;
                split.above[block.first + j] = within - below;
            }
            lower_blocks += within;
        }
        double higher_blocks = 0;
        for (std::size_t b = blocks_.size(); b-- > 0;) {
            const Block& block = blocks_[b];
            for (std::size_t j = 0; j < block.count; ++j)
                split.above[block.first + j] += higher_blocks;
            higher_blocks += sum(before.subspan(block.first, block.count));
        }
    }

private:
    struct Block {
        std::size_t first;
        std::size_t count;
        std::vector<double> shares_below;
    };

    void add_whole(std::size_t zone, double chance) {
        blocks_.push_back({places_.size(), 1, {0.5}});
        places_.chances.push_back(chance);
        places_.zones.push_back(zone);
    }

    void add_nodes(std::size_t zone, double from, double to) {
        const std::size_t count = 12 + 6 * static_cast<std::size_t>(std::ceil(to - from));
        std::vector<QuadratureNode> nodes(count);
        gauss_legendre(from, to, nodes);
        std::vector<double> shares(count * count);
        gauss_legendre_shares_below(count, shares);
        blocks_.push_back({places_.size(), count, std::move(shares)});
        for (const auto& [x, weight] : nodes) {
            places_.chances.push_back(weight * normal_density(x));
            places_.zones.push_back(zone);
        }
    }

    static double below_node(std::span<const double> before, const Block& block, std::size_t j) {
        return std::inner_product(
            before.begin() + static_cast<std::ptrdiff_t>(block.first),
            before.begin() + static_cast<std::ptrdiff_t>(block.first + block.count),
            block.shares_below.begin() + static_cast<std::ptrdiff_t>(j * block.count), 0.0);
    }

    Places places_;
    std::vector<Block> blocks_;
};

RunLength walk_places(const RuleChain& chain, std::span<const Interval> intervals, double shift) {
    const NormalPlaces normal(chain, intervals, shift);
    PlaceWalk walk(chain);
    const Splitter split = [&](std::span<const double> before, Split& into) {
        normal.split(before, into);
    };
    return settle({1}, chain.longest_pattern(), [&] { return walk.step(normal.places(), split); });
}

}  // namespace

RunLength::RunLength(std::vector<double> waiting, double hazard)
    : waiting_(std::move(waiting)), hazard_(hazard) {}

double RunLength::average() const {
    const double listed = std::accumulate(waiting_.begin(), waiting_.end() - 1, 0.0);
    return waiting_.back() == 0 ? listed : listed + waiting_.back() / hazard_;
}

double RunLength::chance_within(std::size_t points) const {
    if (points < waiting_.size()) return 1 - waiting_[points];
    const auto further = static_cast<double>(points - (waiting_.size() - 1));
    return 1 - waiting_.back() * std::exp(further * std::log1p(-hazard_));
}

std::optional<std::size_t> RunLength::points_until(double chance) const {
    if (!(chance < 1)) return std::nullopt;
    const double most_waiting = 1 - chance;
    const auto listed = std::ranges::find_if(waiting_, [&](double w) { return w <= most_waiting; });
    if (listed != waiting_.end()) return static_cast<std::size_t>(listed - waiting_.begin());
    if (!(hazard_ > 0)) return std::nullopt;
    const double further = std::log(most_waiting / waiting_.back()) / std::log1p(-hazard_);
    const double points = static_cast<double>(waiting_.size() - 1) + std::ceil(further);
    // Beyond any count of points; a chance of a signal that is as good as none.
    if (!(points < 1e15)) return std::nullopt;
    return static_cast<std::size_t>(points);
}

std::optional<RunLength> shewhart_run_length(const Rules& rules, double shift, double sigmas,
                                             Watch watch) {
    if (!std::isfinite(shift) || !(sigmas > 0)) return std::nullopt;
    const std::vector<Interval> intervals = intervals_of(rules, sigmas);
    const auto chain = RuleChain::of(rules, watch, zones_of(intervals));
    if (!chain) return std::nullopt;
    return chain->watches_steps() ? walk_places(*chain, intervals, shift)
                                  : walk_zones(*chain, intervals, shift);
}

}  // namespace primum::spc
