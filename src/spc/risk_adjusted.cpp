#include "spc/risk_adjusted.h"

#include <cmath>

#include "spc/cusum_run.h"
#include "spc/input_checks.h"

namespace primum::spc {
namespace {

Problem check_cases(std::span<const double> outcomes, std::span<const double> risks) {
    if (const Problem problem = check_shares(outcomes)) return problem;
    if (risks.size() != outcomes.size()) return {Problem::Kind::lengths_differ};
    return check_shares(risks);
}

bool is_limit(double h) {
    return h > 0;
}

Problem check(const LikelihoodCusumOptions& options) {
    const bool fits = options.odds_ratio_up > 1 && options.odds_ratio_up <= kLargestValue &&
                      options.odds_ratio_down > 0 && options.odds_ratio_down < 1 &&
                      is_limit(options.limit_up) && is_limit(options.limit_down);
    return fits ? Problem{} : Problem{Problem::Kind::options_out_of_range};
}

Problem check(const ExpectedObservedOptions& options) {
    const bool fits = options.reference_up >= 0 && options.reference_down >= 0 &&
                      is_limit(options.limit_up) && is_limit(options.limit_down);
    return fits ? Problem{} : Problem{Problem::Kind::options_out_of_range};
}

double weight(double outcome, double risk, double odds_ratio) {
    return outcome * std::log(odds_ratio) - std::log1p((odds_ratio - 1) * risk);
}

}  // namespace

std::expected<Cusum, Problem> risk_adjusted_cusum(std::span<const double> outcomes,
                                                  std::span<const double> risks,
                                                  const LikelihoodCusumOptions& options) {
    if (const Problem problem = check_cases(outcomes, risks)) return std::unexpected(problem);
    if (const Problem problem = check(options)) return std::unexpected(problem);

    CusumRun run(outcomes.size(), {.up = options.limit_up,
                                   .down = -options.limit_down,
                                   .on_the_limit = OnTheLimit::signal,
                                   .restart = options.restart});
    for (std::size_t i = 0; i < outcomes.size(); ++i)
        run.add(weight(outcomes[i], risks[i], options.odds_ratio_up),
                -weight(outcomes[i], risks[i], options.odds_ratio_down));
    return run.take();
}

std::expected<std::vector<double>, Problem> vlad(std::span<const double> outcomes,
                                                 std::span<const double> risks) {
    if (const Problem problem = check_cases(outcomes, risks)) return std::unexpected(problem);
    std::vector<double> line;
    line.reserve(outcomes.size());
    double total = 0;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const double difference = risks[i] - outcomes[i];
        if (!std::isnan(difference)) total += difference;
        line.push_back(std::isnan(difference) ? kMissing : total);
    }
    return line;
}

std::expected<Cusum, Problem> expected_observed_cusum(std::span<const double> outcomes,
                                                      std::span<const double> risks,
                                                      const ExpectedObservedOptions& options) {
    if (const Problem problem = check_cases(outcomes, risks)) return std::unexpected(problem);
    if (const Problem problem = check(options)) return std::unexpected(problem);

    CusumRun run(outcomes.size(), {.up = options.limit_up,
                                   .down = -options.limit_down,
                                   .on_the_limit = OnTheLimit::no_signal,
                                   .restart = options.restart});
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const double difference = risks[i] - outcomes[i];
        run.add(difference - options.reference_up, difference + options.reference_down);
    }
    return run.take();
}

}  // namespace primum::spc
