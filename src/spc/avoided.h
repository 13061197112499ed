#pragma once
// Lives saved, harm avoided: how many events fewer there were than at the care of the year before.
//
// An estimate, in three versions that stand side by side, each with an interval. Never a claim
// about causes: a change that came with everything else that changed is in it too.

#include <expected>
#include <optional>
#include <span>
#include <vector>

#include "spc/intervals.h"
#include "spc/poisson_trend.h"

namespace primum::spc {

/// Which periods are compared. The numbers are those of CountedPeriod.
struct AvoidedOptions {
    int baseline_first = 0;  ///< the trend is fitted from here
    int baseline_last = 0;   ///< the baseline year is the last whole year up to here
    int first = 0;           ///< of what is claimed; after the baseline
    int last = 0;
    int periods_a_year = 12;
    double confidence = 0.95;
};

/// Why a unit takes no part, or nothing can be claimed at all.
enum class NotCounted : std::uint8_t {
    no,                       ///< it is counted
    options_out_of_range,     ///< periods in another order, a confidence that is none
    baseline_too_short,       ///< less than 12 months, or a period of the baseline year is missing
    baseline_without_events,  ///< nothing happened in the baseline year, so nothing can be avoided
    exposure_missing,         ///< events without what they are counted in
    impossible_number,        ///< below zero, infinite, or two of one period
    nothing_to_compare,       ///< no complete period of what is claimed
};

/// One version of the estimate. `saved` = expected - observed, below zero where there were more.
struct AvoidedVersion {
    double observed = 0;
    double expected = 0;
    double saved = 0;
    Interval of_observed;  ///< of saved, if the expected count were certain: exact Poisson
    Interval of_baseline;  ///< of saved, if only the baseline's counts were left to chance
    Interval both;         ///< of saved, with both: the one to quote

    /// Whether the quoted interval lies on one side of zero.
    bool is_clear_of_zero() const { return both.lower > 0 || both.upper < 0; }
};

/// The sums up to one period, for a picture.
struct AvoidedSoFar {
    int number = 0;
    double observed = 0;
    double expected = 0;                    ///< raw
    double expected_with_trend = kMissing;  ///< net of the earlier trend
    /// Where the observed sum would lie had care stayed as in the baseline year.
    Interval unchanged;
};

struct Avoided {
    AvoidedVersion raw;
    std::optional<AvoidedVersion> case_mix;  ///< where every counted period has a risk
    std::optional<AvoidedVersion> net_of_trend;
    std::optional<PoissonTrend> trend;
    double exposure = 0;  ///< of the counted periods
    int periods = 0;      ///< counted, summed over units
    std::vector<AvoidedSoFar> so_far;
    std::vector<NotCounted> units;  ///< as those given
};

/// Observed against expected, period by period and unit by unit, each against its own year before:
///
///     expected = Σ events b / exposure b × exposure        b: the same period of the baseline year
///     saved    = expected - Σ events
///
/// which keeps the annual pattern and each unit's own level. The three versions:
///
/// - raw: as above.
/// - case mix: the same with `risk` in place of `exposure`, which keeps the unit's ratio of
/// observed
///   to model-expected events as it was.
/// - net of trend: each term times exp(beta (number - number b)), with the trend of the whole
///   baseline carried on (`poisson_trend`). It assumes that what was changing went on changing at
///   the same pace, and needs it to be the same in all units.
///
/// Interval of the observed sum: exact Poisson. Of the expected sum: as a weighted sum of Poisson
/// counts (`weighted_poisson_interval`), or net of trend by the delta method on the logarithm,
///
///     variance = Σ (Σ w exp(beta d) + D influence)² events      D = dE/dbeta = Σ w events exp(beta
///     d) d
///
/// over the baseline's periods, so that the level's and the trend's shared chance is counted once.
/// Both together: `difference_interval`. Counts are taken as Poisson and independent; where
/// `trend->dispersion` is well above 1 the truth is wider than the interval.
///
/// A unit takes part only with a complete baseline year that has events, and with exposures
/// wherever it has events; other periods that are missing are left out on both sides. Where no unit
/// takes part, the answer is why the first does not. Source: McCannon et al, BMJ 332 (2006) for the
/// raw sum; Wachter and Pronovost, Joint Commission Journal on Quality and Patient Safety 32 (2006)
/// for what it leaves out.
std::expected<Avoided, NotCounted> avoided(std::span<const CountedUnit> units,
                                           const AvoidedOptions& options);

}  // namespace primum::spc
