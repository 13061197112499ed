#include "spc/process.h"

#include <algorithm>
#include <cmath>

#include "spc/input_checks.h"
#include "spc/moving_range.h"
#include "spc/subgroup_sigma.h"

namespace primum::spc {
namespace {

std::span<const double> base_of(std::span<const double> points, std::size_t baseline) {
    return baseline == 0 ? points : points.first(std::min(baseline, points.size()));
}

class Mean {
public:
    void add(double x, double weight = 1) {
        if (std::isnan(x) || !(weight > 0)) return;
        sum_ += weight * x;
        weights_ += weight;
    }
    double value() const { return weights_ > 0 ? sum_ / weights_ : kMissing; }

private:
    double sum_ = 0;
    double weights_ = 0;
};

Problem check(const SubgroupSeries& series) {
    if (const Problem problem = check_values(series.means)) return problem;
    if (const Problem problem = check_denominators(series.sizes, series.means.size(), false))
        return problem;
    if (series.spreads.size() != series.means.size()) return {Problem::Kind::spreads_needed};
    return check_counts(series.spreads);
}

bool has_sigma_of_its_own(SubgroupSigma estimator) {
    return estimator != SubgroupSigma::mean_s_or_pooled && estimator != SubgroupSigma::pooled;
}

}  // namespace

std::expected<Process, Problem> process_of(std::span<const double> values, std::size_t baseline) {
    if (const Problem problem = check_values(values)) return std::unexpected(problem);
    const auto base = base_of(values, baseline);
    Mean centre;
    Mean range;
    for (std::size_t i = 0; i < base.size(); ++i) {
        centre.add(base[i]);
        if (i > 0) range.add(std::abs(base[i] - base[i - 1]));
    }
    return Process{.centre = centre.value(), .sigma = range.value() / kD2OfPairs};
}

std::expected<Process, Problem> process_of_subgroups(const SubgroupSeries& series,
                                                     SubgroupSigma estimator,
                                                     std::size_t baseline) {
    if (const Problem problem = check(series)) return std::unexpected(problem);
    if (!has_sigma_of_its_own(estimator)) return refused(Problem::Kind::options_out_of_range);
    const auto means = base_of(series.means, baseline);
    const auto sizes = base_of(series.sizes, baseline);
    Mean centre;
    for (std::size_t i = 0; i < means.size(); ++i)
        centre.add(means[i], sizes[i]);

    const SubgroupSpreads spreads{
        .spreads = base_of(series.spreads, baseline), .sizes = sizes, .equal_sizes = false};
    Options options;
    options.chart = Chart::x_bar;
    options.factor = Factor::textbook;
    options.subgroup_sigma = estimator;
    return Process{.centre = centre.value(), .sigma = spread_of(spreads, options)};
}

}  // namespace primum::spc
