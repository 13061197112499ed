#pragma once
// What the engine is given: one series of points, as plain numbers.

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

namespace primum::spc {

/// "There is no number here": a missing value going in, "no line" coming out.
inline constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

/// Larger values are refused (`Problem::Kind::too_large`), so that no sum or square can overflow.
inline constexpr double kLargestValue = 1e100;

/// A stretch of points that has lines of its own. Phases follow each other without gaps: each ends
/// where the next begins.
struct Phase {
    /// Index of the phase's first point. The first phase begins at 0.
    std::size_t begin = 0;

    /// How many points of the phase set its lines; 0 means all of them. Missing points count,
    /// so the same dates give the same baseline in every series.
    std::size_t baseline = 0;

    /// Whether the baseline is taken from the end of the phase rather than from its beginning.
    bool baseline_from_end = false;
};

/// One series, in order of time. Spans are borrowed; every span that is not empty is as long as
/// `values`.
struct Series {
    /// Measurements, or counts of events; subgroup means for x_bar, standard deviations for s,
    /// ranges for r. NaN is a missing value.
    std::span<const double> values;

    /// Opportunities to count (patients, bed days), or subgroup sizes. The plotted value of every
    /// chart but x_bar, s, r and np is then value / denominator. Zero or NaN makes a missing point.
    std::span<const double> denominators;

    /// Within-subgroup standard deviations (ranges where `Options::subgroup_sigma` is one made of
    /// ranges): x_bar charts only. NaN for a subgroup of one.
    std::span<const double> spreads;

    /// 1 marks a point that is drawn, but sets no line and takes part in no rule. It is as if it
    /// were not there: a moving range goes from the point before to the point after.
    std::span<const std::uint8_t> excluded;

    /// A target for each point; empty when `Options::target` holds for all.
    std::span<const double> targets;

    /// Empty means one phase with every point as its baseline.
    std::span<const Phase> phases;
};

/// Why a series was not analysed. Nothing is guessed and nothing is dropped in silence.
struct Problem {
    enum class Kind : std::uint8_t {
        none,
        no_points,            ///< the series is empty
        lengths_differ,       ///< a span is neither empty nor as long as the values
        phases_out_of_order,  ///< phases do not begin at 0 and rise, or begin beyond the end
        denominators_needed,  ///< the chart kind cannot do without them
        spreads_needed,       ///< an x_bar chart without standard deviations or ranges
        too_large,       ///< infinite, beyond ±kLargestValue, or a denominator within 1 / that of 0
        negative_count,  ///< a count, proportion, rate or spread below zero
        negative_denominator,         ///< an exposure or size below zero
        numerator_above_denominator,  ///< a proportion above one
        not_positive,                 ///< a t chart needs times above zero
        options_out_of_range,         ///< a length, factor or probability that makes no sense
    };

    Kind kind = Kind::none;
    std::size_t index = 0;  ///< the first point concerned

    explicit operator bool() const { return kind != Kind::none; }
};

}  // namespace primum::spc
