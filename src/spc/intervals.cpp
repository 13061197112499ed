#include "spc/intervals.h"

#include <algorithm>
#include <cmath>

#include "spc/quantiles.h"

namespace primum::spc {
namespace {

// Fingertips' change from the exact interval to Byar's.
constexpr double kEventsForByar = 10;

bool is_share(double confidence) {
    return confidence > 0 && confidence < 1;
}

bool is_part(double x, double n) {
    return x >= 0 && n > 0 && x <= n;
}

double byar_end(double events, double signed_reach) {
    const double root = 1 - 1 / (9 * events) + signed_reach / (3 * std::sqrt(events));
    return events * std::pow(std::max(root, 0.0), 3);
}

}  // namespace

Interval wilson_interval(double x, double n, double confidence) {
    if (!is_part(x, n) || !is_share(confidence)) return {};
    const double z = normal_reach(confidence);
    const double middle = 2 * x + z * z;
    const double reach = z * std::sqrt(z * z + 4 * x * (1 - x / n));
    const double whole = 2 * (n + z * z);
    // The difference loses its digits near zero, where the true end is exactly zero.
    return {.lower = x == 0 ? 0 : (middle - reach) / whole,
            .upper = x == n ? 1 : (middle + reach) / whole};
}

Interval exact_binomial_interval(double x, double n, double confidence) {
    if (!is_part(x, n) || !is_share(confidence)) return {};
    const double tail = (1 - confidence) / 2;
    return {.lower = beta_quantile(tail, x, n - x + 1),
            .upper = beta_quantile(1 - tail, x + 1, n - x)};
}

Interval exact_poisson_interval(double events, double confidence) {
    if (!(events >= 0) || !is_share(confidence)) return {};
    const double tail = (1 - confidence) / 2;
    return {.lower = gamma_quantile(tail, events), .upper = gamma_quantile(1 - tail, events + 1)};
}

Interval byar_interval(double events, double confidence) {
    if (!(events >= 0) || !is_share(confidence)) return {};
    const double z = normal_reach(confidence);
    return {.lower = events == 0 ? 0 : byar_end(events, -z), .upper = byar_end(events + 1, z)};
}

Interval fingertips_interval(double events, double confidence) {
    return events < kEventsForByar ? exact_poisson_interval(events, confidence)
                                   : byar_interval(events, confidence);
}

Interval weighted_poisson_interval(double sum, double variance, double events, double confidence) {
    if (!(events > 0) || !(variance >= 0)) return {};
    const auto [lower, upper] = exact_poisson_interval(events, confidence);
    const double scale = std::sqrt(variance / events);
    return {.lower = std::max(0.0, sum + scale * (lower - events)),
            .upper = sum + scale * (upper - events)};
}

Interval difference_interval(double a, Interval of_a, double b, Interval of_b) {
    return {.lower = a - b - std::hypot(a - of_a.lower, of_b.upper - b),
            .upper = a - b + std::hypot(of_a.upper - a, b - of_b.lower)};
}

Standing standing_of(double value, Interval limits) {
    if (value < limits.lower) return Standing::low;
    if (value > limits.upper) return Standing::high;
    return Standing::within;
}

Standing standing_of_interval(Interval interval, double reference) {
    if (interval.upper < reference) return Standing::low;
    if (interval.lower > reference) return Standing::high;
    return Standing::within;
}

}  // namespace primum::spc
