#include "spc/funnel_limits.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "spc/quantiles.h"

namespace primum::spc {
namespace {

constexpr double kRightAngle = std::numbers::pi / 2;

/// The scale that a kind is really measured on.
enum class Shape { arcsine, logarithm, square_root };

Shape shape_of(const FunnelScale& scale) {
    if (scale.kind == FunnelKind::proportion) return Shape::arcsine;
    if (scale.kind == FunnelKind::ratio_of_counts) return Shape::logarithm;
    return scale.transform == FunnelTransform::logarithm ? Shape::logarithm : Shape::square_root;
}

double square(double x) {
    return x * x;
}

double reach_of(double share, FunnelSpelling spelling) {
    if (spelling == FunnelSpelling::funnelplotr && share == 0.95) return 1.959964;
    if (spelling == FunnelSpelling::funnelplotr && share == 0.998) return 3.090232;
    return normal_reach(share);
}

Transformed transform_ratio_of_counts(double x, double n) {
    return {.value = std::log((x + 0.5) / (n + 0.5)),
            .error = std::sqrt(x / square(x + 0.5) + n / square(n + 0.5))};
}

/// s² of a group whose count is the expected one.
double expected_variance(const FunnelScale& scale, double centre, double n) {
    if (shape_of(scale) != Shape::logarithm) return 1 / (4 * n);
    if (scale.kind != FunnelKind::ratio_of_counts) return 1 / (centre * n);
    if (scale.spelling == FunnelSpelling::funnelplotr) return 1 / (4 * n);
    return 1 / (centre * n) + 1 / n;
}

Interval limits_of_proportion(FunnelMethod method, double centre, double n, double share) {
    const double tail = (1 - share) / 2;
    switch (method) {
        case FunnelMethod::exact: {
            const double trials = std::max(std::round(n), 1.0);
            return {.lower = binomial_quantile(tail, trials, centre) / trials,
                    .upper = binomial_quantile(1 - tail, trials, centre) / trials};
        }
        case FunnelMethod::exact_interval:
            return exact_binomial_interval(centre * n, n, share);
        default:
            break;
    }
    const double reach = normal_reach(share) * std::sqrt(centre * (1 - centre) / n);
    return {.lower = centre - reach, .upper = centre + reach};
}

Interval limits_of_events(FunnelMethod method, double expected, double share) {
    const double tail = (1 - share) / 2;
    switch (method) {
        case FunnelMethod::exact:
            return {.lower = poisson_quantile(tail, expected),
                    .upper = poisson_quantile(1 - tail, expected)};
        case FunnelMethod::exact_interval:
            return exact_poisson_interval(expected, share);
        case FunnelMethod::byar:
            return fingertips_interval(expected, share);
        default:
            break;
    }
    const double reach = normal_reach(share) * std::sqrt(expected);
    return {.lower = expected - reach, .upper = expected + reach};
}

}  // namespace

Transformed transform_group(const FunnelScale& scale, double numerator, double denominator,
                            double centre) {
    if (!(denominator > 0) || std::isnan(numerator)) return {};
    if (scale.kind == FunnelKind::ratio_of_counts)
        return transform_ratio_of_counts(numerator, denominator);
    return {.value = transform_centre(scale, numerator / denominator),
            .error = expected_error(scale, centre, denominator)};
}

double transform_centre(const FunnelScale& scale, double centre) {
    switch (shape_of(scale)) {
        case Shape::arcsine:
            return std::asin(std::sqrt(centre));
        case Shape::logarithm:
            return std::log(centre);
        case Shape::square_root:
            return std::sqrt(centre);
    }
    return kMissing;
}

double expected_error(const FunnelScale& scale, double centre, double denominator) {
    return denominator > 0 ? std::sqrt(expected_variance(scale, centre, denominator)) : kMissing;
}

Interval transformed_limits(const FunnelScale& scale, double centre, double denominator,
                            double share, double tau2) {
    if (!(denominator > 0)) return {};
    const Shape shape = shape_of(scale);
    if (centre == 0 && shape == Shape::logarithm) return {.lower = 0, .upper = 0};
    const double middle = transform_centre(scale, centre);
    const double reach = reach_of(share, scale.spelling) *
                         std::sqrt(expected_variance(scale, centre, denominator) + tau2);
    switch (shape) {
        case Shape::arcsine:
            // Beyond a right angle the sine would turn back: there, everything is possible.
            return {.lower = square(std::sin(std::max(middle - reach, 0.0))),
                    .upper = square(std::sin(std::min(middle + reach, kRightAngle)))};
        case Shape::logarithm:
            return {.lower = std::exp(middle - reach), .upper = std::exp(middle + reach)};
        case Shape::square_root:
            break;
    }
    if (scale.spelling == FunnelSpelling::funnelplotr)
        return {.lower = middle - reach, .upper = middle + reach};
    return {.lower = square(std::max(middle - reach, 0.0)), .upper = square(middle + reach)};
}

Interval chance_limits(const FunnelScale& scale, FunnelMethod method, double centre,
                       double denominator, double share) {
    if (!(denominator > 0)) return {};
    if (method == FunnelMethod::transformed || scale.kind == FunnelKind::ratio_of_counts)
        return transformed_limits(scale, centre, denominator, share, 0);
    if (scale.kind == FunnelKind::proportion)
        return limits_of_proportion(method, centre, denominator, share);
    const Interval events = limits_of_events(method, centre * denominator, share);
    return {.lower = events.lower / denominator, .upper = events.upper / denominator};
}

}  // namespace primum::spc
