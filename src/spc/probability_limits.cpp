#include "spc/probability_limits.h"

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/geometric.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <cmath>

namespace primum::spc {
namespace {

using namespace boost::math;
/// The smallest count whose probability, with all below it, reaches the level.
using Discrete = policies::policy<policies::discrete_quantile<policies::integer_round_up>>;

struct Tails {
    double lower;
    double upper;
};

template <class Distribution>
void set(Limits& limits, const Distribution& distribution, Tails tails, double scale,
         double shift) {
    limits.lower = (quantile(distribution, tails.lower) + shift) / scale;
    limits.upper = (quantile(distribution, tails.upper) + shift) / scale;
}

}  // namespace

void set_outer_limits(Limits& limits, double centre, double n, const Options& options) {
    limits.lower = limits.upper = kMissing;
    if (!(n > 0) || !(centre >= 0)) return;
    const Tails tails{(1 - options.probability) / 2, (1 + options.probability) / 2};
    switch (options.chart) {
        case Chart::p:
        case Chart::np:
            if (centre > 1) return;
            return set(limits, binomial_distribution<double, Discrete>(n, centre), tails, n, 0);
        case Chart::u:
        case Chart::c:
            if (centre == 0) {  // no events, ever: the limits lie on the centre line
                limits.lower = limits.upper = 0;
                return;
            }
            return set(limits, poisson_distribution<double, Discrete>(centre * n), tails, n, 0);
        case Chart::g: {
            const double shift = options.g_counts == GCounts::from_one ? 1 : 0;
            const double chance = 1 / (centre + 1 - shift);
            if (!(chance > 0) || !(chance < 1)) return;
            return set(limits, geometric_distribution<double, Discrete>(chance), tails, 1, shift);
        }
        default:
            return;
    }
}

}  // namespace primum::spc
