#include "spc/pareto.h"

#include <gtest/gtest.h>

#include <cmath>

#include "spc/random_series.h"

namespace primum::spc {
namespace {

// By hand: 5 + 3 + 1 + 1 = 10.
TEST(Pareto, PutsTheMostFrequentFirstAndAddsUp) {
    const double counts[] = {1, 5, 1, 3};
    const auto bars = pareto(counts);
    ASSERT_TRUE(bars);
    const std::size_t order[] = {1, 3, 0, 2};  // the two ones keep their order
    const double cumulative[] = {5, 8, 9, 10};
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ((*bars)[i].category, order[i]);
        EXPECT_EQ((*bars)[i].count, counts[order[i]]);
        EXPECT_EQ((*bars)[i].cumulative_count, cumulative[i]);
        EXPECT_DOUBLE_EQ((*bars)[i].share, counts[order[i]] / 10);
        EXPECT_DOUBLE_EQ((*bars)[i].cumulative_share, cumulative[i] / 10);
    }
}

TEST(Pareto, PutsMissingCountsLastAndLeavesThemMissing) {
    const double counts[] = {kMissing, 0, 4};
    const auto bars = pareto(counts);
    ASSERT_TRUE(bars);
    EXPECT_EQ((*bars)[0].category, 2U);
    EXPECT_DOUBLE_EQ((*bars)[1].cumulative_share, 1);
    EXPECT_EQ((*bars)[2].category, 0U);
    EXPECT_TRUE(std::isnan((*bars)[2].cumulative_count));
    EXPECT_TRUE(std::isnan((*bars)[2].share));
}

TEST(Pareto, HasNoSharesOfNothing) {
    const double counts[] = {0, 0};
    const auto bars = pareto(counts);
    ASSERT_TRUE(bars);
    EXPECT_EQ((*bars)[1].cumulative_count, 0);
    EXPECT_TRUE(std::isnan((*bars)[0].share));
}

TEST(Pareto, FallsAndEndsAtOneWhateverTheCounts) {
    RandomSeries random;
    SCOPED_TRACE(random.seed());
    for (int round = 0; round < 200; ++round) {
        std::vector<double> counts(random.whole(1, 30));
        for (double& count : counts)
            count = static_cast<double>(random.whole(0, 6));
        counts[0] += 1;
        const auto bars = pareto(counts);
        ASSERT_TRUE(bars);
        ASSERT_NEAR(bars->back().cumulative_share, 1, 1e-12);
        for (std::size_t i = 1; i < bars->size(); ++i) {
            ASSERT_LE((*bars)[i].count, (*bars)[i - 1].count);
            if ((*bars)[i].count == (*bars)[i - 1].count) {
                ASSERT_GT((*bars)[i].category, (*bars)[i - 1].category);
            }
        }
    }
}

TEST(Pareto, RefusesCountsBelowZero) {
    const double negative[] = {1, -1};
    const double infinite[] = {INFINITY};
    EXPECT_EQ(pareto({}).error().kind, Problem::Kind::no_points);
    EXPECT_EQ(pareto(negative).error().kind, Problem::Kind::negative_count);
    EXPECT_EQ(pareto(negative).error().index, 1U);
    EXPECT_EQ(pareto(infinite).error().kind, Problem::Kind::too_large);
}

}  // namespace
}  // namespace primum::spc
