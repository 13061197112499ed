#include "spc/intervals.h"

#include <gtest/gtest.h>

#include <cmath>

#include "spc/quantiles.h"
#include "spc/random_series.h"

namespace primum::spc {
namespace {

void expect_interval(Interval got, double lower, double upper, double relative = 1e-12) {
    EXPECT_NEAR(got.lower, lower, relative * lower);
    EXPECT_NEAR(got.upper, upper, relative * upper);
}

// Golden case phe-proportion-syn (PHEindicatormethods 2.1.0).
TEST(WilsonInterval, AgreesWithFingertips) {
    expect_interval(wilson_interval(49, 454, 0.95), 0.08260702780902991, 0.1398312351718213);
    expect_interval(wilson_interval(49, 454, 0.998), 0.07074386982477665, 0.16126916744916214);
    expect_interval(wilson_interval(0, 361, 0.95), 0, 0.010529118135617521);
    expect_interval(wilson_interval(86, 86, 0.998), 0.9000567021543856, 1);
}

// The ends are where the score test just rejects: |x/n - p| = z sqrt(p (1-p) / n).
TEST(WilsonInterval, EndsWhereTheScoreTestDoes) {
    RandomSeries random;
    SCOPED_TRACE(random.seed());
    for (int round = 0; round < 500; ++round) {
        const auto n = static_cast<double>(random.whole(1, 500));
        const auto x = static_cast<double>(random.whole(0, static_cast<std::size_t>(n)));
        const double confidence = random.uniform(0.5, 0.999);
        const auto [lower, upper] = wilson_interval(x, n, confidence);
        for (const double end : {lower, upper})
            ASSERT_NEAR(std::abs(x / n - end),
                        normal_reach(confidence) * std::sqrt(end * (1 - end) / n), 1e-7);
    }
}

// Golden case phe-rate-syn, per 1000: 3 in 67.66 and 9 in 37.72 are exact, 10 in 49.05 is Byar's.
TEST(FingertipsInterval, IsExactBelowTenEventsAndByarsFromThereOn) {
    const auto per_thousand = [](double events, double exposure, double confidence) {
        const auto [lower, upper] = fingertips_interval(events, confidence);
        return Interval{lower / exposure * 1000, upper / exposure * 1000};
    };
    expect_interval(per_thousand(0, 36.32, 0.95), 0, 101.56606426525153);
    expect_interval(per_thousand(3, 67.66, 0.95), 9.143838647585008, 129.57837821079403);
    expect_interval(per_thousand(9, 37.72, 0.998), 65.01655366818068, 600.6726752137574);
    expect_interval(per_thousand(10, 49.05, 0.95), 97.60346409719806, 374.95328452102905);
    expect_interval(per_thousand(101, 88.24, 0.998), 824.4537415341103, 1542.3483615733132);
}

TEST(ByarInterval, IsCloseToTheExactOneForManyEvents) {
    const auto byar = byar_interval(400, 0.95);
    const auto exact = exact_poisson_interval(400, 0.95);
    EXPECT_NEAR(byar.lower, exact.lower, 0.05);
    EXPECT_NEAR(byar.upper, exact.upper, 0.05);
    EXPECT_EQ(byar_interval(0.1, 0.998).lower, 0);  // the cube would be negative
    EXPECT_EQ(byar_interval(0, 0.95).lower, 0);
}

// Of no events in n the upper end p has (1-p)^n = 0.025; of all n the lower has p^n = 0.025.
TEST(ExactBinomialInterval, LeavesTheTailsItPromises) {
    expect_interval(exact_binomial_interval(0, 20, 0.95), 0, 1 - std::pow(0.025, 1.0 / 20));
    expect_interval(exact_binomial_interval(20, 20, 0.95), std::pow(0.025, 1.0 / 20), 1);
    // Clopper and Pearson's example of 10 in 20, as every textbook prints it: 0.272 to 0.728.
    const auto half = exact_binomial_interval(10, 20, 0.95);
    EXPECT_NEAR(half.lower, 0.2720, 5e-5);
    EXPECT_NEAR(half.upper, 0.7280, 5e-5);
}

// Of no events the upper end m has e^-m = 0.025.
TEST(ExactPoissonInterval, LeavesTheTailsItPromises) {
    expect_interval(exact_poisson_interval(0, 0.95), 0, -std::log(0.025));
    // Garwood's table for 10 events: 4.795 to 18.390.
    const auto ten = exact_poisson_interval(10, 0.95);
    EXPECT_NEAR(ten.lower, 4.795, 5e-4);
    EXPECT_NEAR(ten.upper, 18.390, 5e-4);
}

TEST(Intervals, HoldWhatWasObservedAndWidenWithConfidence) {
    RandomSeries random;
    SCOPED_TRACE(random.seed());
    for (int round = 0; round < 300; ++round) {
        const auto n = static_cast<double>(random.whole(1, 300));
        const auto x = static_cast<double>(random.whole(0, static_cast<std::size_t>(n)));
        const double less = random.uniform(0.5, 0.95);
        const double more = random.uniform(0.96, 0.999);
        const auto check = [&](double observed, Interval narrow, Interval wide) {
            ASSERT_LE(narrow.lower, observed + 1e-12);
            ASSERT_GE(narrow.upper, observed - 1e-12);
            ASSERT_LE(wide.lower, narrow.lower);
            ASSERT_GE(wide.upper, narrow.upper);
        };
        check(x / n, wilson_interval(x, n, less), wilson_interval(x, n, more));
        check(x / n, exact_binomial_interval(x, n, less), exact_binomial_interval(x, n, more));
        check(x, exact_poisson_interval(x, less), exact_poisson_interval(x, more));
        check(x, byar_interval(x, less), byar_interval(x, more));
    }
}

// Ten events of weight 3 are Garwood's 4.795 to 18.390, three times; a variance of 9 a count.
TEST(WeightedPoissonInterval, OfEqualWeightsIsTheExactOneTimesTheWeight) {
    const auto exact = exact_poisson_interval(10, 0.95);
    expect_interval(weighted_poisson_interval(30, 90, 10, 0.95), 3 * exact.lower, 3 * exact.upper);
    EXPECT_TRUE(std::isnan(weighted_poisson_interval(0, 0, 0, 0.95).lower));
}

// By hand: 10 (7 to 14) less 4 (0 to 7) is 6, less hypot(3, 3), more hypot(4, 4).
TEST(DifferenceInterval, AddsBothDoubtsAtRightAngles) {
    expect_interval(difference_interval(10, {7, 14}, 4, {0, 7}), 6 - 3 * std::sqrt(2),
                    6 + 4 * std::sqrt(2));
    expect_interval(difference_interval(240, {240, 240}, 210, {180, 239}), 1, 60);
}

TEST(Standing, IsStrict) {
    const Interval limits{1, 2};
    EXPECT_EQ(standing_of(0.9, limits), Standing::low);
    EXPECT_EQ(standing_of(1, limits), Standing::within);
    EXPECT_EQ(standing_of(2, limits), Standing::within);
    EXPECT_EQ(standing_of(2.1, limits), Standing::high);
    EXPECT_EQ(standing_of(kMissing, limits), Standing::within);
    EXPECT_EQ(standing_of(5, {}), Standing::within);
    EXPECT_EQ(standing_of_interval(limits, 0.9), Standing::high);
    EXPECT_EQ(standing_of_interval(limits, 1), Standing::within);
    EXPECT_EQ(standing_of_interval(limits, 2.1), Standing::low);
}

TEST(Intervals, OfWhatCannotBeAreMissing) {
    const auto missing = [](Interval interval) {
        return std::isnan(interval.lower) && std::isnan(interval.upper);
    };
    for (const double confidence : {0.0, 1.0, 95.0, kMissing}) {
        EXPECT_TRUE(missing(wilson_interval(1, 2, confidence)));
        EXPECT_TRUE(missing(exact_binomial_interval(1, 2, confidence)));
        EXPECT_TRUE(missing(exact_poisson_interval(1, confidence)));
        EXPECT_TRUE(missing(byar_interval(1, confidence)));
    }
    EXPECT_TRUE(missing(wilson_interval(3, 2, 0.95)));
    EXPECT_TRUE(missing(wilson_interval(0, 0, 0.95)));
    EXPECT_TRUE(missing(exact_binomial_interval(-1, 2, 0.95)));
    EXPECT_TRUE(missing(exact_binomial_interval(kMissing, 2, 0.95)));
    EXPECT_TRUE(missing(fingertips_interval(-1, 0.95)));
    EXPECT_TRUE(missing(fingertips_interval(kMissing, 0.95)));
}

}  // namespace
}  // namespace primum::spc
