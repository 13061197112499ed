#pragma once
// A run chart whose median moves: where the data itself says that a new level has come.

#include <cstddef>
#include <cstdint>
#include <expected>
#include <span>
#include <vector>

#include "spc/series.h"

namespace primum::spc {

/// On which side of the median a run counts.
enum class RunSide : std::uint8_t { above, below, both };

struct RephaseOptions {
    std::size_t baseline_points = 13;  ///< points that set the first median, missing ones counted
    std::size_t run_points = 9;        ///< points in a run that make a new median; 2 or more
    RunSide side = RunSide::both;
};

/// A stretch with a median of its own.
struct MedianPhase {
    std::size_t begin = 0;  ///< first of the points that set the median
    std::size_t end = 0;    ///< one past the last of them
    double median = kMissing;
};

/// The medians a run chart would have, were it drawn anew at each lasting run: a suggestion, to be
/// accepted or not by someone who knows what happened.
///
/// The first median is that of the baseline. Among the points after it, the first run of
/// `run_points` on one side sets the next: the median of exactly those points, and the search goes
/// on after the last of them. Points on the median and missing points are passed over; they neither
/// end a run nor take part in it. The line of a phase runs to the begin of the next, or to the end.
///
/// No phases for a series shorter than its baseline. The median of a baseline without any value is
/// NaN, and nothing follows. Refused: no points, infinite values, a baseline of no points, a run of
/// fewer than two (options_out_of_range).
/// Source: runcharter 0.2.0.9000 (med_rows, runlength, direction); Perla, Provost and Murray, BMJ
/// Quality & Safety 20 (2011).
std::expected<std::vector<MedianPhase>, Problem> suggest_medians(
    std::span<const double> values, const RephaseOptions& options = {});

}  // namespace primum::spc
