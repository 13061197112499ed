#pragma once
// Where the lines of a funnel run at a given denominator.

#include <cstdint>

#include "spc/intervals.h"

namespace primum::spc {

/// What is compared.
enum class FunnelKind : std::uint8_t {
    proportion,          ///< cases with the event / cases
    rate,                ///< events / exposure (bed days, person years), in any unit of exposure
    ratio_of_counts,     ///< a count / another count, both subject to chance
    standardised_ratio,  ///< observed / expected events
};

/// The scale on which over-dispersion is measured, for rates and standardised ratios. Proportions
/// always use the arcsine of the square root, ratios of counts the logarithm.
enum class FunnelTransform : std::uint8_t {
    logarithm,    ///< SHMI
    square_root,  ///< CQC
};

/// Limits without over-dispersion. A ratio of counts always takes `transformed`.
enum class FunnelMethod : std::uint8_t {
    /// Quantiles of the binomial or Poisson distribution, divided by the denominator: a group
    /// outside has a tail probability below (1 - share) / 2. They move in steps. Proportions of
    /// a number of cases that is not whole have those of the nearest whole number, 1 at least.
    exact,

    /// The exact interval about the expected count (Clopper-Pearson, Garwood): smooth, and a little
    /// wider above. FunnelPlotR's limits for standardised ratios.
    exact_interval,

    /// The line at which Wilson's interval of a proportion just reaches the centre:
    /// centre ± z sqrt(centre (1 - centre) / n), or sqrt(centre / n) for rates and ratios.
    /// Fingertips, funnelR's approximate limits.
    score,

    /// Byar's interval about the expected count, from ten events; the exact interval below.
    /// Proportions have no such limits and take `score`.
    byar,

    /// centre ± z s on the transformed scale: what over-dispersed limits become at tau² = 0.
    transformed,
};

/// FunnelPlotR 0.6.0 spells some things in its own way; `funnelplotr` gives its numbers.
enum class FunnelSpelling : std::uint8_t {
    ours,

    /// z is 1.959964 for 0.95 and 3.090232 for 0.998. A ratio of counts has s² = 1 / (4n), as if it
    /// were a proportion, so its limits are too narrow. On the square-root scale limits are 1 ± z s
    /// rather than (1 ± z s)², half as far from 1 as they should be.
    funnelplotr,
};

struct FunnelScale {
    FunnelKind kind = FunnelKind::proportion;
    FunnelTransform transform = FunnelTransform::logarithm;
    FunnelSpelling spelling = FunnelSpelling::ours;
};

/// A value on the transformed scale, and its standard error.
struct Transformed {
    double value = kMissing;
    double error = kMissing;
};

/// A group on that scale:
///
///     proportion       asin sqrt(x/n),              s = 1 / (2 sqrt n)
///     ratio_of_counts  ln((x + 0.5) / (n + 0.5)),   s² = x / (x + 0.5)² + n / (n + 0.5)²
///     rate, standardised_ratio, of E = centre n expected events:
///       logarithm      ln(x/n),                     s = 1 / sqrt E
///       square_root    sqrt(x/n),                   s = 1 / (2 sqrt n)
///
/// The logarithm of no events is -infinity. NaN when there is no denominator above 0.
Transformed transform_group(const FunnelScale& scale, double numerator, double denominator,
                            double centre);

/// The centre line on that scale.
double transform_centre(const FunnelScale& scale, double centre);

/// Standard error of a group whose count is the expected one, which limits are made of: as above,
/// and sqrt(1 / (centre n) + 1 / n) for a ratio of counts.
double expected_error(const FunnelScale& scale, double centre, double denominator);

/// Limits that hold `share` of groups with this denominator when groups differ by a variance of
/// tau² on the transformed scale: centre ± z sqrt(s² + tau²), transformed back, within 0 (and 1
/// for proportions), s being the `expected_error`. A centre of 0 (nothing happened anywhere) leaves
/// both limits of a logarithmic scale at 0. NaN when the denominator is not above 0. Source:
/// Spiegelhalter, Statistics in Medicine 24 (2005); FunnelPlotR 0.6.0.
Interval transformed_limits(const FunnelScale& scale, double centre, double denominator,
                            double share, double tau2);

/// Limits by `method` when chance alone is at work. Those of `score` are not clamped at 0 or 1.
Interval chance_limits(const FunnelScale& scale, FunnelMethod method, double centre,
                       double denominator, double share);

}  // namespace primum::spc
