#pragma once
// CUSUM of single cases that all carry the same risk: infections, complications, deaths.

#include <cstddef>
#include <expected>
#include <span>

#include "spc/risk_adjusted.h"

namespace primum::spc {

/// The share of cases with the event among the first `baseline` (all, when 0 or more than there
/// are); NaN when none of them is there.
std::expected<double, Problem> baseline_risk(std::span<const double> outcomes,
                                             std::size_t baseline);

/// The probability whose odds are `odds_ratio` times those of `probability`.
double risk_with_odds(double probability, double odds_ratio);

/// Two-sided Bernoulli CUSUM about the failure probability p0:
///
///     w(R) = ln(p1 / p0) for an event, ln((1 - p1) / (1 - p0)) for none, p1 = risk_with_odds(p0,
///     R)
///
/// and sums as in `risk_adjusted_cusum`, of which this is the case of one risk for all. Refuses
/// (options_out_of_range) a p0 that is not above 0 and below 1, and what is refused there.
/// qicharts2 (`bchart`) takes 1 / R for the way down and the same h; the package cusum looks one
/// way at a time.
/// Source: Reynolds and Stoumbos, Journal of Quality Technology 31 (1999); Neuburger, Walker,
/// Sherlaw-Johnson, van der Meulen and Cromwell, BMJ Quality & Safety 26 (2017).
std::expected<Cusum, Problem> bernoulli_cusum(std::span<const double> outcomes,
                                              double failure_probability,
                                              const LikelihoodCusumOptions& options = {});

}  // namespace primum::spc
