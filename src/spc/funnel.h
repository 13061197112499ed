#pragma once
// Funnel plots: many groups at one time, judged by limits that are wider where there is less to go
// on.

#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <vector>

#include "spc/dispersion.h"
#include "spc/funnel_limits.h"
#include "spc/intervals.h"

namespace primum::spc {

struct FunnelOptions {
    FunnelScale scale;

    /// The centre line; if not given, 1 for standardised ratios and sum(numerator) /
    /// sum(denominator) for the rest.
    std::optional<double> centre;

    /// Limits when groups differ by no more than chance.
    FunnelMethod method = FunnelMethod::exact;

    /// Whether limits widen by the variance between groups, and how that is measured.
    bool over_dispersion = false;
    Trimming trimming = Trimming::winsorised;
    double trim = 0.1;  ///< at each end; above 0 and below one half

    /// Expected counts are rounded to two decimals before anything but the ratio is made of them,
    /// as the SHMI does.
    bool rounded_expected = false;

    double outlier_share = 0.998;  ///< groups beyond the limits that hold this share stand out
    double multiply = 1;           ///< applied to ratios and lines at the very end; above 0
};

/// One group of a funnel. All NaN, and never an outlier, when its numerator or denominator is
/// missing or its denominator is 0.
struct FunnelGroup {
    double denominator = kMissing;  ///< as limits see it: rounded where the options say so
    double ratio = kMissing;        ///< numerator / denominator as given, multiplied
    double transformed = kMissing;  ///< the ratio on the scale where its spread is steady
    double error = kMissing;        ///< standard error of `transformed`
    double z = kMissing;            ///< -infinity for no events on a logarithmic scale
    double z_used = kMissing;       ///< after trimming; NaN when it is left out
    bool trimmed = false;
    Interval limits;                      ///< those that `outlier_share` asks for, multiplied
    Standing outlier = Standing::within;  ///< strictly beyond `limits`
};

struct Funnel {
    FunnelOptions options;
    double centre = kMissing;   ///< not multiplied
    OverDispersion dispersion;  ///< measured whether or not the options ask for it
    bool adjusted = false;      ///< over-dispersion was asked for, and found
    std::vector<FunnelGroup> groups;

    /// The limits that hold `share` of groups with this denominator (above 0), multiplied: what a
    /// smooth curve is drawn of. Over-dispersed when the funnel is adjusted.
    Interval limits_at(double denominator, double share) const;

    /// The same as if chance alone were at work.
    Interval chance_limits_at(double denominator, double share) const;
};

/// Judges groups by their numerators (events, observed deaths) and denominators (cases, exposure,
/// expected deaths), one group an entry. Refused: no groups, lengths that differ, negative or
/// infinite numbers, more events than cases for proportions, options out of their range, a centre
/// line that cannot be made (no exposure at all) or that is out of range for the kind.
/// Source: Spiegelhalter, Statistics in Medicine 24 (2005).
std::expected<Funnel, Problem> funnel(std::span<const double> numerators,
                                      std::span<const double> denominators,
                                      const FunnelOptions& options);

}  // namespace primum::spc
