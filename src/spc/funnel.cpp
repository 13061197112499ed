#include "spc/funnel.h"

#include <algorithm>
#include <cmath>

#include "spc/input_checks.h"

namespace primum::spc {
namespace {

using Kind = Problem::Kind;

bool is_share(double x) {
    return x > 0 && x < 1;
}

Problem check(const FunnelOptions& options) {
    const bool centre_fits =
        !options.centre || (*options.centre > 0 && *options.centre <= kLargestValue &&
                            (options.scale.kind != FunnelKind::proportion || *options.centre <= 1));
    const bool fits = centre_fits && options.trim > 0 && options.trim < 0.5 &&
                      is_share(options.outlier_share) && options.multiply > 0 &&
                      options.multiply <= kLargestValue;
    return fits ? Problem{} : Problem{Kind::options_out_of_range};
}

Problem check(std::span<const double> numerators, std::span<const double> denominators,
              const FunnelOptions& options) {
    if (const Problem problem = check_counts(numerators)) return problem;
    if (const Problem problem = check_denominators(denominators, numerators.size(), false))
        return problem;
    const bool is_proportion = options.scale.kind == FunnelKind::proportion;
    for (std::size_t i = 0; i < numerators.size(); ++i) {
        if (is_proportion && numerators[i] > denominators[i])
            return {Kind::numerator_above_denominator, i};
        if (denominators[i] > 0 && numerators[i] / denominators[i] > kLargestValue)
            return {Kind::too_large, i};
    }
    return check(options);
}

bool is_there(double numerator, double denominator) {
    return denominator > 0 && !std::isnan(numerator);
}

/// To two decimals: the nearer of the two neighbours, and of equally near ones the even one.
double rounded_to_hundredths(double x) {
    const double below = std::floor(x * 100);
    const double above = std::ceil(x * 100);
    const double down = x - below / 100;
    const double up = above / 100 - x;
    if (down == up) return (std::fmod(below, 2) == 0 ? below : above) / 100;
    return (down < up ? below : above) / 100;
}

double centre_of(std::span<const double> numerators, std::span<const double> denominators,
                 const FunnelOptions& options) {
    if (options.centre) return *options.centre;
    if (options.scale.kind == FunnelKind::standardised_ratio) return 1;
    double events = 0;
    double exposure = 0;
    for (std::size_t i = 0; i < numerators.size(); ++i) {
        if (!is_there(numerators[i], denominators[i])) continue;
        events += numerators[i];
        exposure += denominators[i];
    }
    return exposure > 0 ? events / exposure : kMissing;
}

FunnelGroup group_of(double numerator, double denominator, const Funnel& funnel) {
    if (!is_there(numerator, denominator)) return {};
    const FunnelOptions& options = funnel.options;
    FunnelGroup group;
    group.denominator = options.rounded_expected ? rounded_to_hundredths(denominator) : denominator;
    group.ratio = numerator / denominator * options.multiply;
    const auto [value, error] =
        transform_group(options.scale, numerator, group.denominator, funnel.centre);
    group.transformed = value;
    group.error = error;
    group.z = (value - transform_centre(options.scale, funnel.centre)) / error;
    return group;
}

/// Trims the z-scores and measures over-dispersion on what is left.
void measure_dispersion(Funnel& funnel) {
    std::vector<double> scores;
    std::vector<double> errors;
    for (const FunnelGroup& group : funnel.groups) {
        scores.push_back(group.z);
        errors.push_back(group.error);
    }
    const TrimmedScores trimmed = trim_scores(scores, funnel.options.trimming, funnel.options.trim);
    for (std::size_t i = 0; i < scores.size(); ++i) {
        funnel.groups[i].z_used = trimmed.used[i];
        funnel.groups[i].trimmed = trimmed.trimmed[i] != 0;
    }
    funnel.dispersion = dispersion_of(trimmed.used, errors);
    funnel.adjusted = funnel.options.over_dispersion && funnel.dispersion.tau2 > 0;
}

/// Within what is possible, and multiplied.
Interval as_drawn(Interval limits, const FunnelOptions& options) {
    // FunnelPlotR lets the lower line of the square-root scale fall below zero.
    if (options.scale.spelling == FunnelSpelling::ours) {
        if (limits.lower < 0) limits.lower = 0;
        if (options.scale.kind == FunnelKind::proportion && limits.upper > 1) limits.upper = 1;
    }
    return {.lower = limits.lower * options.multiply, .upper = limits.upper * options.multiply};
}

}  // namespace

Interval Funnel::limits_at(double denominator, double share) const {
    if (!adjusted) return chance_limits_at(denominator, share);
    return as_drawn(transformed_limits(options.scale, centre, denominator, share, dispersion.tau2),
                    options);
}

Interval Funnel::chance_limits_at(double denominator, double share) const {
    return as_drawn(chance_limits(options.scale, options.method, centre, denominator, share),
                    options);
}

std::expected<Funnel, Problem> funnel(std::span<const double> numerators,
                                      std::span<const double> denominators,
                                      const FunnelOptions& options) {
    if (const Problem problem = check(numerators, denominators, options))
        return std::unexpected(problem);
    Funnel result{.options = options,
                  .centre = centre_of(numerators, denominators, options),
                  .dispersion = {},
                  .adjusted = false,
                  .groups = {}};
    if (std::isnan(result.centre)) return refused(Kind::denominators_needed);

    for (std::size_t i = 0; i < numerators.size(); ++i)
        result.groups.push_back(group_of(numerators[i], denominators[i], result));
    measure_dispersion(result);
    for (FunnelGroup& group : result.groups) {
        group.limits = result.limits_at(group.denominator, options.outlier_share);
        group.outlier = standing_of(group.ratio, group.limits);
    }
    return result;
}

}  // namespace primum::spc
