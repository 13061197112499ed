#pragma once
// Outcomes against what each patient's own risk led one to expect.
//
// An outcome is 1 where the event (a death, say) happened and 0 where it did not; a share between
// the two is taken as that share of a case. A risk is the probability of the event that a model
// gave beforehand. Missing in either makes a missing point: NaN comes out, and the sums pass over
// it. Refused are outcomes and risks below 0 (negative_count) or above 1
// (numerator_above_denominator), spans of different lengths, and no cases at all.

#include <expected>
#include <span>
#include <vector>

#include "spc/cusum.h"

namespace primum::spc {

/// How a CUSUM of likelihood ratios is set.
struct LikelihoodCusumOptions {
    double odds_ratio_up = 2;  ///< the worsening to be found: odds of the event times this; above 1
    double odds_ratio_down = 0.5;  ///< the improvement to be found; above 0 and below 1
    double limit_up = 3.5;         ///< h; above 0
    double limit_down = 3.5;       ///< the same for improvement, as a distance from zero
    bool restart = true;           ///< begin again from 0 after a signal
};

/// Risk-adjusted CUSUM, both ways. A case with outcome y and risk p weighs, for an odds ratio R,
///
///     w(R) = y ln(R) - ln(1 - p + R p)
///     up   = max(0, up + w(R up))
///     down = min(0, down - w(R down))
///
/// in log likelihood ratios. A signal is a sum that reaches ±h. Odds ratios and limits out of their
/// range are refused (options_out_of_range).
/// Source: Steiner, Cook, Farewell and Treasure, Biostatistics 1 (2000).
std::expected<Cusum, Problem> risk_adjusted_cusum(std::span<const double> outcomes,
                                                  std::span<const double> risks,
                                                  const LikelihoodCusumOptions& options = {});

/// Variable life-adjusted display: expected minus observed events so far, sum(p_i - y_i), in
/// events. Rises while results are better than the risks led one to expect.
/// Source: Lovegrove, Valencia, Treasure, Sherlaw-Johnson and Gallivan, Lancet 350 (1997).
std::expected<std::vector<double>, Problem> vlad(std::span<const double> outcomes,
                                                 std::span<const double> risks);

/// How an expected-minus-observed CUSUM is set; all in events. A limit of infinity never signals.
struct ExpectedObservedOptions {
    double reference_up = 0;    ///< k1, taken off each case's E - O before it counts as improvement
    double reference_down = 0;  ///< k2, added before it counts as worsening
    double limit_up = std::numeric_limits<double>::infinity();
    double limit_down = std::numeric_limits<double>::infinity();  ///< as a distance from zero
    bool restart = false;
};

/// CUSUM of expected minus observed events, z = p - y, so that up is better:
///
///     up   = max(0, up + z - k1)
///     down = min(0, down + z + k2)
///
/// A signal is a sum strictly beyond its limit. References below 0 and limits that are not above 0
/// are refused (options_out_of_range).
/// Source: Wittenberg, Gan and Knoth, Statistics in Medicine 37 (2018); vlad 0.2.2.
std::expected<Cusum, Problem> expected_observed_cusum(std::span<const double> outcomes,
                                                      std::span<const double> risks,
                                                      const ExpectedObservedOptions& options = {});

}  // namespace primum::spc
