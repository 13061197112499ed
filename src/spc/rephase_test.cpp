#include "spc/rephase.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "spc/random_series.h"

namespace primum::spc {
namespace {

struct Expected {
    std::size_t begin;
    std::size_t end;
    double median;
};

void expect_phases(const std::vector<MedianPhase>& got, std::span<const Expected> expected) {
    ASSERT_EQ(got.size(), expected.size());
    for (std::size_t i = 0; i < got.size(); ++i) {
        EXPECT_EQ(got[i].begin, expected[i].begin);
        EXPECT_EQ(got[i].end, expected[i].end);
        EXPECT_NEAR(got[i].median, expected[i].median, 1e-12);
    }
}

// Golden cases runcharter-syn-*: 48 months from January 2018.
constexpr double kFalling[] = {
    48.9, 48.9, 44.8, 51.1, 45.8, 49.4, 52.1, 51.5, 54.1, 49,   46.2, 45.7, 51.5, 55.9, 46.2, 37.3,
    43.1, 44.4, 43.8, 39.3, 42.4, 41.1, 40.3, 44.9, 42.6, 44.5, 43.6, 34.4, 34.7, 38.5, 39.7, 32,
    36.8, 32,   40.8, 33.7, 41.5, 36.5, 38.8, 44.8, 46.5, 42.5, 49.9, 48.5, 51.5, 48.1, 49.3, 45.7};

TEST(SuggestMedians, AgreesWithRuncharterOnBothSides) {
    const Expected expected[] = {{0, 13, 49}, {14, 23, 42.4}, {27, 36, 34.7}, {36, 45, 44.8}};
    expect_phases(*suggest_medians(kFalling), expected);
}

TEST(SuggestMedians, AgreesWithRuncharterBelow) {
    const Expected expected[] = {{0, 13, 49}, {14, 23, 42.4}, {27, 36, 34.7}};
    expect_phases(*suggest_medians(kFalling, {.side = RunSide::below}), expected);
}

TEST(SuggestMedians, AgreesWithRuncharterAbove) {
    const Expected expected[] = {{0, 13, 49}};
    expect_phases(*suggest_medians(kFalling, {.side = RunSide::above}), expected);
}

// By hand: the median of 1 2 3 is 2; 2 and the missing point are passed over, so 5 6 7 are the run.
TEST(SuggestMedians, PassesOverPointsOnTheMedianAndMissingOnes) {
    const double values[] = {1, 2, 3, 5, 2, 6, kMissing, 7, 1};
    const Expected expected[] = {{0, 3, 2}, {3, 8, 6}};
    expect_phases(*suggest_medians(values, {.baseline_points = 3, .run_points = 3}), expected);
}

// By hand: 5 6 is broken by 1.
TEST(SuggestMedians, AnotherSideEndsARun) {
    const double values[] = {1, 2, 3, 5, 6, 1, 5, 6, 1};
    EXPECT_EQ(suggest_medians(values, {.baseline_points = 3, .run_points = 3})->size(), 1U);
}

TEST(SuggestMedians, SaysNothingOfSeriesShorterThanTheirBaseline) {
    const double values[] = {1, 2};
    EXPECT_TRUE(suggest_medians(values)->empty());
}

TEST(SuggestMedians, OfAnEmptyBaselineFindsNothing) {
    const double values[] = {kMissing, kMissing, 3, 4, 5};
    const auto phases = suggest_medians(values, {.baseline_points = 2, .run_points = 2});
    ASSERT_EQ(phases->size(), 1U);
    EXPECT_TRUE(std::isnan(phases->front().median));
}

// Each suggested run lies on one side of the median before it, and is as long as was asked.
TEST(SuggestMedians, FindsOnlyRunsThatAreRuns) {
    RandomSeries random;
    SCOPED_TRACE(random.seed());
    for (int round = 0; round < 500; ++round) {
        std::vector<double> values(80);
        for (double& value : values)
            value = std::round(random.normal(5, 2));
        const RephaseOptions options{.baseline_points = 8, .run_points = 4};
        const auto phases = suggest_medians(values, options);
        ASSERT_TRUE(phases);
        for (std::size_t k = 1; k < phases->size(); ++k) {
            const MedianPhase& phase = (*phases)[k];
            const double before = (*phases)[k - 1].median;
            ASSERT_GE(phase.begin, (*phases)[k - 1].end);
            const auto run = std::span(values).subspan(phase.begin, phase.end - phase.begin);
            const auto above = std::ranges::count_if(run, [&](double x) { return x > before; });
            const auto below = std::ranges::count_if(run, [&](double x) { return x < before; });
            ASSERT_EQ(above + below, 4);
            ASSERT_EQ(std::min(above, below), 0);
            ASSERT_NE(run.front(), before);
            ASSERT_NE(run.back(), before);
        }
    }
}

TEST(SuggestMedians, RefusesOptionsOutOfRange) {
    const double values[] = {1, 2};
    const double infinite[] = {INFINITY};
    using Kind = Problem::Kind;
    EXPECT_EQ(suggest_medians({}).error().kind, Kind::no_points);
    EXPECT_EQ(suggest_medians(infinite).error().kind, Kind::too_large);
    EXPECT_EQ(suggest_medians(values, {.baseline_points = 0}).error().kind,
              Kind::options_out_of_range);
    EXPECT_EQ(suggest_medians(values, {.run_points = 1}).error().kind, Kind::options_out_of_range);
}

}  // namespace
}  // namespace primum::spc
