#include "spc/normal_walk.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

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

bool always_signals(const RuleChain& chain, std::size_t zone) {
    for (std::size_t state = 0; state < chain.states(); ++state)
        for (const Step step : {Step::level, Step::up, Step::down})
            if (chain.next(state, zone, step) != RuleChain::kSignal) return false;
    return true;
}

/// The nodes of a normal value, interval by interval.
class NormalPlaces {
public:
    NormalPlaces() = default;
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
        const std::size_t count = 8 + 4 * static_cast<std::size_t>(std::ceil(to - from));
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

class NormalWalk : public Walk {
public:
    NormalWalk(RuleChain chain, std::span<const Interval> intervals, double shift)
        : chain_(std::move(chain)), by_zone_(chain_), by_place_(chain_) {
        if (chain_.watches_steps())
            normal_ = NormalPlaces(chain_, intervals, shift);
        else
            for (const auto& [from, to, zone] : intervals)
                zone_chances_.push_back(normal_between(from - shift, to - shift));
    }

    Tick step() override {
        if (!chain_.watches_steps()) return by_zone_.take(zone_chances_);
        return by_place_.take(
            normal_.places(),
            [this](std::span<const double> before, Split& split) { normal_.split(before, split); });
    }

    std::size_t longest_pattern() const override { return chain_.longest_pattern(); }

private:
    RuleChain chain_;
    ZoneMass by_zone_;
    PlaceMass by_place_;
    std::vector<double> zone_chances_;
    NormalPlaces normal_;
};

}  // namespace

std::unique_ptr<Walk> normal_walk(const Rules& rules, double shift, double sigmas, Watch watch) {
    const std::vector<Interval> intervals = intervals_of(rules, sigmas);
    std::vector<Zone> zones;
    for (const Interval& interval : intervals)
        zones.push_back(interval.zone);
    auto chain = RuleChain::of(rules, watch, zones);
    if (!chain) return nullptr;
    return std::make_unique<NormalWalk>(*std::move(chain), intervals, shift);
}

}  // namespace primum::spc
