#include "spc/rule_chain.h"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace primum::spc {
namespace {

constexpr int kLongest = 100;
constexpr std::size_t kMostStates = 50000;

/// Which side a value lies on, beyond the lines so many sigma from the centre.
std::int8_t beyond(double value, const Limits& lines, double sigmas) {
    const double lower = sigmas == 3 ? lines.lower : sigmas == 2 ? lines.lower2 : lines.lower1;
    const double upper = sigmas == 3 ? lines.upper : sigmas == 2 ? lines.upper2 : lines.upper1;
    return static_cast<std::int8_t>((value > upper) - (value < lower));
}

bool is_line(double sigmas) {
    return sigmas == 1 || sigmas == 2 || sigmas == 3;
}

bool is_length(int points, int shortest) {
    return points <= 0 || (points >= shortest && points <= kLongest);
}

bool asks_about_one_sigma(const Rules& rules) {
    return rules.four_of_five || rules.beyond_one_sigma_points > 0 ||
           rules.within_one_sigma_points > 0;
}

/// What must be remembered of the points so far, for every rule.
struct Memory {
    std::array<std::int8_t, 2> two_of_three{};  // marks of the last points, newest first
    std::array<std::int8_t, 4> four_of_five{};
    std::int8_t side_run = 0;     // points in a row on one side, negative below the centre
    std::int8_t within_run = 0;   // points in a row within one sigma
    std::int8_t beyond_run = 0;   // points in a row beyond one sigma, on whichever side
    std::int8_t one_sided = 0;    // the last of these that are on one side, negative below
    std::int8_t trend = 0;        // steps in a row one way, negative when falling
    std::int8_t alternation = 0;  // steps that turned each time, negative when the last one fell
    friend auto operator<=>(const Memory&, const Memory&) = default;
};

/// One more of the same, or the first of its kind. `direction` 0 begins anew.
std::int8_t longer_run(std::int8_t run, int direction) {
    if (direction == 0) return 0;
    const bool goes_on = run * direction > 0;
    return static_cast<std::int8_t>(goes_on ? run + direction : direction);
}

class Follower {
public:
    Follower(const Rules& rules, Watch watch) : rules_(rules), watch_(watch) {}

    /// Takes one more point into memory. True when it brings a signal.
    bool take(Memory& memory, const Zone& zone, Step step) const {
        // Each must be asked: all of them keep their memory up to date.
        const bool signals[] = {
            counts(zone.outside),
            two_of_three(memory.two_of_three, zone),
            four_of_five(memory.four_of_five, zone),
            shift(memory.side_run, zone),
            within_one(memory.within_run, zone),
            beyond_one(memory, zone),
            trend(memory.trend, step),
            alternation(memory.alternation, step),
        };
        return std::ranges::find(signals, true) != std::end(signals);
    }

private:
    bool counts(int direction) const {
        return direction > 0 ? watch_ != Watch::low : direction < 0 && watch_ != Watch::high;
    }

    bool shift(std::int8_t& run, const Zone& zone) const {
        if (rules_.shift_points <= 0) return false;
        if (zone.side == 0 && rules_.shift_ties == Ties::are_skipped) return false;
        run = longer_run(run, counts(zone.side) ? zone.side : 0);
        return std::abs(run) >= rules_.shift_points;
    }

    bool within_one(std::int8_t& run, const Zone& zone) const {
        if (rules_.within_one_sigma_points <= 0 || watch_ != Watch::either) return false;
        run = longer_run(run, zone.off_one == 0 ? 1 : 0);
        return run >= rules_.within_one_sigma_points;
    }

    /// Both sides must be among the last so many points; longer runs need not be told apart.
    bool beyond_one(Memory& memory, const Zone& zone) const {
        const int points = rules_.beyond_one_sigma_points;
        if (points <= 0 || watch_ != Watch::either) return false;
        const auto at_most = [points](int run) {
            return static_cast<std::int8_t>(std::clamp(run, -points, points));
        };
        memory.beyond_run = at_most(longer_run(memory.beyond_run, zone.off_one != 0 ? 1 : 0));
        memory.one_sided = at_most(longer_run(memory.one_sided, zone.off_one));
        return memory.beyond_run == points && std::abs(memory.one_sided) < points;
    }

    static int direction_of(Step step) {
        return step == Step::up ? 1 : step == Step::down ? -1 : 0;
    }

    bool trend(std::int8_t& run, Step step) const {
        if (rules_.trend_points <= 0) return false;
        if (step == Step::level && rules_.trend_ties == Ties::are_skipped) return false;
        const int direction = direction_of(step);
        run = longer_run(run, counts(direction) ? direction : 0);
        return std::abs(run) >= rules_.trend_points - 1;
    }

    bool alternation(std::int8_t& steps, Step step) const {
        if (rules_.alternating_points <= 0 || watch_ != Watch::either) return false;
        const int direction = direction_of(step);
        const bool turns = steps * direction < 0;
        steps = static_cast<std::int8_t>(turns ? direction * (std::abs(steps) + 1) : direction);
        return std::abs(steps) >= rules_.alternating_points - 1;
    }

    bool two_of_three(std::array<std::int8_t, 2>& last, const Zone& zone) const {
        if (!rules_.two_of_three) return false;
        return all_but_one(last, zone.near, zone.side, rules_.two_of_three_third,
                           rules_.two_of_three_flags);
    }

    bool four_of_five(std::array<std::int8_t, 4>& last, const Zone& zone) const {
        if (!rules_.four_of_five) return false;
        return all_but_one(last, zone.off_one, zone.side, rules_.four_of_five_fifth,
                           rules_.four_of_five_flags);
    }

    /// "m of n beyond a line", m = n - 1. A mark is ±2 beyond the line, ±1 on that side of the
    /// centre where that matters, and 0 otherwise.
    template <std::size_t size>
    bool all_but_one(std::array<std::int8_t, size>& last, int off, int side, OddOneOut odd_one,
                     FlaggedBeyond flags) const {
        const int mark = off != 0 ? 2 * off : odd_one == OddOneOut::same_side ? side : 0;
        const bool complete = (counts(1) && completes(last, mark, 1, odd_one, flags)) ||
                              (counts(-1) && completes(last, mark, -1, odd_one, flags));
        std::shift_right(last.begin(), last.end(), 1);
        last.front() = static_cast<std::int8_t>(mark);
        return complete;
    }

    template <std::size_t size>
    static bool completes(const std::array<std::int8_t, size>& last, int mark, int side,
                          OddOneOut odd_one, FlaggedBeyond flags) {
        if (flags == FlaggedBeyond::from_completion && mark != 2 * side) return false;
        const auto fits = [&](int other) {
            if (odd_one == OddOneOut::same_side) return other * side > 0;
            return odd_one == OddOneOut::anywhere || other != -2 * side;
        };
        if (!fits(mark) || !std::ranges::all_of(last, fits)) return false;
        const auto beyond = std::ranges::count(last, 2 * side) + (mark == 2 * side);
        return beyond >= static_cast<std::ptrdiff_t>(size);
    }

    const Rules& rules_;
    Watch watch_;
};

std::size_t longest_pattern_of(const Rules& rules) {
    return static_cast<std::size_t>(std::max(
        {rules.four_of_five ? 5 : 3, rules.shift_points, rules.trend_points,
         rules.within_one_sigma_points, rules.beyond_one_sigma_points, rules.alternating_points}));
}

}  // namespace

Zone zone_of(double value, const Limits& lines, const Rules& rules) {
    Zone zone;
    const auto side = static_cast<std::int8_t>((value > lines.centre) - (value < lines.centre));
    if (rules.shift_points > 0) zone.side = side;
    if (rules.outside_sigmas > 0) zone.outside = beyond(value, lines, rules.outside_sigmas);
    if (rules.two_of_three) {
        const bool too_far = !rules.two_of_three_counts_outside && beyond(value, lines, 3) != 0;
        zone.near = too_far ? std::int8_t{0} : beyond(value, lines, rules.two_of_three_sigmas);
        if (rules.two_of_three_third == OddOneOut::same_side) zone.side = side;
    }
    if (asks_about_one_sigma(rules)) zone.off_one = beyond(value, lines, 1);
    if (rules.four_of_five && rules.four_of_five_fifth == OddOneOut::same_side) zone.side = side;
    return zone;
}

bool is_finite(const Rules& rules) {
    return !rules.anhoej && (rules.outside_sigmas == 0 || is_line(rules.outside_sigmas)) &&
           (!rules.two_of_three || is_line(rules.two_of_three_sigmas)) &&
           is_length(rules.trend_points, 2) && is_length(rules.shift_points, 1) &&
           is_length(rules.within_one_sigma_points, 1) &&
           is_length(rules.beyond_one_sigma_points, 1) && is_length(rules.alternating_points, 2);
}

std::optional<RuleChain> RuleChain::of(const Rules& rules, Watch watch,
                                       std::span<const Zone> zones) {
    if (!is_finite(rules)) return std::nullopt;
    const Follower follower(rules, watch);
    RuleChain chain;
    chain.zones_ = zones.size();
    chain.steps_ = rules.trend_points > 0 || rules.alternating_points > 0 ? 3 : 1;
    chain.longest_pattern_ = longest_pattern_of(rules);

    std::map<Memory, std::int32_t> numbers{{Memory{}, kStart}};
    std::vector<Memory> memories{Memory{}};
    for (std::size_t state = 0; state < memories.size(); ++state) {
        if (memories.size() > kMostStates) return std::nullopt;
        for (const Zone& zone : zones) {
            for (std::size_t step = 0; step < chain.steps_; ++step) {
                Memory after = memories[state];
                if (follower.take(after, zone, static_cast<Step>(step))) {
                    chain.next_.push_back(kSignal);
                    continue;
                }
                const auto number = static_cast<std::int32_t>(memories.size());
                const auto [known, is_new] = numbers.emplace(after, number);
                if (is_new) memories.push_back(after);
                chain.next_.push_back(known->second);
            }
        }
    }
    chain.states_ = memories.size();
    chain.merge_equal_states();
    return chain;
}

/// Moore's algorithm: states are equal until a next point tells them apart, by a signal or by
/// leading to states already told apart. The start keeps number 0, being met first.
void RuleChain::merge_equal_states() {
    const std::size_t ways = zones_ * steps_;
    std::vector<std::int32_t> group(states_, 0);
    std::vector<std::size_t> examples;
    std::vector<std::int32_t> signature(ways + 1);
    std::size_t groups_before = 0;
    do {
        groups_before = examples.size();
        examples.clear();
        std::map<std::vector<std::int32_t>, std::int32_t> known;
        std::vector<std::int32_t> finer(states_);
        for (std::size_t state = 0; state < states_; ++state) {
            signature[ways] = group[state];
            for (std::size_t way = 0; way < ways; ++way) {
                const std::int32_t next = next_[state * ways + way];
                signature[way] = next == kSignal ? kSignal : group[static_cast<std::size_t>(next)];
            }
            const auto number = static_cast<std::int32_t>(examples.size());
            const auto [found, is_new] = known.emplace(signature, number);
            if (is_new) examples.push_back(state);
            finer[state] = found->second;
        }
        group = std::move(finer);
    } while (examples.size() != groups_before);
    std::vector<std::int32_t> merged;
    merged.reserve(examples.size() * ways);
    for (const std::size_t state : examples) {
        for (std::size_t way = 0; way < ways; ++way) {
            const std::int32_t next = next_[state * ways + way];
            merged.push_back(next == kSignal ? kSignal : group[static_cast<std::size_t>(next)]);
        }
    }
    next_ = std::move(merged);
    states_ = examples.size();
}

}  // namespace primum::spc
