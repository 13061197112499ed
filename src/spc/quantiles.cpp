#include "spc/quantiles.h"

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <limits>

namespace primum::spc {
namespace {

namespace policies = boost::math::policies;

// Errors become NaN, and a discrete quantile is the smallest number that reaches its probability.
using Quiet = policies::policy<policies::domain_error<policies::ignore_error>,
                               policies::pole_error<policies::ignore_error>,
                               policies::overflow_error<policies::ignore_error>,
                               policies::evaluation_error<policies::ignore_error>,
                               policies::rounding_error<policies::ignore_error>,
                               policies::discrete_quantile<policies::integer_round_up>>;

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

// Up to here the exact inverses are right to the last digits and take microseconds. Beyond, they
// lose digits and, from some point on, do not come to an end.
constexpr double kManyEvents = 1e9;
constexpr double kManyTrials = 1e12;

bool is_probability(double p) {
    return p > 0 && p < 1;
}

/// A normal quantile corrected for skewness (Cornish and Fisher). With standard deviations of less
/// than 1/30,000 of the mean, what is left out is below one in 10^12 of it.
double nearly_normal_quantile(double probability, double mean, double sd, double skewness) {
    const double z = normal_quantile(probability);
    return mean + sd * (z + skewness * (z * z - 1) / 6);
}

/// Of whole numbers: the smallest one above, half a step down for the continuity.
double nearly_normal_count(double probability, double mean, double sd, double skewness) {
    return std::ceil(nearly_normal_quantile(probability, mean, sd, skewness) - 0.5);
}

double quantile_of_many_trials(double probability, double trials, double share) {
    const double mean = trials * share;
    const double rest = trials - mean;
    if (mean < kManyEvents) return poisson_quantile(probability, mean);
    if (rest < kManyEvents) return trials - poisson_quantile(1 - probability, rest);
    const double sd = std::sqrt(mean * (1 - share));
    return nearly_normal_count(probability, mean, sd, (1 - 2 * share) / sd);
}

double quantile_of_narrow_beta(double probability, double a, double b) {
    const double all = a + b;
    if (a < kManyEvents) return gamma_quantile(probability, a) / all;
    if (b < kManyEvents) return 1 - gamma_quantile(1 - probability, b) / all;
    const double share = a / all;
    const double sd = std::sqrt(share * (1 - share) / all);
    return nearly_normal_quantile(probability, share, sd,
                                  2 * (1 - 2 * share) / std::sqrt(a * (1 - share)));
}

}  // namespace

double normal_quantile(double probability) {
    if (!is_probability(probability)) return kNan;
    return boost::math::quantile(boost::math::normal_distribution<double, Quiet>(), probability);
}

double normal_reach(double share) {
    if (!is_probability(share)) return kNan;
    // The far tail keeps its digits where 0.5 + share / 2 would round to 1.
    return -normal_quantile((1 - share) / 2);
}

double gamma_quantile(double probability, double shape) {
    if (!is_probability(probability) || !(shape >= 0)) return kNan;
    if (shape == 0) return 0;
    if (shape > kManyEvents)
        return nearly_normal_quantile(probability, shape, std::sqrt(shape), 2 / std::sqrt(shape));
    return boost::math::gamma_p_inv(shape, probability, Quiet());
}

double beta_quantile(double probability, double a, double b) {
    if (!is_probability(probability) || !(a >= 0) || !(b >= 0)) return kNan;
    if (a == 0) return 0;
    if (b == 0) return 1;
    if (a + b > kManyTrials) return quantile_of_narrow_beta(probability, a, b);
    return boost::math::ibeta_inv(a, b, probability, Quiet());
}

double poisson_quantile(double probability, double mean) {
    if (!is_probability(probability) || !(mean >= 0)) return kNan;
    if (mean == 0) return 0;
    if (mean > kManyEvents)
        return nearly_normal_count(probability, mean, std::sqrt(mean), 1 / std::sqrt(mean));
    return boost::math::quantile(boost::math::poisson_distribution<double, Quiet>(mean),
                                 probability);
}

double binomial_quantile(double probability, double trials, double share) {
    if (!is_probability(probability) || !(trials >= 0) || !(share >= 0 && share <= 1)) return kNan;
    const double whole = std::round(trials);
    if (share == 0 || whole == 0) return 0;
    if (share == 1) return whole;
    if (whole > kManyTrials) return quantile_of_many_trials(probability, whole, share);
    return boost::math::quantile(boost::math::binomial_distribution<double, Quiet>(whole, share),
                                 probability);
}

}  // namespace primum::spc
