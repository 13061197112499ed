#include "spc/bernoulli_cusum.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "spc/random_series.h"

namespace primum::spc {
namespace {

using ::testing::ElementsAre;

// Odds 1/4 doubled are 1/2, a probability of 1/3.
TEST(RiskWithOdds, MultipliesTheOdds) {
    EXPECT_DOUBLE_EQ(risk_with_odds(0.2, 2), 1.0 / 3);
    EXPECT_DOUBLE_EQ(risk_with_odds(1.0 / 3, 0.5), 0.2);
    EXPECT_DOUBLE_EQ(risk_with_odds(0, 2), 0);
    EXPECT_DOUBLE_EQ(risk_with_odds(1, 2), 1);
}

TEST(BaselineRisk, IsTheShareOfEventsInTheBaseline) {
    const double outcomes[] = {0, 1, kMissing, 0, 1, 1};
    EXPECT_DOUBLE_EQ(*baseline_risk(outcomes, 4), 1.0 / 3);
    EXPECT_DOUBLE_EQ(*baseline_risk(outcomes, 0), 0.6);
    EXPECT_DOUBLE_EQ(*baseline_risk(outcomes, 100), 0.6);
}

// By hand, p0 = 0.2 and p1 = 1/3: an event weighs ln(5/3), none ln((2/3)/(4/5)) = ln(5/6).
TEST(BernoulliCusum, AddsLogLikelihoodRatios) {
    const double outcomes[] = {1, 0, 1};
    const auto chart = bernoulli_cusum(outcomes, 0.2);
    ASSERT_TRUE(chart);
    EXPECT_NEAR(chart->up[0], std::log(5.0 / 3), 1e-15);
    EXPECT_NEAR(chart->up[1], std::log(5.0 / 3) + std::log(5.0 / 6), 1e-15);
    EXPECT_NEAR(chart->down[0], 0, 0);
    // Downwards p1 = 1/9: none weighs ln((8/9)/(4/5)) = ln(10/9).
    EXPECT_NEAR(chart->down[1], -std::log(10.0 / 9), 1e-15);
}

// Golden case bchart-syn (qicharts2): 600 cases with these events, target 0.01. Its one signal, up,
// is at case 355; down, 0.0050125418235441935 is what a case without the event weighs.
TEST(BernoulliCusum, SignalsWhereQicharts2Does) {
    std::vector<double> outcomes(600, 0);
    for (const int event : {18, 104, 121, 139, 293, 306, 324, 331, 341, 355, 411, 458, 530, 547})
        outcomes[static_cast<std::size_t>(event - 1)] = 1;
    const auto chart = bernoulli_cusum(outcomes, 0.01);
    ASSERT_TRUE(chart);
    EXPECT_EQ(std::ranges::count(chart->signal_up, 1), 1);
    EXPECT_EQ(chart->signal_up[354], 1);
    EXPECT_GE(chart->up[354], 3.5);
    EXPECT_EQ(chart->up[355], 0);  // begun again
    EXPECT_EQ(std::ranges::count(chart->signal_down, 1), 0);
    EXPECT_NEAR(chart->down[0], -0.0050125418235441935, 1e-16);
}

TEST(BernoulliCusum, ReachingItsLimitIsASignal) {
    const double outcomes[] = {1, 1};
    const double one_event = bernoulli_cusum(outcomes, 0.2)->up[0];
    const auto chart = bernoulli_cusum(outcomes, 0.2, {.limit_up = one_event});
    EXPECT_THAT(chart->signal_up, ElementsAre(1, 1));
}

TEST(BernoulliCusum, RefusesARiskThatIsNone) {
    const double outcomes[] = {0, 1};
    const double impossible[] = {0, 2};
    for (const double risk : {0.0, 1.0, -0.1, kMissing})
        EXPECT_EQ(bernoulli_cusum(outcomes, risk).error().kind,
                  Problem::Kind::options_out_of_range);
    EXPECT_EQ(bernoulli_cusum(impossible, 0.1).error().kind,
              Problem::Kind::numerator_above_denominator);
    EXPECT_EQ(bernoulli_cusum({}, 0.1).error().kind, Problem::Kind::no_points);
    EXPECT_EQ(baseline_risk({}, 3).error().kind, Problem::Kind::no_points);
}

}  // namespace
}  // namespace primum::spc
