#pragma once
// Over-dispersion: groups that differ by more than chance, and by how much.

#include <cstdint>
#include <span>
#include <vector>

#include "spc/series.h"

namespace primum::spc {

/// What happens to extreme z-scores before they say how much groups differ.
enum class Trimming : std::uint8_t {
    none,
    winsorised,  ///< drawn in to the quantiles at `trim` and 1 - `trim` (CQC)
    truncated,   ///< left out: the lowest and the highest share `trim` of the ranks (SHMI)
};

/// z-scores as over-dispersion is measured on them. NaN marks one that is left out: truncated, or
/// not finite to begin with (no events on a logarithmic scale).
struct TrimmedScores {
    std::vector<double> used;
    std::vector<std::uint8_t> trimmed;  ///< 1 where winsorising or truncating touched it
};

/// Winsorising takes quantiles by linear interpolation (R's type 7) of the finite scores; a score
/// on a quantile counts as touched. Truncating ranks all scores, equal ones sharing their mean
/// rank, and keeps those for which 1 <= floor(rank / trim / (N + 1)) < 1 / trim - 1.
/// `trim` is above 0 and below one half; NaN scores are left out of everything.
/// Source: Spiegelhalter et al., Statistics in Medicine 31 (2012); NHS Digital, SHMI methodology;
/// FunnelPlotR 0.6.0.
TrimmedScores trim_scores(std::span<const double> scores, Trimming trimming, double trim);

/// Over-dispersion of groups about the centre line.
struct OverDispersion {
    double phi = kMissing;  ///< mean square of the z-scores: 1 when chance explains the spread
    double tau2 = 0;        ///< variance between groups, on the transformed scale
};

/// Of n scores that are used, whose standard errors are s (so that w = 1 / s²):
///
///     phi  = sum(z²) / n
///     tau² = max(0, (n phi - (n - 1)) / (sum(w) - sum(w²) / sum(w)))
///
/// No tau² when phi is 1 or less, or fewer than two groups are left; no phi when none is.
/// Source: DerSimonian and Laird, Controlled Clinical Trials 7 (1986); Spiegelhalter, Quality and
/// Safety in Health Care 14 (2005).
OverDispersion dispersion_of(std::span<const double> used_scores, std::span<const double> errors);

}  // namespace primum::spc
