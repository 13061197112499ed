#include "spc/process.h"

#include <gtest/gtest.h>

#include <cmath>

namespace primum::spc {
namespace {

// By hand: mean 12.2; moving ranges 2 1 4 2, mean 2.25, over 1.128 is 1.99468.
TEST(Process, OfIndividualsHasTheirMeanAndMovingRange) {
    const double values[] = {10, 12, 11, 15, 13};
    const auto process = process_of(values);
    ASSERT_TRUE(process);
    EXPECT_DOUBLE_EQ(process->centre, 12.2);
    EXPECT_DOUBLE_EQ(process->sigma, 2.25 / 1.128);
}

// By hand: the first three are 10, 12, 11; ranges 2 and 1.
TEST(Process, IsSetByItsBaselineOnly) {
    const double values[] = {10, 12, 11, 15, 13};
    const auto process = process_of(values, 3);
    ASSERT_TRUE(process);
    EXPECT_DOUBLE_EQ(process->centre, 11);
    EXPECT_DOUBLE_EQ(process->sigma, 1.5 / 1.128);
}

// By hand: only 12 to 11 and 15 to 13 are neighbours that are both there: ranges 1 and 2.
TEST(Process, LeavesOutRangesThatTouchAMissingPoint) {
    const double values[] = {12, 11, kMissing, 15, 13};
    const auto process = process_of(values);
    ASSERT_TRUE(process);
    EXPECT_DOUBLE_EQ(process->centre, 12.75);
    EXPECT_DOUBLE_EQ(process->sigma, 1.5 / 1.128);
}

TEST(Process, OfTooFewPointsHasNoSigma) {
    const double one[] = {7};
    const double none[] = {kMissing, kMissing};
    EXPECT_DOUBLE_EQ(process_of(one)->centre, 7);
    EXPECT_TRUE(std::isnan(process_of(one)->sigma));
    EXPECT_TRUE(std::isnan(process_of(none)->centre));
}

// By hand: centre (2*10 + 3*12 + 5*11) / 10 = 11.1;
// sigma the mean of 1/1.128, 2/1.693 and 4/2.326.
TEST(Process, OfSubgroupsWeighsMeansBySizeAndAveragesCorrectedRanges) {
    const double means[] = {10, 12, 11};
    const double sizes[] = {2, 3, 5};
    const double ranges[] = {1, 2, 4};
    const auto process = process_of_subgroups({means, sizes, ranges});
    ASSERT_TRUE(process);
    EXPECT_DOUBLE_EQ(process->centre, 11.1);
    EXPECT_NEAR(process->sigma, (1 / 1.128 + 2 / 1.693 + 4 / 2.326) / 3, 1e-12);
}

TEST(Process, PassesOverEmptyAndSingleSubgroups) {
    const double means[] = {10, kMissing, 14};
    const double sizes[] = {4, 0, 1};
    const double ranges[] = {2.059, kMissing, kMissing};
    const auto process = process_of_subgroups({means, sizes, ranges});
    ASSERT_TRUE(process);
    EXPECT_DOUBLE_EQ(process->centre, (4 * 10 + 14) / 5.0);
    EXPECT_NEAR(process->sigma, 1, 1e-12);  // 2.059 is d2 of four
}

TEST(Process, RefusesWhatIsNoSeries) {
    const double values[] = {1, 2};
    const double infinite[] = {1, INFINITY};
    const double negative[] = {1, -2};
    using Kind = Problem::Kind;
    EXPECT_EQ(process_of({}).error().kind, Kind::no_points);
    EXPECT_EQ(process_of(infinite).error().kind, Kind::too_large);
    EXPECT_EQ(process_of(infinite).error().index, 1U);
    EXPECT_EQ(process_of_subgroups({values, {}, values}).error().kind, Kind::lengths_differ);
    EXPECT_EQ(process_of_subgroups({values, negative, values}).error().kind,
              Kind::negative_denominator);
    EXPECT_EQ(process_of_subgroups({values, values, {}}).error().kind, Kind::spreads_needed);
    EXPECT_EQ(process_of_subgroups({values, values, values}, SubgroupSigma::pooled).error().kind,
              Kind::options_out_of_range);
}

}  // namespace
}  // namespace primum::spc
