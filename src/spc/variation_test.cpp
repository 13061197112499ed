#include "spc/variation.h"

#include <gtest/gtest.h>

namespace primum::spc {
namespace {

const Limits kLimits{.centre = 10, .lower = 5, .upper = 15};

Assurance assured(Better better, double target, OnLimit on_limit = OnLimit::inconsistent) {
    return assurance_of(kLimits, target, {.better = better, .on_limit = on_limit});
}

// The table of Making Data Count: target above, between and below the limits.
TEST(Assurance, FollowsMakingDataCount) {
    EXPECT_EQ(assured(Better::higher, 16), Assurance::fail);
    EXPECT_EQ(assured(Better::higher, 10), Assurance::inconsistent);
    EXPECT_EQ(assured(Better::higher, 4), Assurance::pass);
    EXPECT_EQ(assured(Better::lower, 16), Assurance::pass);
    EXPECT_EQ(assured(Better::lower, 10), Assurance::inconsistent);
    EXPECT_EQ(assured(Better::lower, 4), Assurance::fail);
    EXPECT_EQ(assured(Better::neutral, 4), Assurance::none);
}

TEST(Assurance, OnALimitIsAChoice) {
    EXPECT_EQ(assured(Better::higher, 15), Assurance::inconsistent);
    EXPECT_EQ(assured(Better::higher, 15, OnLimit::decided), Assurance::fail);
    EXPECT_EQ(assured(Better::lower, 15, OnLimit::decided), Assurance::pass);
}

// Two peers call a series without a target, and one without limits, inconsistent.
TEST(Assurance, IsSilentWithoutATargetOrLimits) {
    EXPECT_EQ(assured(Better::higher, kMissing), Assurance::none);
    EXPECT_EQ(assurance_of({.centre = 10}, 10, {.better = Better::higher}), Assurance::none);
}

// Always 100 % with a target of 100 %.
TEST(Assurance, PassesAProcessThatAlwaysMeetsItsTargetExactly) {
    const Limits flat{.centre = 100, .lower = 100, .upper = 100};
    EXPECT_EQ(assurance_of(flat, 100, {.better = Better::higher}), Assurance::pass);
}

PointSignals found(Rule high, Rule low) {
    PointSignals signals;
    signals.high.add(high);
    signals.low.add(low);
    return signals;
}

TEST(Side, GoesToTheRuleThatComesFirst) {
    const PointSignals point = found(Rule::shift, Rule::outside_limits);
    EXPECT_EQ(side_of({&point, 1}, 0, {.better = Better::higher}), Side::low);
}

TEST(Side, MayPreferImprovementOrConcern) {
    const PointSignals point = found(Rule::shift, Rule::outside_limits);
    EXPECT_EQ(
        side_of({&point, 1}, 0, {.better = Better::higher, .conflict = Conflict::improvement}),
        Side::high);
    EXPECT_EQ(side_of({&point, 1}, 0, {.better = Better::lower, .conflict = Conflict::concern}),
              Side::high);
}

// A peak shared by a rise and a fall belongs to the fall, which comes later.
TEST(Side, OfAPeakIsThatOfTheLaterTrend) {
    std::vector<PointSignals> points(3);
    points[0].high.add(Rule::trend);
    points[1] = found(Rule::trend, Rule::trend);
    points[2].low.add(Rule::trend);
    EXPECT_EQ(side_of(points, 1, {}), Side::low);
}

}  // namespace
}  // namespace primum::spc
