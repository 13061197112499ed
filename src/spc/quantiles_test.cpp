#include "spc/quantiles.h"

#include <gtest/gtest.h>

#include <cmath>

#include "spc/random_series.h"

namespace primum::spc {
namespace {

// Printed in every table of the normal distribution.
TEST(NormalReach, HoldsTheUsualShares) {
    EXPECT_NEAR(normal_reach(0.95), 1.959963984540054, 1e-14);
    EXPECT_NEAR(normal_reach(0.998), 3.090232306167814, 1e-14);
    EXPECT_NEAR(normal_reach(0.9973002039367398), 3, 1e-12);
    EXPECT_NEAR(normal_quantile(0.5), 0, 1e-16);
}

// Of shape 1 the gamma distribution is exponential: P(X <= x) = 1 - exp(-x).
TEST(GammaQuantile, OfShapeOneIsALogarithm) {
    EXPECT_NEAR(gamma_quantile(0.975, 1), -std::log(0.025), 1e-14);
    EXPECT_EQ(gamma_quantile(0.5, 0), 0);
}

// P(X <= x) = x^a for b = 1, and 1 - (1-x)^b for a = 1.
TEST(BetaQuantile, WithOneAsAShapeIsARoot) {
    EXPECT_NEAR(beta_quantile(0.2, 3, 1), std::cbrt(0.2), 1e-15);
    EXPECT_NEAR(beta_quantile(0.2, 1, 2), 1 - std::sqrt(0.8), 1e-15);
    EXPECT_EQ(beta_quantile(0.2, 0, 5), 0);
    EXPECT_EQ(beta_quantile(0.2, 5, 0), 1);
}

// By hand, mean 1: P(0) = e^-1 = 0.3679, P(<=1) = 0.7358, P(<=2) = 0.9197.
TEST(PoissonQuantile, IsTheFirstCountToReachItsProbability) {
    EXPECT_EQ(poisson_quantile(0.36, 1), 0);
    EXPECT_EQ(poisson_quantile(0.37, 1), 1);
    EXPECT_EQ(poisson_quantile(0.74, 1), 2);
    EXPECT_EQ(poisson_quantile(0.9, 0), 0);
}

// By hand, two fair coins: 1/4, 3/4, 1. A probability that is met exactly is reached.
TEST(BinomialQuantile, IsTheFirstCountToReachItsProbability) {
    EXPECT_EQ(binomial_quantile(0.25, 2, 0.5), 0);
    EXPECT_EQ(binomial_quantile(0.26, 2, 0.5), 1);
    EXPECT_EQ(binomial_quantile(0.76, 2, 0.5), 2);
    EXPECT_EQ(binomial_quantile(0.5, 10, 0), 0);
    EXPECT_EQ(binomial_quantile(0.5, 10, 1), 10);
    EXPECT_EQ(binomial_quantile(0.5, 0, 0.3), 0);
}

double poisson_below(double count, double mean) {
    double sum = 0;
    for (double k = 0; k <= count; ++k)
        sum += std::exp(k * std::log(mean) - mean - std::lgamma(k + 1));
    return sum;
}

double binomial_below(double count, double n, double p) {
    double sum = 0;
    for (double k = 0; k <= count; ++k)
        sum += std::exp(std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1) +
                        k * std::log(p) + (n - k) * std::log1p(-p));
    return sum;
}

// The sums written out are the slow, obvious version.
TEST(CountQuantiles, SplitTheDistributionWhereTheySay) {
    RandomSeries random;
    SCOPED_TRACE(random.seed());
    for (int round = 0; round < 500; ++round) {
        const double level = random.uniform(0.001, 0.999);
        const double mean = random.uniform(0.01, 80);
        const double events = poisson_quantile(level, mean);
        ASSERT_GE(poisson_below(events, mean), level - 1e-10);
        ASSERT_LT(poisson_below(events - 1, mean), level + 1e-10);

        const auto trials = static_cast<double>(random.whole(1, 200));
        const double share = random.uniform(0.01, 0.99);
        const double cases = binomial_quantile(level, trials, share);
        ASSERT_GE(binomial_below(cases, trials, share), level - 1e-10);
        ASSERT_LT(binomial_below(cases - 1, trials, share), level + 1e-10);
    }
}

// At 9e8 the exact inverse answers and at 1.1e9 the normal approximation; the distance to the mean
// in standard deviations may not jump in between.
TEST(CountQuantiles, GoOverSmoothlyToManyEvents) {
    for (const double level : {0.001, 0.025, 0.975, 0.999}) {
        const auto reach = [&](double mean) {
            return (gamma_quantile(level, mean) - mean) / std::sqrt(mean);
        };
        EXPECT_NEAR(reach(9e8), reach(1.1e9), 1e-5) << level;
        const auto steps = [&](double mean) {
            return (poisson_quantile(level, mean) - mean) / std::sqrt(mean);
        };
        EXPECT_NEAR(steps(9e8), steps(1.1e9), 1e-4) << level;
        const auto trials = [&](double n) {
            return (binomial_quantile(level, n, 0.3) - 0.3 * n) / std::sqrt(0.21 * n);
        };
        EXPECT_NEAR(trials(9e11), trials(1.1e12), 1e-4) << level;
    }
}

TEST(Quantiles, OfHugeCountsComeToAnEnd) {
    for (const double size : {1e15, 1e50, 1e100}) {
        EXPECT_NEAR(poisson_quantile(0.001, size) / size, 1, 1e-6);
        EXPECT_NEAR(gamma_quantile(0.999, size) / size, 1, 1e-6);
        EXPECT_NEAR(binomial_quantile(0.999, size, 0.25) / size, 0.25, 1e-6);
        EXPECT_NEAR(beta_quantile(0.001, 0.25 * size, 0.75 * size), 0.25, 1e-6);
        EXPECT_NEAR(beta_quantile(0.975, 1, size) * size, -std::log(0.025), 1e-9);
    }
}

TEST(Quantiles, OfWhatIsNoProbabilityAreMissing) {
    for (const double level : {0.0, 1.0, -1.0, 2.0, std::nan("")}) {
        EXPECT_TRUE(std::isnan(normal_quantile(level)));
        EXPECT_TRUE(std::isnan(normal_reach(level)));
        EXPECT_TRUE(std::isnan(gamma_quantile(level, 3)));
        EXPECT_TRUE(std::isnan(beta_quantile(level, 3, 3)));
        EXPECT_TRUE(std::isnan(poisson_quantile(level, 3)));
        EXPECT_TRUE(std::isnan(binomial_quantile(level, 3, 0.5)));
    }
    EXPECT_TRUE(std::isnan(gamma_quantile(0.5, -1)));
    EXPECT_TRUE(std::isnan(beta_quantile(0.5, std::nan(""), 1)));
    EXPECT_TRUE(std::isnan(poisson_quantile(0.5, -1)));
    EXPECT_TRUE(std::isnan(binomial_quantile(0.5, 3, 1.5)));
}

}  // namespace
}  // namespace primum::spc
