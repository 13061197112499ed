#include "spc/ewma.h"

#include <gmock/gmock.h>

#include <cmath>

#include "spc/random_series.h"

namespace primum::spc {
namespace {

using ::testing::ElementsAre;

// By hand, lambda 0.5 from 10: 11, 10.5, 11.25. sigma² 0.25, then 0.25 + 0.25 * 0.25 = 0.3125.
TEST(Ewma, ForgetsByAFactorAndWidensTowardsItsSteadyState) {
    const double values[] = {12, 10, 12};
    const auto chart = ewma(values, {}, {.centre = 10, .sigma = 1}, {.lambda = 0.5, .sigmas = 2});
    ASSERT_TRUE(chart);
    EXPECT_THAT(chart->average, ElementsAre(11, 10.5, 11.25));
    EXPECT_DOUBLE_EQ(chart->sigma[0], 0.5);
    EXPECT_DOUBLE_EQ(chart->sigma[1], std::sqrt(0.3125));
    EXPECT_DOUBLE_EQ(chart->upper[0], 11);
    EXPECT_DOUBLE_EQ(chart->lower[1], 10 - 2 * std::sqrt(0.3125));
    EXPECT_THAT(chart->signal, ElementsAre(0, 0, 1));  // 11 lies on its limit; 11.25 > 11.146
}

// With lambda 1 nothing is remembered: a Shewhart chart.
TEST(Ewma, WithoutMemoryIsAShewhartChart) {
    const double values[] = {12, 7, 14};
    const double sizes[] = {1, 4, 16};
    const auto chart = ewma(values, sizes, {.centre = 10, .sigma = 2}, {.lambda = 1});
    EXPECT_THAT(chart->average, ElementsAre(12, 7, 14));
    EXPECT_THAT(chart->upper, ElementsAre(16, 13, 11.5));
    EXPECT_THAT(chart->signal, ElementsAre(0, 0, 1));
}

// Golden case ewma-syn (qcc 2.7).
TEST(Ewma, OfAnEstimatedProcessAgreesWithQcc) {
    const double values[] = {10.79, 10.52, 11.75, 8.73,  12.2,  10.43, 8.43,  9.07,
                             10.06, 10,    7.72,  10.76, 9.45,  10.17, 10.56, 11.51,
                             10.66, 11.12, 9.22,  9.57,  11.59, 11.24, 10.17, 9.94,
                             10.97, 11.95, 11.53, 10.08, 10.49, 10.47, 9.37,  10.79};
    const auto chart = ewma(values, {}, *process_of(values));
    ASSERT_TRUE(chart);
    EXPECT_DOUBLE_EQ(chart->centre, 10.3534375);
    EXPECT_NEAR(chart->average[0], 10.44075, 1e-12);
    EXPECT_NEAR(chart->average[31], 10.481327301460528, 1e-12);
    EXPECT_NEAR(chart->lower[0], 9.732298172614962, 1e-12);
    EXPECT_NEAR(chart->lower[31], 9.318205612604551, 1e-12);
    EXPECT_NEAR(chart->upper[5], 11.352466366543231, 1e-12);
    EXPECT_NEAR(chart->sigma[10], 0.3438019360113524, 1e-12);
}

// Golden case ewma-syn-varn (qcc 2.7), its first four subgroups: qcc spreads the size of the
// current subgroup over all before it.
TEST(Ewma, CanTakeAllSubgroupsForAlikeAsQccDoes) {
    const double means[] = {99.31428571428572, 97.83333333333333, 96.14, 102.675};
    const double sizes[] = {7, 3, 5, 4};
    const Process process{.centre = 99.49357798165137, .sigma = 8.814807772445107};
    const auto chart =
        ewma(means, sizes, process, {.lambda = 0.25, .spread = EwmaSpread::as_if_all_alike});
    ASSERT_TRUE(chart);
    const double average[] = {99.44875491480997, 99.0448995194408, 98.31867463958059,
                              99.40775597968545};
    const double lower[] = {96.99481485085897, 94.72242331889264, 95.44090405167398,
                            94.75280570508484};
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_NEAR(chart->average[i], average[i], 1e-11);
        EXPECT_NEAR(chart->lower[i], lower[i], 1e-11);
    }
}

// By hand, lambda 0.5: 0.25/4 = 0.0625; then 0.25/1 + 0.25 * 0.0625 = 0.265625.
TEST(Ewma, GivesEverySubgroupItsOwnSize) {
    const double means[] = {10, 10};
    const double sizes[] = {4, 1};
    const auto chart = ewma(means, sizes, {.centre = 10, .sigma = 1}, {.lambda = 0.5});
    EXPECT_DOUBLE_EQ(chart->sigma[0], 0.25);
    EXPECT_DOUBLE_EQ(chart->sigma[1], std::sqrt(0.265625));
}

// Sum of weights over all past points, written out: the slow, obvious version.
TEST(Ewma, AgreesWithTheWeightedSumOfAllPastPoints) {
    RandomSeries random;
    SCOPED_TRACE(random.seed());
    for (int round = 0; round < 100; ++round) {
        const auto values = random.normals(40, 5, 2);
        std::vector<double> sizes(values.size());
        for (double& size : sizes)
            size = static_cast<double>(random.whole(1, 9));
        const double lambda = random.uniform(0.05, 1);
        const auto chart = ewma(values, sizes, {.centre = 5, .sigma = 2}, {.lambda = lambda});
        ASSERT_TRUE(chart);
        for (std::size_t i = 0; i < values.size(); ++i) {
            double average = 5 * std::pow(1 - lambda, i + 1);
            double variance = 0;
            for (std::size_t j = 0; j <= i; ++j) {
                const double weight = lambda * std::pow(1 - lambda, i - j);
                average += weight * values[j];
                variance += weight * weight * 4 / sizes[j];
            }
            ASSERT_NEAR(chart->average[i], average, 1e-9);
            ASSERT_NEAR(chart->sigma[i], std::sqrt(variance), 1e-9);
        }
    }
}

// For equal sizes the two ways to reckon the spread are one.
TEST(Ewma, OfEqualSubgroupsHasTheTextbookLimits) {
    const double values[] = {1, 2, 3, 4, 5};
    const double sizes[] = {3, 3, 3, 3, 3};
    const Process process{.centre = 3, .sigma = 1.3};
    const auto exact = ewma(values, sizes, process);
    const auto alike = ewma(values, sizes, process, {.spread = EwmaSpread::as_if_all_alike});
    for (std::size_t i = 0; i < 5; ++i)
        EXPECT_NEAR(exact->upper[i], alike->upper[i], 1e-12);
}

TEST(Ewma, PassesOverMissingPoints) {
    const double values[] = {12, kMissing, 10};
    const double complete[] = {12, 10};
    const auto chart = ewma(values, {}, {.centre = 10, .sigma = 1});
    const auto expected = ewma(complete, {}, {.centre = 10, .sigma = 1});
    EXPECT_TRUE(std::isnan(chart->average[1]));
    EXPECT_TRUE(std::isnan(chart->upper[1]));
    EXPECT_DOUBLE_EQ(chart->average[2], expected->average[1]);
    EXPECT_DOUBLE_EQ(chart->sigma[2], expected->sigma[1]);
}

TEST(Ewma, OfAConstantProcessHasItsLimitsOnTheCentreLine) {
    const double values[] = {5, 5};
    const auto chart = ewma(values, {}, *process_of(values));
    ASSERT_TRUE(chart);
    EXPECT_THAT(chart->upper, ElementsAre(5, 5));
    EXPECT_THAT(chart->signal, ElementsAre(0, 0));
}

TEST(Ewma, RefusesOptionsOutOfRange) {
    using Kind = Problem::Kind;
    const double values[] = {1, 2};
    const double one_size[] = {1};
    const Process fine{.centre = 1, .sigma = 1};
    EXPECT_EQ(ewma({}, {}, fine).error().kind, Kind::no_points);
    EXPECT_EQ(ewma(values, one_size, fine).error().kind, Kind::lengths_differ);
    EXPECT_EQ(ewma(values, {}, {.centre = 1, .sigma = -1}).error().kind,
              Kind::options_out_of_range);
    EXPECT_EQ(ewma(values, {}, {}).error().kind, Kind::options_out_of_range);
    for (const EwmaOptions& wrong : {EwmaOptions{.lambda = 0}, EwmaOptions{.lambda = 1.1},
                                     EwmaOptions{.sigmas = -1}, EwmaOptions{.lambda = kMissing}})
        EXPECT_EQ(ewma(values, {}, fine, wrong).error().kind, Kind::options_out_of_range);
}

}  // namespace
}  // namespace primum::spc
