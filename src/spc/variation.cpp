#include "spc/variation.h"

#include <cmath>

namespace primum::spc {
namespace {

Side good_side(Better better) {
    return better == Better::higher ? Side::high : Side::low;
}
Side bad_side(Better better) {
    return better == Better::higher ? Side::low : Side::high;
}

bool found(const PointSignals& signals, Side side) {
    return !(side == Side::high ? signals.high : signals.low).empty();
}

/// The first later point that has the rule on one side only belongs to the later pattern.
Side later_side(std::span<const PointSignals> signals, std::size_t point, Rule rule) {
    for (std::size_t i = point + 1; i < signals.size(); ++i) {
        const bool high = signals[i].high.has(rule);
        const bool low = signals[i].low.has(rule);
        if (high != low) return high ? Side::high : Side::low;
        if (!high) break;
    }
    return Side::none;
}

Side side_by_priority(std::span<const PointSignals> signals, std::size_t point) {
    for (int k = 0; k < kRuleCount; ++k) {
        const auto rule = static_cast<Rule>(k);
        const bool high = signals[point].high.has(rule);
        const bool low = signals[point].low.has(rule);
        if (high && low) {
            const Side later = later_side(signals, point, rule);
            if (later != Side::none) return later;
        } else if (high || low) {
            return high ? Side::high : Side::low;
        }
    }
    return Side::none;
}

}  // namespace

Side side_of(std::span<const PointSignals> signals, std::size_t point, const Options& options) {
    const PointSignals& here = signals[point];
    if (here.high.empty()) return here.low.empty() ? Side::none : Side::low;
    if (here.low.empty()) return Side::high;
    if (options.conflict != Conflict::by_priority && options.better != Better::neutral) {
        const Side preferred = options.conflict == Conflict::improvement ? good_side(options.better)
                                                                         : bad_side(options.better);
        if (found(here, preferred)) return preferred;
    }
    return side_by_priority(signals, point);
}

Reading reading_of(Side side, Better better) {
    if (side == Side::none) return Reading::common;
    if (better == Better::neutral) return side == Side::high ? Reading::high : Reading::low;
    return side == good_side(better) ? Reading::improvement : Reading::concern;
}

Variation variation_of(Side side, Better better) {
    const bool high = side == Side::high;
    switch (reading_of(side, better)) {
        case Reading::common:
            return Variation::common;
        case Reading::improvement:
            return high ? Variation::improvement_high : Variation::improvement_low;
        case Reading::concern:
            return high ? Variation::concern_high : Variation::concern_low;
        case Reading::high:
            return Variation::neutral_high;
        case Reading::low:
            return Variation::neutral_low;
    }
    return Variation::none;
}

Assurance assurance_of(const Limits& limits, double target, const Options& options) {
    if (options.better == Better::neutral || std::isnan(target) || std::isnan(limits.lower) ||
        std::isnan(limits.upper))
        return Assurance::none;
    if (limits.lower == target && limits.upper == target) return Assurance::pass;
    const bool decided = options.on_limit == OnLimit::decided;
    const bool above = target > limits.upper || (decided && target == limits.upper);
    const bool below = target < limits.lower || (decided && target == limits.lower);
    if (!above && !below) return Assurance::inconsistent;
    return above == (options.better == Better::higher) ? Assurance::fail : Assurance::pass;
}

}  // namespace primum::spc
