#pragma once
// How long a risk-adjusted CUSUM runs until it signals.

#include <optional>
#include <span>

namespace primum::spc {

/// Patients with one predicted risk of the event, and how many of all patients they are.
struct RiskGroup {
    double risk;   ///< from 0 to 1
    double share;  ///< 0 or more; shares need not sum to 1
};

/// Average run length, in patients, of the one-sided risk-adjusted CUSUM that is set to find odds
/// multiplied by `sought` (above 1 a worsening, below 1 an improvement):
///
///     w = y ln(sought) - ln(1 - p + sought p),   C = max(0, C + w),   a signal where C >= limit,
///
/// when the odds are really those predicted times `actual` (1 is in control). Patients arrive at
/// random from the mix. Starts at 0.
///
/// A Markov chain on steps of 1 / `steps_per_unit` from 0 to the limit (4,000 at most in all, then
/// the steps are longer), each weight shared between the two nearest so that its mean is kept. 600
/// is what vlad uses, and right to about 0.1 %, or 0.5 % above 10,000 patients; finer steps come
/// closer. Takes up to half a second.
/// Nothing where there are no patients; a risk, share or odds ratio is out of range; or the limit
/// or the steps are not above 0. Infinite where no patient can bring a signal.
/// Source: Steiner, Cook, Farewell and Treasure, Biostatistics 1 (2000); Knoth, Wittenberg and Gan,
/// Statistics in Medicine 38 (2019) for the shared steps.
std::optional<double> risk_adjusted_average_run_length(std::span<const RiskGroup> mix,
                                                       double sought, double actual, double limit,
                                                       double steps_per_unit = 600);

}  // namespace primum::spc
