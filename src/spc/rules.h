#pragma once
// The patterns that are not chance: which there are, how long they must be, and named sets of them.

#include <cstdint>

#include "spc/series.h"

namespace primum::spc {

/// In order of the priority with which they name a point.
enum class Rule : std::uint8_t {
    outside_limits,    ///< a point beyond an outer limit
    trend,             ///< points that all rise, or all fall
    two_of_three,      ///< two of three points beyond two sigma, on one side
    shift,             ///< points in a row on one side of the centre line
    four_of_five,      ///< four of five points beyond one sigma, on one side
    within_one_sigma,  ///< points in a row none of which is beyond one sigma
    beyond_one_sigma,  ///< points in a row beyond one sigma, some on either side
    alternating,       ///< points that go up and down in turn
    long_run,          ///< Anhoej: the longest run on one side is longer than chance allows
    few_crossings,     ///< Anhoej: the line crosses its centre more rarely than chance allows
};
inline constexpr int kRuleCount = 10;

/// A set of rules.
class RuleSet {
public:
    constexpr RuleSet() = default;
    constexpr void add(Rule rule) { bits_ = static_cast<std::uint16_t>(bits_ | bit(rule)); }
    constexpr bool has(Rule rule) const { return (bits_ & bit(rule)) != 0; }
    constexpr bool empty() const { return bits_ == 0; }
    friend constexpr RuleSet operator|(RuleSet a, RuleSet b) {
        a.bits_ = static_cast<std::uint16_t>(a.bits_ | b.bits_);
        return a;
    }
    friend constexpr bool operator==(RuleSet, RuleSet) = default;

private:
    static constexpr std::uint16_t bit(Rule rule) {
        return static_cast<std::uint16_t>(1U << static_cast<unsigned>(rule));
    }
    std::uint16_t bits_ = 0;
};

/// What rules found on one point, by the direction of what they found.
struct PointSignals {
    RuleSet high;        ///< above the centre, or rising
    RuleSet low;         ///< below the centre, or falling
    RuleSet undirected;  ///< neither: patterns of too little or too much order
    RuleSet all() const { return high | low | undirected; }
    friend bool operator==(const PointSignals&, const PointSignals&) = default;
};

/// Points on the centre line, equal neighbours: do they end a pattern, or are they passed over?
enum class Ties : std::uint8_t { break_it, are_skipped };

/// Which points of a pattern carry its flag.
enum class Flagged : std::uint8_t {
    whole_pattern,    ///< every point of it
    from_completion,  ///< the point that completes it, and later ones while it lasts
};

/// Which points of an "m of n beyond a line" pattern carry its flag.
enum class FlaggedBeyond : std::uint8_t {
    points_beyond,    ///< those beyond the line
    whole_window,     ///< all n
    from_completion,  ///< a point beyond the line that completes the pattern
};

/// The third point of two of three (the fifth of four of five).
enum class OddOneOut : std::uint8_t {
    same_side,         ///< must lie on the same side of the centre
    not_beyond_other,  ///< anywhere but beyond the same line on the other side
    anywhere,
};

/// Which rules are asked, with what lengths. A length of 0 switches a rule off.
struct Rules {
    /// Beyond this many sigma; 0 is off. 3 means the drawn limits.
    double outside_sigmas = 3;

    int trend_points = 7;
    Ties trend_ties = Ties::break_it;

    bool two_of_three = true;
    double two_of_three_sigmas = 2;
    bool two_of_three_counts_outside =
        true;  ///< does a point beyond the limits count as beyond two sigma?
    OddOneOut two_of_three_third = OddOneOut::same_side;
    FlaggedBeyond two_of_three_flags = FlaggedBeyond::points_beyond;

    int shift_points = 7;
    Ties shift_ties = Ties::break_it;

    bool four_of_five = false;
    OddOneOut four_of_five_fifth = OddOneOut::anywhere;
    FlaggedBeyond four_of_five_flags = FlaggedBeyond::from_completion;

    int within_one_sigma_points = 0;
    int beyond_one_sigma_points = 0;
    int alternating_points = 0;

    bool anhoej = false;  ///< long_run and few_crossings

    /// Missing points: passed over, or the end of every pattern. Excluded points are passed over.
    Ties missing = Ties::are_skipped;

    /// For trend, shift, within and beyond one sigma, alternating.
    Flagged flags = Flagged::whole_pattern;
};

/// NHS England's Making Data Count: a point outside the limits; a trend of 7; two of three beyond
/// two sigma on one side (a point outside the limits counts, as the team announced in November
/// 2023); a shift of 7. Source: NHS England, Making Data Count; NHSRplotthedots 0.2.2.
constexpr Rules mdc_rules() {
    return {};
}

/// No rules at all.
constexpr Rules no_rules() {
    return {.outside_sigmas = 0, .trend_points = 0, .two_of_three = false, .shift_points = 0};
}

/// Anhoej and Olesen (2014): longest run and number of crossings; and a point outside the limits.
constexpr Rules anhoej_rules() {
    Rules rules = no_rules();
    rules.outside_sigmas = 3;
    rules.anhoej = true;
    return rules;
}

/// The Institute for Healthcare Improvement's five rules for Shewhart charts (Provost and Murray,
/// The Health Care Data Guide): outside the limits; 8 on one side; 6 rising or falling; two of
/// three in the outer third; 15 within one sigma. Equal neighbours and points on the line are
/// passed over.
constexpr Rules ihi_rules() {
    Rules rules;
    rules.trend_points = 6;
    rules.trend_ties = Ties::are_skipped;
    rules.shift_points = 8;
    rules.shift_ties = Ties::are_skipped;
    rules.within_one_sigma_points = 15;
    return rules;
}

/// IHI's rules for a run chart (Perla, Provost and Murray, BMJ Quality & Safety 2011): a shift of
/// 6, a trend of 5, and too few runs. The fourth, an "astronomical" point, is a judgement, so no
/// rule of ours.
constexpr Rules ihi_run_chart_rules() {
    Rules rules = no_rules();
    rules.trend_points = 5;
    rules.trend_ties = Ties::are_skipped;
    rules.shift_points = 6;
    rules.shift_ties = Ties::are_skipped;
    rules.anhoej = true;
    return rules;
}

/// Western Electric (1956), four rules; the completing point is flagged.
constexpr Rules western_electric_rules() {
    Rules rules = no_rules();
    rules.outside_sigmas = 3;
    rules.two_of_three = true;
    rules.two_of_three_third = OddOneOut::anywhere;
    rules.two_of_three_flags = FlaggedBeyond::from_completion;
    rules.four_of_five = true;
    rules.shift_points = 8;
    rules.flags = Flagged::from_completion;
    return rules;
}

/// Nelson (1984), eight rules; the completing point is flagged.
constexpr Rules nelson_rules() {
    Rules rules = western_electric_rules();
    rules.shift_points = 9;
    rules.trend_points = 6;
    rules.alternating_points = 14;
    rules.within_one_sigma_points = 15;
    rules.beyond_one_sigma_points = 8;
    return rules;
}

}  // namespace primum::spc
