#include "spc/limits.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "spc/chart_kind.h"
#include "spc/constants.h"
#include "spc/kernels.h"
#include "spc/moving_range.h"
#include "spc/probability_limits.h"
#include "spc/subgroup_sigma.h"

namespace primum::spc {
namespace {

constexpr double kTimePower = 3.6;        // Nelson's transform of exponential times to near normal
constexpr double kMovingSReach = 3.2665;  // B4 for pairs
constexpr double kMedianOfGeometric = 0.693;  // ln 2: median over mean of times between rare events

/// Right to the last digit, or nearly always: a second pass puts back what rounding took from the
/// first, so that a point which equals the mean is on it, and neither above nor below.
double mean(std::span<const double> values) {
    const Moments found = moments(values);
    if (values.empty()) return kMissing;
    if (found.largest == found.smallest) return found.largest;
    const auto size = static_cast<double>(values.size());
    const double nearly = found.sum / size;
    return nearly + sum_above(values, nearly) / size;
}

/// Whether all values are the same. Their mean, once rounded, may differ from each of them, and
/// then they would all lie "below the mean".
bool are_equal(std::span<const double> values) {
    return std::ranges::all_of(values, [&](double value) { return value == values.front(); });
}

double weighted_mean(std::span<const double> values, std::span<const double> weights) {
    if (!values.empty() && are_equal(values)) return values.front();
    double sum = 0;
    double weight = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        sum += values[i] * weights[i];
        weight += weights[i];
    }
    return weight > 0 ? sum / weight : kMissing;
}

/// Sum of the events over sum of the opportunities; of equal ratios, that ratio.
double pooled_ratio(const Base& base) {
    bool equal = !base.counts.empty();
    double events = 0;
    double opportunities = 0;
    for (std::size_t i = 0; i < base.counts.size(); ++i) {
        equal = equal && base.counts[i] / base.denominators[i] ==
                             base.counts.front() / base.denominators.front();
        events += base.counts[i];
        opportunities += base.denominators[i];
    }
    if (equal) return base.counts.front() / base.denominators.front();
    return opportunities > 0 ? events / opportunities : kMissing;
}

double d2_of_pairs(const Options& options) {
    return options.factor == Factor::exact ? kExactD2OfPairs : kD2OfPairs;
}

double sample_sd(std::span<const double> values) {
    const double centre = mean(values);
    double squares = 0;
    for (const double y : values)
        squares += (y - centre) * (y - centre);
    return values.size() < 2 ? kMissing
                             : std::sqrt(squares / static_cast<double>(values.size() - 1));
}

Sequence sequence_of(const Base& base, const Options& options) {
    return {base.values, base.after_gap, options.gaps};
}

double centre_of(const Base& base, const Options& options, std::span<double> scratch) {
    if (options.given_centre) return *options.given_centre;
    if (options.centre == Centre::mean) return mean(base.values);
    std::copy(base.values.begin(), base.values.end(), scratch.begin());
    return median(scratch.first(base.values.size()));
}

double median_of(const Base& base, std::span<double> scratch) {
    std::copy(base.values.begin(), base.values.end(), scratch.begin());
    return median(scratch.first(base.values.size()));
}

Estimate run_estimate(const Base& base, const Options& options, std::span<double> scratch) {
    return {options.given_centre.value_or(median_of(base, scratch)), kMissing};
}

/// One third of 2.66 ranges, or ranges over d2.
double sigma_of_ranges(double range, const Options& options) {
    return options.factor == Factor::mdc_2_66 ? kMdcReach * range / 3
                                              : range / d2_of_pairs(options);
}

double individuals_sigma(const Base& base, const Options& options, std::span<double> scratch) {
    if (options.given_sigma) return *options.given_sigma;
    switch (options.dispersion) {
        case Dispersion::mean_range:
            return sigma_of_ranges(mean_moving_range(sequence_of(base, options), options.screening),
                                   options);
        case Dispersion::median_range:
            return sigma_of_ranges(
                median_moving_range(sequence_of(base, options), options.screening, scratch),
                options);
        case Dispersion::standard_deviation:
            return sample_sd(base.values) / c4(static_cast<double>(base.values.size()));
    }
    return kMissing;
}

Estimate individuals_estimate(const Base& base, const Options& options, std::span<double> scratch) {
    return {centre_of(base, options, scratch), individuals_sigma(base, options, scratch)};
}

Estimate moving_estimate(const Base& base, const Options& options) {
    const double centre = options.given_centre.value_or(mean(base.values));
    return {centre, centre};
}

/// Moving standard deviations of points whose precision grows with their denominator.
double mean_moving_s(const Base& base, const Options& options) {
    const auto s = [&](std::size_t i) {
        return std::sqrt(std::numbers::pi / 2) * std::fabs(base.values[i] - base.values[i - 1]) /
               std::sqrt(1 / base.denominators[i] + 1 / base.denominators[i - 1]);
    };
    const auto mean_below = [&](double limit) {
        double sum = 0;
        std::size_t kept = 0;
        for (std::size_t i = 1; i < base.values.size(); ++i) {
            const bool across = !base.after_gap.empty() && base.after_gap[i] != 0;
            if ((across && options.gaps == Gaps::dropped) || !(s(i) < limit)) continue;
            sum += s(i);
            ++kept;
        }
        return kept == 0 ? kMissing : sum / static_cast<double>(kept);
    };
    const double plain = mean_below(std::numeric_limits<double>::infinity());
    if (options.screening == Screening::off || !(plain > 0)) return plain;
    const double screened = mean_below(kMovingSReach * plain);
    return std::isnan(screened) ? plain : screened;
}

Estimate i_prime_estimate(const Base& base, const Options& options) {
    const double centre = options.given_centre.value_or(pooled_ratio(base));
    return {centre, options.given_sigma.value_or(mean_moving_s(base, options))};
}

/// Sigma of a proportion or rate with denominator 1.
double unit_sigma(double centre, Chart chart) {
    return std::sqrt(is_proportion(chart) ? centre * (1 - centre) : centre);
}

Estimate attribute_estimate(const Base& base, const Options& options) {
    return {options.given_centre.value_or(pooled_ratio(base)), 1};
}

/// Laney: how much more (or less) the standardised points vary than a binomial or Poisson would.
Estimate laney_estimate(const Base& base, const Options& options, std::span<double> scratch) {
    const double centre = options.given_centre.value_or(pooled_ratio(base));
    const double sigma = unit_sigma(centre, options.chart);
    const std::span<double> z = scratch.first(base.values.size());
    for (std::size_t i = 0; i < z.size(); ++i)
        z[i] = (base.values[i] - centre) / (sigma / std::sqrt(base.denominators[i]));
    if (options.dispersion == Dispersion::standard_deviation) return {centre, sample_sd(z)};
    const double range = mean_moving_range({z, base.after_gap, options.gaps}, options.screening);
    return {centre, range / d2_of_pairs(options)};
}

Estimate c_estimate(const Base& base, const Options& options) {
    const double centre = options.given_centre.value_or(mean(base.values));
    return {centre, std::sqrt(centre)};
}

Estimate g_estimate(const Base& base, const Options& options, std::span<double> scratch) {
    const double m = options.given_centre.value_or(mean(base.values));
    if (options.g_centre == GCentre::mean) return {m, m};
    if (options.given_centre) return {kMedianOfGeometric * m, m};
    return {median_of(base, scratch), m};
}

Estimate t_estimate(const Base& base, const Options& options, std::span<double> scratch) {
    const std::span<double> transformed = scratch.first(base.values.size());
    for (std::size_t i = 0; i < transformed.size(); ++i)
        transformed[i] = std::pow(base.values[i], 1 / kTimePower);
    const double centre =
        options.given_centre ? std::pow(*options.given_centre, 1 / kTimePower) : mean(transformed);
    const double range =
        mean_moving_range({transformed, base.after_gap, options.gaps}, options.screening);
    return {centre, range / d2_of_pairs(options)};
}

Estimate subgroup_estimate(const Base& base, const Options& options) {
    const bool means = options.chart == Chart::x_bar;
    const SubgroupSpreads spreads{means ? base.spreads : base.values, base.denominators,
                                  base.equal_sizes};
    const double spread = options.given_sigma.value_or(spread_of(spreads, options));
    const bool expected = !means && options.spread_centre == SpreadCentre::expected;
    return {options.given_centre.value_or(expected ? spread
                                                   : weighted_mean(base.values, base.denominators)),
            spread};
}

/// Centre ± k sigma for the three k.
Limits symmetric(double centre, double sigma, double sigmas) {
    return {.centre = centre,
            .lower = centre - sigmas * sigma,
            .upper = centre + sigmas * sigma,
            .lower2 = centre - 2 * sigma,
            .upper2 = centre + 2 * sigma,
            .lower1 = centre - sigma,
            .upper1 = centre + sigma};
}

Limits centre_only(double centre) {
    return {.centre = centre};
}

void clamp(Limits& limits, double lowest, double highest) {
    // Written so that NaN, "no line", stays what it is.
    const auto cut = [&](double& line) {
        if (line < lowest) line = lowest;
        if (line > highest) line = highest;
    };
    cut(limits.lower);
    cut(limits.lower2);
    cut(limits.lower1);
    cut(limits.upper1);
    cut(limits.upper2);
    cut(limits.upper);
}

Limits moving_limits(const Estimate& e, const Options& options) {
    const double factor = options.chart == Chart::moving_s ? kMovingSReach : kRangeReach;
    const double reach = factor * e.centre;
    return {.centre = e.centre,
            .lower = 0,
            .upper = reach * options.sigmas / 3,
            .lower2 = 0,
            .upper2 = reach * 2 / 3,
            .lower1 = 0,
            .upper1 = reach / 3};
}

Limits attribute_limits(const Estimate& e, const Options& options, double n) {
    const Chart chart = options.chart;
    const double sigma = unit_sigma(e.centre, chart) / std::sqrt(n) * e.spread;
    Limits limits = symmetric(e.centre, sigma, options.sigmas);
    if (options.probability > 0) set_outer_limits(limits, e.centre, n, options);
    if (options.clamping != Clamping::none)
        clamp(limits, 0, is_proportion(chart) ? 1 : std::numeric_limits<double>::infinity());
    if (chart != Chart::np) return limits;
    return {limits.centre * n, limits.lower * n,  limits.upper * n, limits.lower2 * n,
            limits.upper2 * n, limits.lower1 * n, limits.upper1 * n};
}

Limits c_limits(const Estimate& e, const Options& options) {
    Limits limits = symmetric(e.centre, e.spread, options.sigmas);
    if (options.probability > 0) set_outer_limits(limits, e.centre, 1, options);
    return limits;
}

double g_sigma(double m, const Options& options) {
    return std::sqrt(m * (options.g_counts == GCounts::from_zero ? m + 1 : std::max(0.0, m - 1)));
}

Limits g_limits(const Estimate& e, const Options& options) {
    const double m = e.spread;
    Limits limits = symmetric(m, g_sigma(m, options), options.sigmas);
    limits.centre = e.centre;
    if (options.probability > 0) set_outer_limits(limits, m, 1, options);
    return limits;
}

Limits t_limits(const Estimate& e, const Options& options) {
    const Limits transformed = symmetric(e.centre, e.spread, options.sigmas);
    const auto back = [](double line) {
        return line < 0 ? 0.0 : std::pow(line, kTimePower);  // NaN stays NaN
    };
    return {back(transformed.centre), back(transformed.lower),  back(transformed.upper),
            back(transformed.lower2), back(transformed.upper2), back(transformed.lower1),
            back(transformed.upper1)};
}

Limits uncut_limits(const Estimate& e, const Options& options, double n) {
    switch (options.chart) {
        case Chart::run:
            return centre_only(e.centre);
        case Chart::individuals:
            return symmetric(e.centre, e.spread, options.sigmas);
        case Chart::moving_range:
        case Chart::moving_s:
            return moving_limits(e, options);
        case Chart::i_prime:
            return symmetric(e.centre, e.spread / std::sqrt(n), options.sigmas);
        case Chart::x_bar:
            return symmetric(e.centre, sigma_of_mean(e.spread, n, options), options.sigmas);
        case Chart::s:
        case Chart::r: {
            const CentreAndSigma lines = lines_of_spread(e.spread, n, options);
            const bool expected = options.spread_centre == SpreadCentre::expected;
            return symmetric(expected ? lines.centre : e.centre, lines.sigma, options.sigmas);
        }
        case Chart::p:
        case Chart::np:
        case Chart::u:
        case Chart::p_prime:
        case Chart::u_prime:
            return attribute_limits(e, options, n);
        case Chart::c:
            return c_limits(e, options);
        case Chart::g:
            return g_limits(e, options);
        case Chart::t:
            return t_limits(e, options);
    }
    return {};
}

bool may_not_be_negative(Chart chart, bool floor_at_zero) {
    switch (chart) {
        case Chart::c:
        case Chart::g:
        case Chart::s:
        case Chart::r:
            return true;
        case Chart::individuals:
        case Chart::i_prime:
        case Chart::x_bar:
            return floor_at_zero;
        default:
            return false;  // attribute charts cut themselves; ranges and times begin at zero
    }
}

}  // namespace

Estimate estimate(const Base& base, const Options& options, std::span<double> scratch) {
    switch (options.chart) {
        case Chart::run:
            return run_estimate(base, options, scratch);
        case Chart::individuals:
            return individuals_estimate(base, options, scratch);
        case Chart::moving_range:
        case Chart::moving_s:
            return moving_estimate(base, options);
        case Chart::i_prime:
            return i_prime_estimate(base, options);
        case Chart::x_bar:
        case Chart::s:
        case Chart::r:
            return subgroup_estimate(base, options);
        case Chart::p:
        case Chart::np:
        case Chart::u:
            return attribute_estimate(base, options);
        case Chart::p_prime:
        case Chart::u_prime:
            return laney_estimate(base, options, scratch);
        case Chart::c:
            return c_estimate(base, options);
        case Chart::g:
            return g_estimate(base, options, scratch);
        case Chart::t:
            return t_estimate(base, options, scratch);
    }
    return {};
}

Limits limits_for(const Estimate& estimate, const Options& options, double denominator,
                  bool floor_at_zero) {
    Limits limits = uncut_limits(estimate, options, denominator);
    if (options.clamping != Clamping::none && may_not_be_negative(options.chart, floor_at_zero))
        clamp(limits, 0, std::numeric_limits<double>::infinity());
    return limits;
}

double sigma_of_one(const Estimate& estimate, const Options& options) {
    switch (options.chart) {
        case Chart::individuals:
        case Chart::i_prime:
        case Chart::x_bar:
        case Chart::s:
        case Chart::r:
        case Chart::c:
            return estimate.spread;
        case Chart::p:
        case Chart::np:
        case Chart::u:
        case Chart::p_prime:
        case Chart::u_prime:
            return unit_sigma(estimate.centre, options.chart) * estimate.spread;
        case Chart::g:
            return g_sigma(estimate.spread, options);
        case Chart::run:
        case Chart::moving_range:
        case Chart::moving_s:
        case Chart::t:
            return kMissing;
    }
    return kMissing;
}

}  // namespace primum::spc
