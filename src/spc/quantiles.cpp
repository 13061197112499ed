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

bool is_probability(double p) {
    return p > 0 && p < 1;
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
    return boost::math::gamma_p_inv(shape, probability, Quiet());
}

double beta_quantile(double probability, double a, double b) {
    if (!is_probability(probability) || !(a >= 0) || !(b >= 0)) return kNan;
    if (a == 0) return 0;
    if (b == 0) return 1;
    return boost::math::ibeta_inv(a, b, probability, Quiet());
}

double poisson_quantile(double probability, double mean) {
    if (!is_probability(probability) || !(mean >= 0)) return kNan;
    if (mean == 0) return 0;
    return boost::math::quantile(boost::math::poisson_distribution<double, Quiet>(mean),
                                 probability);
}

double binomial_quantile(double probability, double trials, double share) {
    if (!is_probability(probability) || !(trials >= 0) || !(share >= 0 && share <= 1)) return kNan;
    const double whole = std::round(trials);
    if (share == 0 || whole == 0) return 0;
    if (share == 1) return whole;
    return boost::math::quantile(boost::math::binomial_distribution<double, Quiet>(whole, share),
                                 probability);
}

}  // namespace primum::spc
