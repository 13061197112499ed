#include "spc/rebase.h"

#include <gtest/gtest.h>

#include <cmath>

#include "spc/random_series.h"

namespace primum::spc {
namespace {

constexpr RebaseOptions kShort{.shift_points = 3, .settled_points = 5};

std::vector<SuggestedRebase> suggestions(const std::vector<double>& values, double centre,
                                         const RebaseOptions& options = kShort) {
    const std::vector<double> centres(values.size(), centre);
    const auto result = suggest_rebases({.values = values, .centres = centres}, options);
    EXPECT_TRUE(result);
    return result.value_or(std::vector<SuggestedRebase>{});
}

// By hand: 9 11 lie about 10, then three above to the end; their mean is 13.
TEST(SuggestRebases, ProposesAShiftThatLasts) {
    const auto found = suggestions({9, 11, 9, 12, 13, 14}, 10);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].reason, RebaseReason::shift_lasts);
    EXPECT_EQ(found[0].begin, 3U);
    EXPECT_EQ(found[0].end, 6U);
    EXPECT_EQ(found[0].points, 3U);
    EXPECT_TRUE(found[0].above);
    EXPECT_EQ(found[0].old_centre, 10);
    EXPECT_EQ(found[0].new_centre, 13);
}

TEST(SuggestRebases, SaysNothingOfAShiftThatIsOver) {
    EXPECT_TRUE(suggestions({9, 11, 9, 12, 13, 14, 9}, 10).empty());
    EXPECT_TRUE(suggestions({9, 11, 9, 12, 13}, 10).empty());
}

// By hand: five above, mean 13; against 13 the rest (9, 8, 9) is a shift down that lasts.
TEST(SuggestRebases, ProposesALongShiftAlthoughItEnded) {
    const auto found = suggestions({9, 11, 9, 12, 13, 14, 12, 14, 9, 8, 9}, 10);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].reason, RebaseReason::shift_settled);
    EXPECT_EQ(found[0].begin, 3U);
    EXPECT_EQ(found[0].new_centre, 13);
    EXPECT_EQ(found[1].reason, RebaseReason::shift_lasts);
    EXPECT_EQ(found[1].begin, 8U);
    EXPECT_FALSE(found[1].above);
    EXPECT_EQ(found[1].old_centre, 13);
}

// A phase that is off its centre line from its first point is a change already made.
TEST(SuggestRebases, DoesNotProposeThePhaseItself) {
    EXPECT_TRUE(suggestions({12, 13, 14, 15}, 10).empty());
    EXPECT_TRUE(suggestions({kMissing, 12, 13, 14, 15}, 10).empty());
    // But what follows is still found.
    EXPECT_EQ(suggestions({12, 13, 14, 15, 8, 7, 6}, 10).size(), 1U);
}

TEST(SuggestRebases, PassesOverPointsOnTheLineMissingAndExcludedOnes) {
    const double values[] = {9, 12, 10, kMissing, 13, 1, 14};
    const double centres[] = {10, 10, 10, 10, 10, 10, 10};
    const std::uint8_t excluded[] = {0, 0, 0, 0, 0, 1, 0};
    const auto found =
        suggest_rebases({.values = values, .centres = centres, .excluded = excluded}, kShort);
    ASSERT_TRUE(found);
    ASSERT_EQ(found->size(), 1U);
    EXPECT_EQ((*found)[0].begin, 1U);
    EXPECT_EQ((*found)[0].points, 3U);
    EXPECT_DOUBLE_EQ((*found)[0].new_centre, (12 + 10 + 13 + 14) / 4.0);
}

// By hand: two points above at the end of one phase and two at the start of the next are no shift.
TEST(SuggestRebases, DoesNotReachAcrossPhases) {
    const double values[] = {9, 12, 13, 14, 15, 9};
    const double centres[] = {10, 10, 10, 10, 10, 10};
    const std::size_t begins[] = {0, 3};
    const auto found =
        suggest_rebases({.values = values, .centres = centres, .phase_begins = begins}, kShort);
    ASSERT_TRUE(found);
    EXPECT_TRUE(found->empty());
}

// By hand: (100 * 0.2 + 300 * 0.4 + 100 * 0.3) / 500 = 0.34.
TEST(SuggestRebases, WeighsProportionsByTheirDenominators) {
    const double values[] = {0.1, 0.2, 0.4, 0.3};
    const double centres[] = {0.15, 0.15, 0.15, 0.15};
    const double denominators[] = {100, 100, 300, 100};
    const auto found = suggest_rebases(
        {.values = values, .centres = centres, .denominators = denominators}, kShort);
    ASSERT_EQ(found->size(), 1U);
    EXPECT_DOUBLE_EQ((*found)[0].new_centre, 0.34);
}

TEST(SuggestRebases, SaysNothingWithoutACentreLine) {
    EXPECT_TRUE(suggestions({1, 2, 3, 4, 5}, kMissing).empty());
}

// A constant moves the centres, a mirror turns the shifts over; where they are stays.
TEST(SuggestRebases, FindsTheSameShiftsWhereverTheZeroIs) {
    RandomSeries random;
    SCOPED_TRACE(random.seed());
    for (int round = 0; round < 300; ++round) {
        const auto values = random.normals(60, 0, 1);
        auto moved = values;
        auto mirrored = values;
        for (double& x : moved)
            x += 64;
        for (double& x : mirrored)
            x = -x;
        const auto plain = suggestions(values, 0.1);
        const auto other = suggestions(moved, 64.1);
        const auto mirror = suggestions(mirrored, -0.1);
        ASSERT_EQ(plain.size(), other.size());
        ASSERT_EQ(plain.size(), mirror.size());
        for (std::size_t k = 0; k < plain.size(); ++k) {
            ASSERT_EQ(plain[k].begin, other[k].begin);
            ASSERT_NEAR(plain[k].new_centre, other[k].new_centre - 64, 1e-9);
            ASSERT_EQ(plain[k].begin, mirror[k].begin);
            ASSERT_NE(plain[k].above, mirror[k].above);
        }
    }
}

TEST(SuggestRebases, RefusesWhatDoesNotFitTogether) {
    using Kind = Problem::Kind;
    const double values[] = {1, 2};
    const double one[] = {1};
    const double negative[] = {1, -1};
    const double infinite[] = {1, INFINITY};
    const std::uint8_t flag[] = {0};
    const std::size_t late[] = {1};
    const std::size_t beyond[] = {0, 2};
    const auto kind = [](const DrawnSeries& series, const RebaseOptions& options = {}) {
        const auto result = suggest_rebases(series, options);
        return result ? Kind::none : result.error().kind;
    };
    EXPECT_EQ(kind({}), Kind::no_points);
    EXPECT_EQ(kind({.values = values, .centres = one}), Kind::lengths_differ);
    EXPECT_EQ(kind({.values = values, .centres = infinite}), Kind::too_large);
    EXPECT_EQ(kind({.values = values, .centres = values, .denominators = negative}),
              Kind::negative_denominator);
    EXPECT_EQ(kind({.values = values, .centres = values, .excluded = flag}), Kind::lengths_differ);
    EXPECT_EQ(kind({.values = values, .centres = values, .phase_begins = late}),
              Kind::phases_out_of_order);
    EXPECT_EQ(kind({.values = values, .centres = values, .phase_begins = beyond}),
              Kind::phases_out_of_order);
    EXPECT_EQ(kind({.values = values, .centres = values}, {.shift_points = 1}),
              Kind::options_out_of_range);
    EXPECT_EQ(kind({.values = values, .centres = values}, {.shift_points = 8, .settled_points = 7}),
              Kind::options_out_of_range);
}

}  // namespace
}  // namespace primum::spc
