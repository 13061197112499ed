#pragma once
// From a series to its lines, its signals, and what they mean. The engine's front door.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "spc/options.h"
#include "spc/rules.h"
#include "spc/series.h"

namespace primum::spc {

/// The lines at one point, in the units of the plotted value. NaN where there is no such line.
struct Limits {
    double centre = kMissing;
    double lower = kMissing;  ///< outer limit, three sigma unless chosen otherwise
    double upper = kMissing;
    double lower2 = kMissing;  ///< two sigma
    double upper2 = kMissing;
    double lower1 = kMissing;  ///< one sigma
    double upper1 = kMissing;
};

/// What a point says, once the direction that is better is known.
enum class Reading : std::uint8_t { common, improvement, concern, high, low };

/// Making Data Count's variation icon, from the last point.
enum class Variation : std::uint8_t {
    none,  ///< nothing to say: no points, or too few for any rule
    common,
    improvement_high,
    improvement_low,
    concern_high,
    concern_low,
    neutral_high,
    neutral_low,
};

/// Making Data Count's assurance icon, from the last limits and the last target.
enum class Assurance : std::uint8_t { none, pass, fail, inconsistent };

/// One phase and what set its lines.
struct PhaseSummary {
    std::size_t begin = 0;
    std::size_t end = 0;  ///< one past the last point
    std::size_t base_points =
        0;                     ///< points that set the lines: in the baseline, there, not excluded
    double centre = kMissing;  ///< the centre line (np charts: as a proportion)
    double sigma = kMissing;   ///< one sigma of a single observation; see `sigma_of_one`

    // Anhoej's runs analysis, of the points that are there, not excluded and not on the centre.
    std::size_t useful = 0;
    std::size_t longest_run = 0;
    std::size_t longest_run_most = 0;  ///< more than this is a signal
    std::size_t crossings = 0;
    std::size_t crossings_least = 0;  ///< fewer than this is a signal
};

/// Scratch space of `analyse`, kept from one series to the next. Nobody else's business.
struct Workspace {
    std::vector<double> numbers;
    std::vector<std::uint64_t> bits;
    std::vector<std::uint32_t> positions;
    std::vector<std::uint32_t> flagged;
    std::vector<std::uint8_t> flags;
};

/// Everything the engine says of one series. Meant to be used again for the next series: its
/// buffers grow and are kept, so that a long batch allocates nothing.
struct Analysis {
    Problem problem;  ///< when set, the rest is empty

    std::vector<double> values;  ///< as plotted: ratios made, `multiply` applied; NaN is missing
    std::vector<PointSignals> signals;  ///< one a point
    std::vector<Reading> readings;      ///< one a point
    std::vector<PhaseSummary> phases;
    Variation variation = Variation::none;
    Assurance assurance = Assurance::none;

    /// One a point where lines vary from point to point, otherwise one a phase.
    std::vector<Limits> limits;
    bool limits_vary = false;

    Workspace workspace;

    const Limits& limits_at(std::size_t point) const;
    const PhaseSummary& phase_at(std::size_t point) const;
};

/// Below this many base points, limits are on trial: drawn and used, and said to be so.
/// Source: NHSRplotthedots (under 13), Making Data Count.
inline constexpr std::size_t kEnoughPoints = 13;

/// Analyses one series into `out`, replacing what was there. Bad input gives `out.problem`.
/// Allocates only while the buffers of `out` are smaller than the series.
void analyse(const Series& series, const Options& options, Analysis& out);

/// The same, for one series.
Analysis analyse(const Series& series, const Options& options);

/// One pattern that a rule found: where it is, and which way it points.
struct Signal {
    enum class Direction : std::uint8_t { high, low, undirected };
    Rule rule;
    Direction direction;
    std::size_t first;  ///< index of its first flagged point: "since when"
    std::size_t last;   ///< index of its last flagged point
};

/// The signals of an analysis in order of their first point, each as the longest stretch of
/// flagged points within one phase.
std::vector<Signal> signals_of(const Analysis& analysis);

}  // namespace primum::spc
