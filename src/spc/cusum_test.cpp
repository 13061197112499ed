#include "spc/cusum.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "spc/random_series.h"

namespace primum::spc {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;

void expect_near(const std::vector<double>& got, std::span<const double> expected,
                 double tolerance = 1e-12) {
    ASSERT_EQ(got.size(), expected.size());
    for (std::size_t i = 0; i < got.size(); ++i)
        EXPECT_NEAR(got[i], expected[i], tolerance) << "at " << i;
}

// By hand, z = 1, 2, -1, 3 and k = 0.5: up 0.5, 0.5+1.5, 2-1.5, 0.5+2.5; down only at the third.
TEST(Cusum, AddsUpWhatIsBeyondTheReference) {
    const double values[] = {11, 12, 9, 13};
    const auto chart = cusum(values, {}, {.centre = 10, .sigma = 1}, {.decision = 2.5});
    ASSERT_TRUE(chart);
    EXPECT_THAT(chart->up, ElementsAre(0.5, 2, 0.5, 3));
    EXPECT_THAT(chart->down, ElementsAre(0, 0, -0.5, 0));
    EXPECT_THAT(chart->signal_up, ElementsAre(0, 0, 0, 1));
    EXPECT_THAT(chart->signal_down, Each(0));
}

// By hand, z = 2 (11 is one sigma off, and a mean of four is twice as sure) and -3.
TEST(Cusum, MeasuresSubgroupMeansByTheirSizes) {
    const double means[] = {11, 9};
    const double sizes[] = {4, 9};
    const auto chart = cusum(means, sizes, {.centre = 10, .sigma = 1});
    ASSERT_TRUE(chart);
    EXPECT_THAT(chart->up, ElementsAre(1.5, 0));
    EXPECT_THAT(chart->down, ElementsAre(0, -2.5));
}

TEST(Cusum, OnItsLimitIsNoSignal) {
    const double values[] = {13};
    const auto chart = cusum(values, {}, {.centre = 10, .sigma = 1}, {.decision = 2.5});
    EXPECT_THAT(chart->up, ElementsAre(2.5));
    EXPECT_THAT(chart->signal_up, ElementsAre(0));
}

// By hand: 3 - 0.5 each; the second reaches 5 > 4, so the third begins from 0.
TEST(Cusum, BeginsAgainAfterASignalWhenAsked) {
    const double values[] = {3, 3, 3};
    const auto chart =
        cusum(values, {}, {.centre = 0, .sigma = 1}, {.decision = 4, .restart = true});
    EXPECT_THAT(chart->up, ElementsAre(2.5, 5, 2.5));
    EXPECT_THAT(chart->signal_up, ElementsAre(0, 1, 0));
}

TEST(Cusum, PassesOverMissingPoints) {
    const double values[] = {1, kMissing, 1};
    const double sizes[] = {1, 1, 0};
    const auto without_value = cusum(values, {}, {.centre = 0, .sigma = 1});
    EXPECT_TRUE(std::isnan(without_value->up[1]));
    EXPECT_DOUBLE_EQ(without_value->up[2], 1);
    EXPECT_EQ(without_value->signal_up[1], 0);
    const auto without_size = cusum(values, sizes, {.centre = 0, .sigma = 1});
    EXPECT_TRUE(std::isnan(without_size->down[2]));
}

// Golden case cusum-syn-fir (qcc 2.7, head start 2.5), its first six points.
TEST(Cusum, BeginsFromItsHeadStartAsQccDoes) {
    const double values[] = {10.79, 10.52, 11.75, 8.73, 12.2, 10.43};
    const double up[] = {2.4217049033149163, 2.082598756906076, 2.9316318370165733,
                         0.8634450276243082, 2.147163190607733, 1.7211200276243073};
    const double down[] = {-1.5782950966850837, -0.917401243093924, 0, -1.068186809392265, 0, 0};
    const Process process{.centre = 10.3534375, .sigma = 1.0352322123083961};
    const auto chart = cusum(values, {}, process, {.head_start = 2.5});
    ASSERT_TRUE(chart);
    expect_near(chart->up, up);
    expect_near(chart->down, down);
}

// Golden case cusum-syn: centre and sigma from the series itself.
TEST(Cusum, OfAnEstimatedProcessAgreesWithQcc) {
    const double values[] = {10.79, 10.52, 11.75, 8.73,  12.2,  10.43, 8.43,  9.07,
                             10.06, 10,    7.72,  10.76, 9.45,  10.17, 10.56, 11.51,
                             10.66, 11.12, 9.22,  9.57,  11.59, 11.24, 10.17, 9.94,
                             10.97, 11.95, 11.53, 10.08, 10.49, 10.47, 9.37,  10.79};
    const auto chart = cusum(values, {}, *process_of(values));
    ASSERT_TRUE(chart);
    EXPECT_NEAR(chart->up[4], 1.283718162983425, 1e-12);
    EXPECT_NEAR(chart->up[26], 1.7743257596685078, 1e-12);
    EXPECT_NEAR(chart->down[10], -3.766408080110499, 1e-12);
    EXPECT_NEAR(chart->down[30], -0.44996802486187937, 1e-12);
    EXPECT_THAT(chart->signal_down, Each(0));
}

// Golden case cusumcharter-syn, its first twelve points: target 50, sigma 5.
TEST(ControlCusum, KeepsTheUnitsOfTheDataAndCountsPoints) {
    const double values[] = {46, 51, 55, 56.4, 54.5, 52.5, 53, 42.1, 55, 60.9, 44, 47.1};
    const double total[] = {-4, -3, 2, 8.4, 12.9, 15.4, 18.4, 10.5, 15.5, 26.4, 20.4, 17.5};
    const double up[] = {0, 0, 2.5, 6.4, 8.4, 8.4, 8.9, 0, 2.5, 10.9, 2.4, 0};
    const double down[] = {-1.5, 0, 0, 0, 0, 0, 0, -5.4, 0, 0, -3.5, -3.9};
    const auto chart = control_cusum(values, {.centre = 50, .sigma = 5});
    ASSERT_TRUE(chart);
    expect_near(chart->total, total);
    expect_near(chart->cusum.up, up);
    expect_near(chart->cusum.down, down);
    EXPECT_THAT(chart->points_up, ElementsAre(0, 0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 0));
    EXPECT_THAT(chart->points_down, ElementsAre(1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 2));
    EXPECT_DOUBLE_EQ(chart->limit, 20);
}

// By hand: 60 is 10 above, less the slack of 2.5, twice is 15 > 12.
TEST(ControlCusum, SignalsBeyondItsLimitInDataUnits) {
    const double values[] = {60, kMissing, 60};
    const auto chart =
        control_cusum(values, {.centre = 50, .sigma = 5}, {.reference = 0.5, .decision = 2.4});
    EXPECT_THAT(chart->cusum.signal_up, ElementsAre(0, 0, 1));
    EXPECT_TRUE(std::isnan(chart->total[1]));
    EXPECT_DOUBLE_EQ(chart->points_up[2], 2);
}

// The two forms are one chart in different units.
TEST(Cusum, InSigmasIsTheControlCusumDividedBySigma) {
    RandomSeries random;
    SCOPED_TRACE(random.seed());
    for (int round = 0; round < 200; ++round) {
        const auto values = random.normals(random.whole(1, 80), 20, 4);
        const Process process{.centre = random.uniform(18, 22), .sigma = random.uniform(0.5, 6)};
        const CusumOptions options{.reference = random.uniform(0, 1),
                                   .decision = 4,
                                   .head_start = random.uniform(0, 3),
                                   .restart = round % 2 == 0};
        const auto in_sigmas = cusum(values, {}, process, options);
        const auto in_units = control_cusum(values, process, options);
        ASSERT_TRUE(in_sigmas && in_units);
        for (std::size_t i = 0; i < values.size(); ++i)
            ASSERT_NEAR(in_units->cusum.up[i], in_sigmas->up[i] * process.sigma, 1e-9);
    }
}

// A constant moves nothing, a positive factor cancels, and a mirror swaps the two sums.
TEST(Cusum, DoesNotDependOnOriginAndScale) {
    RandomSeries random;
    SCOPED_TRACE(random.seed());
    for (int round = 0; round < 200; ++round) {
        const auto values = random.normals(50, 0, 1);
        const double shift = random.uniform(-100, 100);
        const double factor = random.uniform(0.1, 10);
        auto moved = values;
        auto mirrored = values;
        for (double& x : moved)
            x = factor * x + shift;
        for (double& x : mirrored)
            x = -x;
        const auto plain = cusum(values, {}, {.centre = 0.2, .sigma = 0.9}, {.decision = 3});
        const auto other = cusum(moved, {}, {.centre = factor * 0.2 + shift, .sigma = factor * 0.9},
                                 {.decision = 3});
        const auto mirror = cusum(mirrored, {}, {.centre = -0.2, .sigma = 0.9}, {.decision = 3});
        for (std::size_t i = 0; i < values.size(); ++i) {
            ASSERT_NEAR(plain->up[i], other->up[i], 1e-9);
            ASSERT_EQ(plain->up[i], -mirror->down[i]);
            ASSERT_EQ(plain->signal_up[i], mirror->signal_down[i]);
        }
    }
}

TEST(Cusum, RefusesWhatHasNoYardstick) {
    using Kind = Problem::Kind;
    const double values[] = {1, 2};
    const double sizes[] = {1};
    const double negative[] = {1, -1};
    const double infinite[] = {1, -INFINITY};
    const double far[] = {1, 1e90};
    const Process fine{.centre = 1, .sigma = 1};
    EXPECT_EQ(cusum({}, {}, fine).error().kind, Kind::no_points);
    EXPECT_EQ(cusum(values, sizes, fine).error().kind, Kind::lengths_differ);
    EXPECT_EQ(cusum(values, negative, fine).error().kind, Kind::negative_denominator);
    EXPECT_EQ(cusum(infinite, {}, fine).error().kind, Kind::too_large);
    EXPECT_EQ(cusum(far, {}, {.centre = 0, .sigma = 1e-20}).error().index, 1U);
    for (const Process& none : {Process{1, 0}, Process{1, kMissing}, Process{kMissing, 1}})
        EXPECT_EQ(cusum(values, {}, none).error().kind, Kind::options_out_of_range);
    for (const CusumOptions& wrong :
         {CusumOptions{.reference = -1}, CusumOptions{.decision = kMissing},
          CusumOptions{.head_start = INFINITY}}) {
        EXPECT_EQ(cusum(values, {}, fine, wrong).error().kind, Kind::options_out_of_range);
        EXPECT_EQ(control_cusum(values, fine, wrong).error().kind, Kind::options_out_of_range);
    }
}

}  // namespace
}  // namespace primum::spc
