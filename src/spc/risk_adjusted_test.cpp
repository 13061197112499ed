#include "spc/risk_adjusted.h"

#include <gmock/gmock.h>

#include <cmath>

#include "spc/random_series.h"

namespace primum::spc {
namespace {

using ::testing::ElementsAre;

// Steiner et al. (2000): for an odds ratio of 2, a death at risk 0.5 weighs ln(2) - ln(1.5), a
// survival -ln(1.5).
TEST(RiskAdjustedCusum, WeighsEachCaseByItsOwnRisk) {
    const double outcomes[] = {1, 1, 0};
    const double risks[] = {0.5, 0.1, 0.5};
    const auto chart = risk_adjusted_cusum(outcomes, risks);
    ASSERT_TRUE(chart);
    EXPECT_NEAR(chart->up[0], std::log(2 / 1.5), 1e-15);
    EXPECT_NEAR(chart->up[1], std::log(2 / 1.5) + std::log(2 / 1.1), 1e-15);
    EXPECT_NEAR(chart->up[2], std::log(2 / 1.5) + std::log(2 / 1.1) - std::log(1.5), 1e-15);
    EXPECT_THAT(chart->down, ElementsAre(0, 0, ::testing::DoubleNear(std::log(0.75), 1e-15)));
}

// Golden case vlad-syn (vlad 0.2.2), its first three cases.
TEST(RiskAdjustedCusum, AgreesWithTheVladPackage) {
    const double outcomes[] = {1, 0, 0};
    const double risks[] = {0.0809, 0.2514, 0.3427};
    const auto chart = risk_adjusted_cusum(outcomes, risks, {.restart = false});
    EXPECT_NEAR(chart->up[0], 0.61535315311992511, 1e-12);
    EXPECT_NEAR(chart->up[1], 0.39109022853779918, 1e-12);
    EXPECT_NEAR(chart->up[2], 0.096407716441273883, 1e-12);
    EXPECT_NEAR(chart->down[2], -0.32228912120787589, 1e-12);
}

// By hand: 0.0809 - 1, + 0.2514, + 0.3427.
TEST(Vlad, AddsUpExpectedMinusObserved) {
    const double outcomes[] = {1, 0, kMissing, 0};
    const double risks[] = {0.0809, 0.2514, 0.5, 0.3427};
    const auto line = vlad(outcomes, risks);
    ASSERT_TRUE(line);
    EXPECT_NEAR((*line)[0], -0.9191, 1e-15);
    EXPECT_NEAR((*line)[1], -0.6677, 1e-15);
    EXPECT_TRUE(std::isnan((*line)[2]));
    EXPECT_NEAR((*line)[3], -0.325, 1e-15);
}

// Golden case vlad-syn, k1 = 0.03 and k2 = 0.05: 0.2514 - 0.03; -0.9191 + 0.05, + 0.3014, + 0.3927.
TEST(ExpectedObservedCusum, AllowsForItsReferences) {
    const double outcomes[] = {1, 0, 0};
    const double risks[] = {0.0809, 0.2514, 0.3427};
    const auto chart = expected_observed_cusum(
        outcomes, risks, {.reference_up = 0.03, .reference_down = 0.05, .limit_down = 0.8});
    ASSERT_TRUE(chart);
    EXPECT_DOUBLE_EQ(chart->up[0], 0);
    EXPECT_NEAR(chart->up[1], 0.2214, 1e-15);
    EXPECT_NEAR(chart->up[2], 0.5341, 1e-15);
    EXPECT_NEAR(chart->down[0], -0.8691, 1e-15);
    EXPECT_NEAR(chart->down[2], -0.175, 1e-15);
    EXPECT_THAT(chart->signal_down, ElementsAre(1, 0, 0));
}

// Without references or floors the two halves of an expected-observed CUSUM are the VLAD's rises
// above its lowest point and falls below its highest.
TEST(ExpectedObservedCusum, IsTheVladMeasuredFromItsExtremes) {
    RandomSeries random;
    SCOPED_TRACE(random.seed());
    for (int round = 0; round < 100; ++round) {
        std::vector<double> outcomes(60);
        std::vector<double> risks(60);
        for (std::size_t i = 0; i < 60; ++i) {
            risks[i] = random.uniform(0, 1);
            outcomes[i] = random.uniform(0, 1) < risks[i] ? 1 : 0;
        }
        const auto line = vlad(outcomes, risks);
        const auto chart = expected_observed_cusum(outcomes, risks);
        double lowest = 0;
        double highest = 0;
        for (std::size_t i = 0; i < 60; ++i) {
            lowest = std::min(lowest, (*line)[i]);
            highest = std::max(highest, (*line)[i]);
            ASSERT_NEAR(chart->up[i], (*line)[i] - lowest, 1e-12);
            ASSERT_NEAR(chart->down[i], (*line)[i] - highest, 1e-12);
        }
    }
}

// Odds ratio 1 apart, a chart for worsening of events is one for improvement of their absence.
TEST(RiskAdjustedCusum, TurnsOverWhenEventsAndTheirAbsenceAreSwapped) {
    RandomSeries random;
    SCOPED_TRACE(random.seed());
    std::vector<double> outcomes(200);
    std::vector<double> risks(200);
    std::vector<double> absences(200);
    std::vector<double> chances(200);
    for (std::size_t i = 0; i < 200; ++i) {
        risks[i] = random.uniform(0.05, 0.95);
        outcomes[i] = random.uniform(0, 1) < risks[i] ? 1 : 0;
        absences[i] = 1 - outcomes[i];
        chances[i] = 1 - risks[i];
    }
    const auto deaths = risk_adjusted_cusum(outcomes, risks);
    const auto survivals = risk_adjusted_cusum(absences, chances);
    for (std::size_t i = 0; i < 200; ++i) {
        ASSERT_NEAR(deaths->up[i], -survivals->down[i], 1e-9);
        ASSERT_EQ(deaths->signal_up[i], survivals->signal_down[i]);
    }
}

TEST(RiskAdjustedCharts, PassOverCasesWithoutRiskOrOutcome) {
    const double outcomes[] = {1, kMissing, 0};
    const double risks[] = {0.2, 0.2, kMissing};
    const auto chart = risk_adjusted_cusum(outcomes, risks);
    ASSERT_TRUE(chart);
    EXPECT_TRUE(std::isnan(chart->up[1]));
    EXPECT_TRUE(std::isnan(chart->up[2]));
    EXPECT_THAT(chart->signal_up, ElementsAre(0, 0, 0));
}

TEST(RiskAdjustedCharts, RefuseWhatIsNoRiskAndNoOutcome) {
    using Kind = Problem::Kind;
    const double outcomes[] = {1, 0};
    const double risks[] = {0.2, 0.3};
    const double percent[] = {20, 30};
    const double negative[] = {0.2, -0.3};
    EXPECT_EQ(vlad({}, {}).error().kind, Kind::no_points);
    EXPECT_EQ(vlad(outcomes, {}).error().kind, Kind::lengths_differ);
    EXPECT_EQ(vlad(outcomes, percent).error().kind, Kind::numerator_above_denominator);
    EXPECT_EQ(expected_observed_cusum(outcomes, negative).error().kind, Kind::negative_count);
    EXPECT_EQ(risk_adjusted_cusum(negative, risks).error().index, 1U);
    for (const LikelihoodCusumOptions& wrong :
         {LikelihoodCusumOptions{.odds_ratio_up = 1}, LikelihoodCusumOptions{.odds_ratio_down = 1},
          LikelihoodCusumOptions{.odds_ratio_down = 0}, LikelihoodCusumOptions{.limit_up = -1},
          LikelihoodCusumOptions{.limit_down = kMissing}})
        EXPECT_EQ(risk_adjusted_cusum(outcomes, risks, wrong).error().kind,
                  Kind::options_out_of_range);
    for (const ExpectedObservedOptions& wrong :
         {ExpectedObservedOptions{.reference_up = -1}, ExpectedObservedOptions{.limit_up = 0}})
        EXPECT_EQ(expected_observed_cusum(outcomes, risks, wrong).error().kind,
                  Kind::options_out_of_range);
}

}  // namespace
}  // namespace primum::spc
