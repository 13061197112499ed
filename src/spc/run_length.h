#pragma once
// How many points a chart takes until its rules signal.

#include <cstddef>
#include <optional>
#include <vector>

#include "spc/rule_chain.h"
#include "spc/rules.h"

namespace primum::spc {

/// The distribution of the run length: the number of points up to and with the one that brings the
/// first signal.
class RunLength {
public:
    /// `seen[k]` is the chance of a signal by point k and `waiting[k]` the chance of none, from
    /// k = 0 on; both are given, so that neither loses digits when it is small. After the last k
    /// each point signals with chance `hazard`, given that none did before.
    RunLength(std::vector<double> seen, std::vector<double> waiting, double hazard);

    /// The average run length. Infinite when no signal can come.
    double average() const;

    /// The chance that a signal has come by this point.
    double chance_within(std::size_t points) const;

    /// The fewest points by which a signal has come with at least this chance: 0.5 gives the
    /// median. Nothing when that never happens: a chance of 1 or more, or NaN; no signal can come.
    std::optional<std::size_t> points_until(double chance) const;

private:
    std::vector<double> seen_;
    std::vector<double> waiting_;
    double hazard_;
};

/// Run length of a chart with known limits, for independent normal values whose mean has moved by
/// `shift` sigma before the first point. Zero state: nothing happened before the first point.
/// `sigmas` is how far the outer limits reach.
///
/// Exact, to some ten digits: a Markov chain over what the rules remember (Champ and Woodall,
/// Technometrics 29, 1987), walked point by point until the chance of a signal no longer changes.
/// Rules that compare neighbours (trend, alternating) need the value of the last point too; it is
/// followed on Gauss-Legendre nodes within each zone.
///
/// Nothing where the rules are not `is_finite`, and where `shift` is not finite or `sigmas` not
/// above 0.
std::optional<RunLength> shewhart_run_length(const Rules& rules, double shift, double sigmas = 3,
                                             Watch watch = Watch::either);

}  // namespace primum::spc
