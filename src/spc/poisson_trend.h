#pragma once
// How fast rates were changing already, before anything was done about them.

#include <optional>
#include <span>
#include <vector>

#include "spc/series.h"

namespace primum::spc {

/// What was counted in one period. Periods are numbered through: months since some January, say.
struct CountedPeriod {
    int number = 0;
    double events = kMissing;
    double exposure = kMissing;  ///< opportunities to count: discharges, bed days
    double risk = kMissing;      ///< events that a case-mix model expected of these patients

    /// Whether it says how many of how many.
    bool is_complete() const { return events >= 0 && exposure > 0; }
};

/// One unit's periods, in order of time.
using CountedUnit = std::vector<CountedPeriod>;

struct PoissonTrend {
    double per_period = 0;      ///< beta: the rates' logarithm changes by this from one to the next
    double standard_error = 0;  ///< of it, if counts are Poisson
    bool has_seasons = false;   ///< an annual pattern was fitted beside it
    /// Pearson's chi-squared over its degrees of freedom; about 1 where counts are Poisson.
    double dispersion = kMissing;
    /// By how much one event more in this period, of this unit, would have moved beta: as the units
    /// that were given, 0 for what is not complete.
    std::vector<std::vector<double>> influence;
};

/// A log-linear trend, common to all units, that each goes through from a level of its own:
///
///     events ~ Poisson(exposure exp(level of unit + season + beta number))
///
/// Fitted by maximum likelihood; the levels are conditioned away (within a unit, the events of each
/// period are multinomial given their sum), and influence = I⁻¹ (x - mean x of the unit), the row
/// of beta. Seasons (`number` modulo `periods_a_year`) are fitted, common to all units, where the
/// complete periods span two years and each season has events in at least two different years; else
/// beta carries whatever the season does. Nothing where it cannot be fitted: fewer than three
/// periods, no events, or all of them at one end.
/// Source: McCullagh and Nelder, Generalized Linear Models, 2nd edition, 6.2 and 6.4.
std::optional<PoissonTrend> poisson_trend(std::span<const CountedUnit> units, int periods_a_year);

}  // namespace primum::spc
