#pragma once
// Rules as a machine with a finite memory: what it must remember of the points so far, and what
// the next point makes of that. Run lengths are computed by walking this machine.

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "spc/analysis.h"
#include "spc/rules.h"

namespace primum::spc {

/// What rules can tell of a point by its place alone. Comparisons with lines are strict, as in the
/// engine. What no rule asks about is left out, so that equal zones are equal to the rules.
struct Zone {
    std::int8_t side = 0;     ///< of the centre line: -1, 0 on it, 1
    std::int8_t outside = 0;  ///< beyond the line of the outside rule: -1, 0 or 1; so the next two
    std::int8_t near = 0;     ///< counts for two of three
    std::int8_t off_one = 0;  ///< beyond one sigma
    friend auto operator<=>(const Zone&, const Zone&) = default;
};

Zone zone_of(double value, const Limits& lines, const Rules& rules);

/// From the point before to this one. The first point has no step, which is as good as level.
enum class Step : std::uint8_t { level, up, down };

/// Which signals count. Patterns without a direction count only with `either`.
enum class Watch : std::uint8_t { either, high, low };

/// Whether rules can be followed with a finite memory. Not so: Anhoej's, whose lengths grow with
/// the series; lengths above 100 or a trend or alternation of one point; lines other than those at
/// one and two sigma and the limits.
bool is_finite(const Rules& rules);

/// The points before the first one take part in no pattern: they are beyond no line and on no side,
/// and the first point is no step from them. Where the odd one out may lie anywhere, two points
/// beyond the line are therefore two of three at once, as in Champ and Woodall (1987); the engine,
/// to which nothing comes before the first point of a phase, waits for the third.
class RuleChain {
public:
    static constexpr std::int32_t kSignal = -1;
    static constexpr std::int32_t kStart = 0;

    /// For points that lie in one of `zones`. Nothing where rules are not finite, or where they
    /// need more than 50,000 states.
    static std::optional<RuleChain> of(const Rules& rules, Watch watch,
                                       std::span<const Zone> zones);

    std::size_t states() const { return states_; }
    std::size_t zones() const { return zones_; }

    /// Whether a rule looks at rises and falls, not only at zones.
    bool watches_steps() const { return steps_ > 1; }

    /// The state after one more point, or kSignal.
    std::int32_t next(std::size_t state, std::size_t zone, Step step) const {
        const std::size_t kind = steps_ > 1 ? static_cast<std::size_t>(step) : 0;
        return next_[(state * zones_ + zone) * steps_ + kind];
    }

    /// Points in the longest pattern.
    std::size_t longest_pattern() const { return longest_pattern_; }

private:
    RuleChain() = default;
    void merge_equal_states();

    std::size_t states_ = 0;
    std::size_t zones_ = 0;
    std::size_t steps_ = 1;
    std::size_t longest_pattern_ = 1;
    std::vector<std::int32_t> next_;
};

}  // namespace primum::spc
