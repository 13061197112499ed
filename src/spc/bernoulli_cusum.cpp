#include "spc/bernoulli_cusum.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "spc/input_checks.h"

namespace primum::spc {

std::expected<double, Problem> baseline_risk(std::span<const double> outcomes,
                                             std::size_t baseline) {
    if (const Problem problem = check_shares(outcomes)) return std::unexpected(problem);
    if (baseline > 0) outcomes = outcomes.first(std::min(baseline, outcomes.size()));
    double events = 0;
    double cases = 0;
    for (const double outcome : outcomes) {
        if (std::isnan(outcome)) continue;
        events += outcome;
        cases += 1;
    }
    return cases > 0 ? events / cases : kMissing;
}

double risk_with_odds(double probability, double odds_ratio) {
    return odds_ratio * probability / (1 + (odds_ratio - 1) * probability);
}

std::expected<Cusum, Problem> bernoulli_cusum(std::span<const double> outcomes,
                                              double failure_probability,
                                              const LikelihoodCusumOptions& options) {
    if (!(failure_probability > 0 && failure_probability < 1))
        return refused(Problem::Kind::options_out_of_range);
    const std::vector<double> risks(outcomes.size(), failure_probability);
    return risk_adjusted_cusum(outcomes, risks, options);
}

}  // namespace primum::spc
