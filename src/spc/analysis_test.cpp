#include "spc/analysis.h"

#include <gtest/gtest.h>

#include <cmath>

namespace primum::spc {
namespace {

Series measurements(std::span<const double> values) {
    Series series;
    series.values = values;
    return series;
}

// By hand: moving ranges 2 1 4 2, mean 2.25, so the limits reach 2.66 * 2.25 = 5.985.
TEST(Analysis, DrawsIndividualsLimitsAroundTheMean) {
    const double months[] = {10, 12, 11, 15, 13};
    const Analysis analysis = analyse(measurements(months), {.screening = Screening::off});
    ASSERT_FALSE(analysis.problem);
    EXPECT_NEAR(analysis.limits_at(0).centre, 12.2, 1e-12);
    EXPECT_NEAR(analysis.limits_at(4).lower, 12.2 - 5.985, 1e-12);
    EXPECT_NEAR(analysis.limits_at(4).upper, 12.2 + 5.985, 1e-12);
    EXPECT_EQ(analysis.variation, Variation::common);
}

TEST(Analysis, FlagsSevenPointsOnOneSide) {
    const double months[] = {10, 9, 11, 10.5, 9.5, 10, 9, 14, 15, 14, 16, 14.5, 15, 14.2};
    const Analysis analysis = analyse(measurements(months), {.better = Better::higher});
    EXPECT_TRUE(analysis.signals[13].high.has(Rule::shift));
    EXPECT_TRUE(analysis.signals[7].high.has(Rule::shift));
    EXPECT_TRUE(analysis.signals[6].low.has(Rule::shift));
    EXPECT_EQ(analysis.readings[13], Reading::improvement);
    EXPECT_EQ(analysis.variation, Variation::improvement_high);
}

}  // namespace
}  // namespace primum::spc
