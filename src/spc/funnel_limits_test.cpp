#include "spc/funnel_limits.h"

#include <gtest/gtest.h>

#include <cmath>

#include "spc/random_series.h"

namespace primum::spc {
namespace {

constexpr FunnelScale kProportion{.kind = FunnelKind::proportion};
constexpr FunnelScale kShmi{.kind = FunnelKind::standardised_ratio};
constexpr FunnelScale kCqc{.kind = FunnelKind::standardised_ratio,
                           .transform = FunnelTransform::square_root};
constexpr FunnelScale kCounts{.kind = FunnelKind::ratio_of_counts};
constexpr FunnelScale kRate{.kind = FunnelKind::rate};

FunnelScale as_funnelplotr(FunnelScale scale) {
    scale.spelling = FunnelSpelling::funnelplotr;
    return scale;
}

// Golden case funnelr-exact-syn (funnelR 0.1.0): benchmark 0.2021, quantiles over n.
TEST(ChanceLimits, OfProportionsAreBinomialQuantiles) {
    const double centre = 0.20213248638838474;
    const auto inner = chance_limits(kProportion, FunnelMethod::exact, centre, 77, 0.95);
    EXPECT_DOUBLE_EQ(inner.lower, 9.0 / 77);
    EXPECT_DOUBLE_EQ(inner.upper, 23.0 / 77);
    const auto outer = chance_limits(kProportion, FunnelMethod::exact, centre, 24, 0.998);
    EXPECT_EQ(outer.lower, 0);
    EXPECT_DOUBLE_EQ(outer.upper, 0.5);
}

TEST(ChanceLimits, OfCasesThatAreNotWholeAreThoseOfTheNearestWholeNumber) {
    const auto limits = [](double n) {
        return chance_limits(kProportion, FunnelMethod::exact, 0.3, n, 0.95).upper;
    };
    EXPECT_EQ(limits(20.4), limits(20));
    EXPECT_EQ(limits(0.2), 1);
}

// Golden case funnelr-approximate-syn.
TEST(ChanceLimits, ByScoreAreSymmetricAndNotClamped) {
    const auto limits =
        chance_limits(kProportion, FunnelMethod::score, 0.20213248638838474, 24, 0.998);
    EXPECT_NEAR(limits.lower, -0.051187209468952027, 1e-12);
    EXPECT_NEAR(limits.upper, 0.45545218224572148, 1e-12);
}

// Golden case funnel-sr-syn: expected 117.7.
TEST(ChanceLimits, OfStandardisedRatiosCanBeTheIntervalAboutTheExpectedCount) {
    const auto limits = chance_limits(kShmi, FunnelMethod::exact_interval, 1, 117.7, 0.998);
    EXPECT_NEAR(limits.lower, 0.7391696736324299, 1e-12);
    EXPECT_NEAR(limits.upper, 1.318901116418123, 1e-12);
}

// A rate per day is a standardised ratio times the average rate.
TEST(ChanceLimits, OfARateAreThoseOfItsExpectedCount) {
    for (const FunnelMethod method :
         {FunnelMethod::exact, FunnelMethod::exact_interval, FunnelMethod::score,
          FunnelMethod::byar, FunnelMethod::transformed}) {
        const auto rate = chance_limits(kRate, method, 0.02, 1000, 0.95);
        const auto ratio = chance_limits(kShmi, method, 1, 20, 0.95);
        EXPECT_NEAR(rate.lower, ratio.lower * 0.02, 1e-12);
        EXPECT_NEAR(rate.upper, ratio.upper * 0.02, 1e-12);
    }
}

TEST(ChanceLimits, ByByarAreExactBelowTenExpected) {
    const auto byar = chance_limits(kShmi, FunnelMethod::byar, 1, 9, 0.95);
    const auto exact = chance_limits(kShmi, FunnelMethod::exact_interval, 1, 9, 0.95);
    EXPECT_EQ(byar.lower, exact.lower);
    EXPECT_EQ(byar.upper, exact.upper);
    EXPECT_NE(chance_limits(kShmi, FunnelMethod::byar, 1, 11, 0.95).upper,
              chance_limits(kShmi, FunnelMethod::exact_interval, 1, 11, 0.95).upper);
}

// By hand: asin sqrt(0.5) = pi/4, and 1/(2 sqrt 25) = 0.1.
TEST(Transform, OfProportionsIsAnArcsine) {
    const auto [value, error] = transform_group(kProportion, 12.5, 25, 0.3);
    EXPECT_DOUBLE_EQ(value, std::atan(1));
    EXPECT_DOUBLE_EQ(error, 0.1);
}

// By hand: ln(20/16), 1/sqrt(16); sqrt(25/16), 1/(2 sqrt 16); ln(9.5/19.5), 9/9.5² + 19/19.5².
TEST(Transform, OfRatiosIsALogarithmOrARoot) {
    EXPECT_DOUBLE_EQ(transform_group(kShmi, 20, 16, 1).value, std::log(1.25));
    EXPECT_DOUBLE_EQ(transform_group(kShmi, 20, 16, 1).error, 0.25);
    EXPECT_DOUBLE_EQ(transform_group(kCqc, 25, 16, 1).value, 1.25);
    EXPECT_DOUBLE_EQ(transform_group(kCqc, 25, 16, 1).error, 0.125);
    EXPECT_DOUBLE_EQ(transform_group(kRate, 25, 64, 0.25).error, 0.25);  // 16 events expected
    EXPECT_DOUBLE_EQ(transform_group(kCounts, 9, 19, 1).value, std::log(9.5 / 19.5));
    EXPECT_DOUBLE_EQ(transform_group(kCounts, 9, 19, 1).error, std::sqrt(9 / 90.25 + 19 / 380.25));
}

TEST(Transform, OfNoEventsIsMinusInfinityOnALogarithmicScale) {
    EXPECT_EQ(transform_group(kShmi, 0, 16, 1).value, -INFINITY);
    EXPECT_TRUE(std::isnan(transform_group(kShmi, 1, 0, 1).value));
    EXPECT_TRUE(std::isnan(transform_group(kShmi, kMissing, 3, 1).error));
}

// By hand for n = 4: asin sqrt(0.07) = 0.2678, minus 3.09 / 4 is below zero, so the lower limit is
// 0; with 0.93 the upper one is 1.
TEST(TransformedLimits, StopWhereASineWouldTurnBack) {
    EXPECT_EQ(transformed_limits(kProportion, 0.07, 4, 0.998, 0).lower, 0);
    EXPECT_EQ(transformed_limits(kProportion, 0.93, 4, 0.998, 0).upper, 1);
    // Golden case funnel-pr-syn-small, which forces the same by going along a grid.
    EXPECT_NEAR(transformed_limits(as_funnelplotr(kProportion), 0.07, 4, 0.998, 0).upper,
                0.7440215621529427, 1e-12);
    EXPECT_NEAR(transformed_limits(as_funnelplotr(kProportion), 0.07, 41, 0.998, 0).lower,
                0.000699796262232291, 1e-12);
}

// Golden case funnel-sr-syn-cqc, group H01, 95 %: tau² 0.003649273369598601, target 1.
TEST(TransformedLimits, OfRootsAreSquaredButByFunnelPlotR) {
    const double tau2 = 0.003649273369598601;
    const auto theirs = transformed_limits(as_funnelplotr(kCqc), 1, 117.702, 0.95, tau2);
    EXPECT_NEAR(theirs.lower, 0.8510777943677654, 1e-12);
    EXPECT_NEAR(theirs.upper, 1.1489222056322346, 1e-12);
    const auto ours = transformed_limits(kCqc, 1, 117.702, 0.95, tau2);
    EXPECT_NEAR(ours.lower, std::pow(theirs.lower, 2), 1e-7);
    EXPECT_NEAR(ours.upper, std::pow(theirs.upper, 2), 1e-7);
}

// Without over-dispersion the ways must agree for large counts. FunnelPlotR's spelling of ratios
// of counts, and of roots, would fail here.
TEST(TransformedLimits, ComeCloseToTheOtherWaysForLargeCounts) {
    for (const FunnelScale& scale : {kShmi, kCqc}) {
        const auto exact = chance_limits(scale, FunnelMethod::exact_interval, 1, 10000, 0.95);
        const auto limits = transformed_limits(scale, 1, 10000, 0.95, 0);
        EXPECT_NEAR(limits.lower, exact.lower, 5e-4);
        EXPECT_NEAR(limits.upper, exact.upper, 5e-4);
    }
    const auto exact = chance_limits(kProportion, FunnelMethod::exact_interval, 0.3, 10000, 0.95);
    EXPECT_NEAR(transformed_limits(kProportion, 0.3, 10000, 0.95, 0).lower, exact.lower, 1e-4);
    // Two counts of 10,000: the standard error of ln(x/n) is sqrt(2/10000).
    EXPECT_NEAR(transformed_limits(kCounts, 1, 10000, 0.95, 0).upper,
                std::exp(1.959963984540054 * std::sqrt(2e-4)), 1e-12);
}

TEST(FunnelLimits, NarrowWithTheDenominatorAndWidenWithTheShare) {
    RandomSeries random;
    SCOPED_TRACE(random.seed());
    for (int round = 0; round < 300; ++round) {
        const double centre = random.uniform(0.05, 0.95);
        const double n = random.uniform(30, 2000);
        const double tau2 = random.uniform(0, 0.01);
        for (const FunnelScale& scale : {kProportion, kShmi, kCqc, kCounts, kRate}) {
            const auto here = transformed_limits(scale, centre, n, 0.95, tau2);
            const auto larger = transformed_limits(scale, centre, 2 * n, 0.95, tau2);
            const auto wider = transformed_limits(scale, centre, n, 0.998, tau2);
            ASSERT_LE(here.lower, larger.lower);
            ASSERT_GE(here.upper, larger.upper);
            ASSERT_LE(wider.lower, here.lower);
            ASSERT_GE(wider.upper, here.upper);
            ASSERT_LE(here.lower, centre);
            ASSERT_GE(here.upper, centre);
        }
    }
}

TEST(FunnelLimits, WithoutADenominatorAreMissing) {
    for (const double none : {0.0, -1.0, kMissing}) {
        EXPECT_TRUE(std::isnan(chance_limits(kShmi, FunnelMethod::exact, 1, none, 0.95).lower));
        EXPECT_TRUE(std::isnan(transformed_limits(kShmi, 1, none, 0.95, 0).upper));
        EXPECT_TRUE(std::isnan(expected_error(kShmi, 1, none)));
    }
}

// Nothing happened anywhere: nothing else is to be expected.
TEST(FunnelLimits, AboutACentreOfZeroAreZero) {
    for (const FunnelMethod method :
         {FunnelMethod::exact, FunnelMethod::score, FunnelMethod::transformed}) {
        const auto limits = chance_limits(kRate, method, 0, 100, 0.95);
        EXPECT_EQ(limits.lower, 0);
        EXPECT_EQ(limits.upper, 0);
    }
}

}  // namespace
}  // namespace primum::spc
