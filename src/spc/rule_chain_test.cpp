#include "spc/rule_chain.h"

#include <gtest/gtest.h>

#include <vector>

namespace primum::spc {
namespace {

constexpr Limits kLines{
    .centre = 0, .lower = -3, .upper = 3, .lower2 = -2, .upper2 = 2, .lower1 = -1, .upper1 = 1};

std::vector<Zone> zones_at(const Rules& rules, const std::vector<double>& values) {
    std::vector<Zone> zones;
    for (const double value : values)
        zones.push_back(zone_of(value, kLines, rules));
    return zones;
}

/// Whether these points, in this order, bring a signal with the last of them and not before.
bool signals_last(const Rules& rules, const std::vector<double>& values,
                  Watch watch = Watch::either) {
    const RuleChain chain = RuleChain::of(rules, watch, zones_at(rules, values)).value();
    std::int32_t state = RuleChain::kStart;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Step step = i == 0 || values[i] == values[i - 1] ? Step::level
                          : values[i] > values[i - 1]          ? Step::up
                                                               : Step::down;
        state = chain.next(static_cast<std::size_t>(state), i, step);
        if (state == RuleChain::kSignal) return i + 1 == values.size();
    }
    return false;
}

TEST(ZoneOf, ComparesStrictly) {
    const Rules rules = nelson_rules();
    EXPECT_EQ(zone_of(3, kLines, rules).outside, 0);
    EXPECT_EQ(zone_of(3.01, kLines, rules).outside, 1);
    EXPECT_EQ(zone_of(-2, kLines, rules).near, 0);
    EXPECT_EQ(zone_of(-2.01, kLines, rules).near, -1);
    EXPECT_EQ(zone_of(1, kLines, rules).off_one, 0);
    EXPECT_EQ(zone_of(0, kLines, rules).side, 0);
}

TEST(ZoneOf, LeavesOutWhatNoRuleAsksAbout) {
    EXPECT_EQ(zone_of(-5, kLines, no_rules()), Zone{});
    Rules outside = no_rules();
    outside.outside_sigmas = 3;
    EXPECT_EQ(zone_of(2.5, kLines, outside), zone_of(-0.5, kLines, outside));
}

TEST(RuleChain, FollowsEachRuleByHand) {
    const Rules mdc = mdc_rules();
    EXPECT_TRUE(signals_last(mdc, {0.5, -3.5}));
    EXPECT_TRUE(signals_last(mdc, {2.5, 0.5, 2.6}));
    EXPECT_TRUE(signals_last(mdc, {2.5, 2.6, 0.5}));
    EXPECT_FALSE(signals_last(mdc, {2.5, -0.5, 2.6}));  // the third on the other side
    EXPECT_TRUE(signals_last(mdc, {0.1, 0.3, 0.2, 0.4, 0.1, 0.2, 0.1}));
    EXPECT_FALSE(signals_last(mdc, {0.1, 0.3, 0, 0.4, 0.1, 0.2, 0.1}));
    EXPECT_TRUE(signals_last(mdc, {-0.5, -0.4, -0.3, 0.1, 0.2, 0.3, 0.4}));
    EXPECT_FALSE(signals_last(mdc, {-0.5, -0.4, -0.3, 0.1, 0.1, 0.3, 0.4}));

    const Rules western_electric = western_electric_rules();
    EXPECT_TRUE(signals_last(western_electric, {2.5, -0.5, 2.6}));
    EXPECT_TRUE(signals_last(western_electric, {1.5, 1.5, -0.5, 1.5, 1.5}));
    EXPECT_FALSE(signals_last(western_electric, {1.5, 1.5, 0.5, 1.5, -0.5}));

    const Rules nelson = nelson_rules();
    EXPECT_TRUE(signals_last(nelson, {1.5, -1.5, 1.6, 1.5, -1.5, -1.6, 1.5, -1.5}));
    EXPECT_TRUE(
        signals_last(nelson, {.1, -.1, .1, -.1, .1, -.1, .1, -.1, .1, -.1, .1, -.1, .1, -.1}));
}

TEST(RuleChain, PassesOverTiesWhenTold) {
    Rules rules = mdc_rules();
    rules.shift_ties = Ties::are_skipped;
    rules.trend_ties = Ties::are_skipped;
    EXPECT_TRUE(signals_last(rules, {0.1, 0.3, 0, 0.4, 0.1, 0.2, 0.1, 0.2}));
    EXPECT_TRUE(signals_last(rules, {-0.5, -0.4, -0.3, 0.1, 0.1, 0.3, 0.4, 0.5}));
}

TEST(RuleChain, SeesOnlyTheSideThatIsWatched) {
    EXPECT_TRUE(signals_last(mdc_rules(), {3.5}, Watch::high));
    EXPECT_FALSE(signals_last(mdc_rules(), {3.5}, Watch::low));
    // Falling above the centre: a shift upwards, and a trend downwards.
    const std::vector<double> falling{0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1};
    EXPECT_TRUE(signals_last(mdc_rules(), falling, Watch::high));
    EXPECT_TRUE(signals_last(mdc_rules(), falling, Watch::low));
    Rules shift = no_rules();
    shift.shift_points = 7;
    EXPECT_FALSE(signals_last(shift, falling, Watch::low));
}

// A run of 0 to 7 on either side, or on the one that is watched.
TEST(RuleChain, KeepsNoMoreStatesThanItNeeds) {
    Rules shift = no_rules();
    shift.shift_points = 8;
    const std::vector<double> both{-0.5, 0.5};
    EXPECT_EQ(RuleChain::of(shift, Watch::either, zones_at(shift, both))->states(), 15);
    EXPECT_EQ(RuleChain::of(shift, Watch::high, zones_at(shift, both))->states(), 8);
    EXPECT_EQ(RuleChain::of(no_rules(), Watch::either, zones_at(no_rules(), both))->states(), 1);
}

TEST(RuleChain, IsRefusedWhereRulesAreNotFinite) {
    EXPECT_FALSE(RuleChain::of(anhoej_rules(), Watch::either, std::vector<Zone>{{}}));
}

}  // namespace
}  // namespace primum::spc
