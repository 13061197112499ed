#include "spc/funnel.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "spc/random_series.h"
#include "spc/synthetic_funnels.h"

namespace primum::spc {
namespace {

struct Counts {
    std::vector<double> numerators;
    std::vector<double> denominators;
};

Counts counts_of(std::span<const SyntheticGroup> groups) {
    Counts counts;
    for (const SyntheticGroup& group : groups) {
        counts.numerators.push_back(group.numerator);
        counts.denominators.push_back(group.denominator);
    }
    return counts;
}

void expect_same(double got, double expected) {
    if (std::isnan(expected))
        EXPECT_TRUE(std::isnan(got));
    else
        EXPECT_NEAR(got, expected, 1e-11 * std::abs(expected));
}

void expect_groups(const Funnel& funnel, std::span<const SyntheticGroup> expected) {
    ASSERT_EQ(funnel.groups.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        SCOPED_TRACE(i);
        const FunnelGroup& group = funnel.groups[i];
        expect_same(group.z, expected[i].z);
        expect_same(group.z_used, expected[i].z_used);
        expect_same(group.limits.lower, expected[i].lower);
        expect_same(group.limits.upper, expected[i].upper);
        EXPECT_EQ(group.outlier != Standing::within, expected[i].outlier);
    }
}

TEST(Funnel, OfProportionsAgreesWithFunnelPlotR) {
    const Counts counts = counts_of(kSyntheticProportions);
    FunnelOptions options;
    options.scale.spelling = FunnelSpelling::funnelplotr;
    options.over_dispersion = true;
    const auto result = funnel(counts.numerators, counts.denominators, options);
    ASSERT_TRUE(result);
    EXPECT_TRUE(result->adjusted);
    EXPECT_NEAR(result->dispersion.phi, 6.6398921853452393, 1e-12);
    EXPECT_NEAR(result->dispersion.tau2, 0.0031929819734731859, 1e-15);
    expect_groups(*result, kSyntheticProportions);
}

TEST(Funnel, OfStandardisedRatiosAgreesWithFunnelPlotR) {
    const Counts counts = counts_of(kSyntheticRatios);
    FunnelOptions options;
    options.scale = {.kind = FunnelKind::standardised_ratio,
                     .spelling = FunnelSpelling::funnelplotr};
    options.over_dispersion = true;
    options.trimming = Trimming::truncated;
    options.rounded_expected = true;
    const auto result = funnel(counts.numerators, counts.denominators, options);
    ASSERT_TRUE(result);
    EXPECT_NEAR(result->dispersion.phi, 1.539478797090044, 1e-12);
    EXPECT_NEAR(result->dispersion.tau2, 0.004541912370782524, 1e-15);
    EXPECT_EQ(result->groups[0].denominator, 117.7);  // 117.702
    EXPECT_DOUBLE_EQ(result->groups[0].ratio, 105 / 117.702);
    expect_groups(*result, kSyntheticRatios);
}

// By hand: (8 + 2) / (40 + 10) = 0.2, per 100.
TEST(Funnel, HasTheAverageAsItsCentreAndMultipliesAtTheEnd) {
    const double cases[] = {8, 2};
    const double all[] = {40, 10};
    FunnelOptions options;
    options.multiply = 100;
    const auto result = funnel(cases, all, options);
    ASSERT_TRUE(result);
    EXPECT_DOUBLE_EQ(result->centre, 0.2);
    EXPECT_DOUBLE_EQ(result->groups[0].ratio, 20);
    const auto plain = chance_limits(options.scale, options.method, 0.2, 40, 0.998);
    EXPECT_DOUBLE_EQ(result->groups[0].limits.upper, 100 * plain.upper);
    EXPECT_DOUBLE_EQ(result->limits_at(40, 0.998).upper, 100 * plain.upper);
}

TEST(Funnel, OfStandardisedRatiosIsAboutOneOrAboutWhatIsGiven) {
    const double observed[] = {8, 2};
    const double expected[] = {4, 4};
    FunnelOptions options;
    options.scale.kind = FunnelKind::standardised_ratio;
    EXPECT_EQ(funnel(observed, expected, options)->centre, 1);
    options.centre = 1.25;
    EXPECT_EQ(funnel(observed, expected, options)->centre, 1.25);
}

// By hand: of 10 with a chance of 0.5, P(0 or 1) = 11/1024 = 0.0107 and P(<= 2) = 0.0547. So at
// 95 % (0.025 each side) one event is an outlier, and two are not.
TEST(Funnel, CallsAnOutlierWhatTheExactTestDoes) {
    const double cases[] = {1, 2, 8, 9};
    const double all[] = {10, 10, 10, 10};
    FunnelOptions options;
    options.centre = 0.5;
    options.outlier_share = 0.95;
    const auto result = funnel(cases, all, options);
    ASSERT_TRUE(result);
    EXPECT_EQ(result->groups[0].outlier, Standing::low);
    EXPECT_EQ(result->groups[1].outlier, Standing::within);
    EXPECT_EQ(result->groups[2].outlier, Standing::within);
    EXPECT_EQ(result->groups[3].outlier, Standing::high);
}

// Golden case funnelr-exact-syn, group H15: 26 of 176 lie within the limits (0.142 to 0.261). The
// peer calls it extreme, because exactly 26 is rarer than 2.5 %; so is every single count of a
// large group.
TEST(Funnel, IsNotFooledByTheProbabilityOfOneCount) {
    const double cases[] = {26};
    const double all[] = {176};
    FunnelOptions options;
    options.centre = 0.20213248638838474;
    options.outlier_share = 0.95;
    EXPECT_EQ(funnel(cases, all, options)->groups[0].outlier, Standing::within);
}

TEST(Funnel, FallsBackToChanceWhenGroupsDoNotDiffer) {
    const double cases[] = {20, 21, 19, 20};
    const double all[] = {100, 100, 100, 100};
    FunnelOptions options;
    options.over_dispersion = true;
    const auto result = funnel(cases, all, options);
    ASSERT_TRUE(result);
    EXPECT_FALSE(result->adjusted);
    EXPECT_LT(result->dispersion.phi, 1);
    EXPECT_EQ(result->groups[0].limits.upper, result->chance_limits_at(100, 0.998).upper);
}

TEST(Funnel, LeavesMissingAndEmptyGroupsOut) {
    const double cases[] = {20, kMissing, 0, 30};
    const double all[] = {100, 100, 0, 100};
    const auto result = funnel(cases, all, {});
    ASSERT_TRUE(result);
    EXPECT_DOUBLE_EQ(result->centre, 0.25);
    for (const std::size_t i : {1, 2}) {
        EXPECT_TRUE(std::isnan(result->groups[i].ratio));
        EXPECT_TRUE(std::isnan(result->groups[i].limits.lower));
        EXPECT_EQ(result->groups[i].outlier, Standing::within);
    }
}

// On a logarithmic scale no events are infinitely far away: no measure of how groups differ.
TEST(Funnel, LeavesGroupsWithoutEventsOutOfTheDispersion) {
    const double observed[] = {0, 10, 30, 15, 28};
    const double expected[] = {12, 20, 20, 20, 20};
    FunnelOptions options;
    options.scale.kind = FunnelKind::standardised_ratio;
    options.over_dispersion = true;
    options.trimming = Trimming::none;
    const auto result = funnel(observed, expected, options);
    ASSERT_TRUE(result);
    EXPECT_EQ(result->groups[0].z, -INFINITY);
    EXPECT_TRUE(std::isnan(result->groups[0].z_used));
    EXPECT_TRUE(std::isfinite(result->dispersion.phi));
    EXPECT_TRUE(result->adjusted);
    EXPECT_EQ(result->groups[0].outlier, Standing::low);
}

TEST(Funnel, OfNothingHappeningAnywhereIsFlat) {
    const double none[] = {0, 0};
    const double exposure[] = {50, 80};
    for (const FunnelKind kind :
         {FunnelKind::proportion, FunnelKind::rate, FunnelKind::ratio_of_counts}) {
        FunnelOptions options;
        options.scale.kind = kind;
        options.over_dispersion = true;
        const auto result = funnel(none, exposure, options);
        ASSERT_TRUE(result);
        EXPECT_FALSE(result->adjusted);
        EXPECT_EQ(result->groups[0].limits.lower, 0);
        EXPECT_EQ(result->groups[0].limits.upper, 0);
        EXPECT_EQ(result->groups[0].outlier, Standing::within);
    }
}

TEST(Funnel, StaysWithinWhatIsPossible) {
    const double cases[] = {1, 3, 90};
    const double all[] = {3, 4, 100};
    FunnelOptions options;
    options.method = FunnelMethod::score;
    const auto result = funnel(cases, all, options);
    ASSERT_TRUE(result);
    EXPECT_EQ(result->limits_at(2, 0.998).upper, 1);
    options.centre = 0.05;
    EXPECT_EQ(funnel(cases, all, options)->limits_at(2, 0.998).lower, 0);
}

// Doubling every exposure halves rates and limits, and changes no verdict.
TEST(Funnel, OfRatesDoesNotDependOnTheUnitOfExposure) {
    RandomSeries random;
    SCOPED_TRACE(random.seed());
    for (int round = 0; round < 50; ++round) {
        std::vector<double> events;
        std::vector<double> days;
        std::vector<double> half_days;
        for (int i = 0; i < 30; ++i) {
            days.push_back(random.uniform(100, 5000));
            half_days.push_back(2 * days.back());
            events.push_back(std::round(random.uniform(0, 0.02) * days.back()));
        }
        FunnelOptions options;
        options.scale = {.kind = FunnelKind::rate, .transform = FunnelTransform::square_root};
        options.over_dispersion = round % 2 == 0;
        const auto by_day = funnel(events, days, options);
        const auto by_half = funnel(events, half_days, options);
        for (std::size_t i = 0; i < events.size(); ++i) {
            ASSERT_NEAR(by_day->groups[i].z, by_half->groups[i].z, 1e-9);
            ASSERT_NEAR(by_day->groups[i].limits.upper, 2 * by_half->groups[i].limits.upper, 1e-9);
            ASSERT_EQ(by_day->groups[i].outlier, by_half->groups[i].outlier);
        }
    }
}

// Groups that differ by chance alone: about 1 in 500 beyond limits that hold 99.8 %, and fewer,
// because exact limits hold at least what they promise.
TEST(Funnel, RarelyAccusesGroupsThatDifferByChance) {
    RandomSeries random;
    SCOPED_TRACE(random.seed());
    std::vector<double> cases;
    std::vector<double> all;
    for (int i = 0; i < 20000; ++i) {
        all.push_back(50);
        double events = 0;
        for (int k = 0; k < 50; ++k)
            events += random.uniform(0, 1) < 0.2 ? 1 : 0;
        cases.push_back(events);
    }
    FunnelOptions options;
    options.centre = 0.2;
    const auto result = funnel(cases, all, options);
    const auto accused = std::ranges::count_if(
        result->groups, [](const FunnelGroup& group) { return group.outlier != Standing::within; });
    EXPECT_LE(accused, 70);  // 40 expected at most, with a standard deviation of 6
}

// Numbers near the largest allowed come to an end, and mean something.
TEST(Funnel, CopesWithHugeCounts) {
    const double cases[] = {2e99, 3e99, 1};
    const double all[] = {1e100, 1e100, 10};
    for (const FunnelMethod method : {FunnelMethod::exact, FunnelMethod::exact_interval,
                                      FunnelMethod::score, FunnelMethod::transformed}) {
        FunnelOptions options;
        options.method = method;
        options.over_dispersion = true;
        const auto result = funnel(cases, all, options);
        ASSERT_TRUE(result);
        EXPECT_NEAR(result->centre, 0.25, 1e-12);
        EXPECT_NEAR(result->chance_limits_at(1e100, 0.95).upper, 0.25, 1e-9);
    }
}

TEST(Funnel, RefusesWhatItCannotJudge) {
    using Kind = Problem::Kind;
    const double cases[] = {5, 12};
    const double all[] = {10, 10};
    const double negative[] = {10, -1};
    const double infinite[] = {10, INFINITY};
    const double nothing[] = {0, kMissing};
    const double tiny[] = {1, 1e-300};
    FunnelOptions rates;
    rates.scale.kind = FunnelKind::rate;
    EXPECT_EQ(funnel({}, {}, {}).error().kind, Kind::no_points);
    EXPECT_EQ(funnel(cases, {}, rates).error().kind, Kind::lengths_differ);
    EXPECT_EQ(funnel(cases, all, {}).error().kind, Kind::numerator_above_denominator);
    EXPECT_EQ(funnel(cases, all, {}).error().index, 1U);
    EXPECT_TRUE(funnel(cases, all, rates));
    EXPECT_EQ(funnel(negative, all, rates).error().kind, Kind::negative_count);
    EXPECT_EQ(funnel(cases, negative, rates).error().kind, Kind::negative_denominator);
    EXPECT_EQ(funnel(cases, infinite, rates).error().kind, Kind::too_large);
    EXPECT_EQ(funnel(cases, tiny, rates).error().kind, Kind::too_large);
    EXPECT_EQ(funnel(cases, nothing, rates).error().kind, Kind::denominators_needed);
}

TEST(Funnel, RefusesOptionsOutOfRange) {
    const double cases[] = {5, 2};
    const double all[] = {10, 10};
    const auto refuses = [&](auto change) {
        FunnelOptions options;
        change(options);
        const auto result = funnel(cases, all, options);
        return !result && result.error().kind == Problem::Kind::options_out_of_range;
    };
    EXPECT_TRUE(refuses([](FunnelOptions& o) { o.centre = 0; }));
    EXPECT_TRUE(refuses([](FunnelOptions& o) { o.centre = 1.5; }));
    EXPECT_TRUE(refuses([](FunnelOptions& o) { o.centre = kMissing; }));
    EXPECT_TRUE(refuses([](FunnelOptions& o) { o.trim = 0.5; }));
    EXPECT_TRUE(refuses([](FunnelOptions& o) { o.trim = 0; }));
    EXPECT_TRUE(refuses([](FunnelOptions& o) { o.outlier_share = 95; }));
    EXPECT_TRUE(refuses([](FunnelOptions& o) { o.multiply = 0; }));
}

}  // namespace
}  // namespace primum::spc
