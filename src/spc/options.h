#pragma once
// What may be chosen. Peers differ in each of these; docs/statistics.md says who does what,
// and why the default is what it is.

#include <cstdint>
#include <optional>

#include "spc/rules.h"

namespace primum::spc {

enum class Chart : std::uint8_t {
    run,
    individuals,
    moving_range,
    moving_s,  ///< moving standard deviations of an i_prime chart
    i_prime,
    x_bar,
    s,
    r,
    p,
    np,
    u,
    c,
    p_prime,
    u_prime,
    g,
    t,
};

/// Which way is better for patients.
enum class Better : std::uint8_t { higher, lower, neutral };

/// Reach of the limits of an individuals chart, in mean moving ranges.
enum class Factor : std::uint8_t {
    mdc_2_66,  ///< 2.66, as NHS England's Making Data Count prints it
    textbook,  ///< 3 / 1.128, d2 to three decimals
    exact,     ///< 3 / d2 with d2 = 2 / sqrt(pi)
};

/// What happens to moving ranges that are too large to be common cause.
enum class Screening : std::uint8_t {
    off,
    once,  ///< ranges not below 3.267 times their mean are dropped, once; if none would be left,
           ///< all stay
};

enum class Centre : std::uint8_t { mean, median };

/// What measures the spread of individuals: moving ranges; or the standard deviation, over c4 of
/// their number (for p' and u', that of z as it is: points without an order have no ranges).
enum class Dispersion : std::uint8_t { mean_range, median_range, standard_deviation };

/// Moving ranges across a missing value.
enum class Gaps : std::uint8_t { dropped, bridged };

/// Where lines are cut off.
enum class Clamping : std::uint8_t {
    natural,  ///< counts, rates, proportions, times and spreads at what is possible; measurements
              ///< not
    at_zero,  ///< as natural, and individuals at zero too when no value is negative
    none,
};

/// The g chart's centre line.
enum class GCentre : std::uint8_t { median, mean };

/// The g chart's sigma: sqrt(m (m + 1)) for counts from zero, sqrt(m (m - 1)) for counts from one.
enum class GCounts : std::uint8_t { from_zero, from_one };

/// How within-subgroup spread becomes sigma. qcc's names in brackets.
enum class SubgroupSigma : std::uint8_t {
    mean_s_or_pooled,  ///< mean s / c4 where all sizes are equal, pooled otherwise
    pooled,            ///< sqrt(sum (n-1) s² / sum (n-1)) / c4(n)
    mean_ranges,       ///< mean of R / d2(n) [UWAVE-R]
    mean_sds,          ///< mean of s / c4(n) [UWAVE-SD]
    mvlue_ranges,      ///< minimum-variance linear unbiased, from ranges [MVLUE-R]
    mvlue_sds,         ///< minimum-variance linear unbiased, from s [MVLUE-SD]
    rms_pooled,        ///< pooled s over c4 of all degrees of freedom [RMSDF]
};

/// The centre line of s and r charts whose subgroups differ in size.
enum class SpreadCentre : std::uint8_t {
    expected,       ///< what sigma leads to expect of each size
    weighted_mean,  ///< one line for all, the mean of the spreads weighted by size [qcc]
};

/// What an assurance icon says of a target that lies exactly on a limit.
enum class OnLimit : std::uint8_t {
    inconsistent,  ///< strict comparison, as NHSRplotthedots and PowerBI-SPC
    decided,       ///< a target on the limit counts as beyond it
};

/// What a point is called when rules found improvement and concern on it at once.
enum class Conflict : std::uint8_t { by_priority, improvement, concern };

struct Options {
    Chart chart = Chart::individuals;
    Better better = Better::neutral;

    /// Holds for every point, where the series has no targets of its own. NaN is "none".
    double target = kMissing;

    /// Applied to values and lines at the very end.
    double multiply = 1;

    Factor factor = Factor::mdc_2_66;
    Screening screening = Screening::once;
    Centre centre = Centre::mean;
    Dispersion dispersion = Dispersion::mean_range;
    Gaps gaps = Gaps::dropped;
    Clamping clamping = Clamping::natural;
    GCentre g_centre = GCentre::median;
    GCounts g_counts = GCounts::from_zero;
    SubgroupSigma subgroup_sigma = SubgroupSigma::mean_s_or_pooled;
    SpreadCentre spread_centre = SpreadCentre::expected;

    /// How far the outer limits reach.
    double sigmas = 3;

    /// Above 0: outer limits of p, np, c, u and g charts are exact quantiles that hold this share
    /// of points (0.9973, say) instead of a number of sigmas.
    double probability = 0;

    /// A centre line, or a sigma, known beforehand. For proportions and rates, before `multiply`.
    std::optional<double> given_centre;
    std::optional<double> given_sigma;

    Rules rules = mdc_rules();
    OnLimit on_limit = OnLimit::inconsistent;
    Conflict conflict = Conflict::by_priority;
};

}  // namespace primum::spc
