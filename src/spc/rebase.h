#pragma once
// Where a control chart might get new lines, and why. A suggestion: nothing here changes a chart.

#include <cstddef>
#include <cstdint>
#include <expected>
#include <span>
#include <vector>

#include "spc/series.h"

namespace primum::spc {

struct RebaseOptions {
    std::size_t shift_points = 8;     ///< points on one side that make a shift; 2 or more
    std::size_t settled_points = 12;  ///< points that make one worth new lines although it ended
};

/// The chart a suggestion is made for. Spans are borrowed; all that are not empty are as long as
/// `values`, except `phase_begins`.
struct DrawnSeries {
    std::span<const double> values;   ///< as plotted; NaN is missing
    std::span<const double> centres;  ///< the centre line at each point; NaN where there is none
    std::span<const double> denominators;    ///< weights of the values in a mean; empty: all alike
    std::span<const std::uint8_t> excluded;  ///< 1 takes no part
    std::span<const std::size_t> phase_begins;  ///< rising, the first 0; empty: one phase
};

/// Why new lines are suggested.
enum class RebaseReason : std::uint8_t {
    shift_lasts,    ///< a shift that goes on to the end of its phase
    shift_settled,  ///< a shift that ended, but held for `settled_points` or more
};

struct SuggestedRebase {
    RebaseReason reason = RebaseReason::shift_lasts;
    std::size_t begin = 0;   ///< the shift's first point, where a new phase would begin
    std::size_t end = 0;     ///< one past the shift's last point
    std::size_t points = 0;  ///< points of the shift: there, not excluded, not on the centre line
    bool above = false;      ///< above the centre line, or below it
    double old_centre = kMissing;  ///< the centre line at `begin`
    double new_centre = kMissing;  ///< mean of the values of `begin` to `end`, weighted
};

/// The shifts that a chart's lines no longer fit, in order of time.
///
/// A shift is a run of at least `shift_points` points on one side of the centre line. Points on the
/// line, missing and excluded points neither end nor lengthen it; the end of a phase does. It is
/// suggested when it lasts to the end of its phase, or when it has `settled_points` points or more.
/// After a suggestion the search goes on behind the shift against its own mean, as if it had been
/// accepted. A shift that begins with its phase's first point that counts is not suggested: the
/// phase is the change.
///
/// Refused: no points, infinite values, spans of other lengths, negative denominators, phases out
/// of order, options out of range.
/// Source: NHS England, Making Data Count, guidance on recalculating limits (a sustained shift);
/// the default length is IHI's.
std::expected<std::vector<SuggestedRebase>, Problem> suggest_rebases(
    const DrawnSeries& series, const RebaseOptions& options = {});

}  // namespace primum::spc
