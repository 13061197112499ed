#include "spc/absorption.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace primum::spc {
namespace {

// Tossing a coin until three heads in a row takes 2 + 4 + 8 = 14 tosses; 12 after one head, 8 after
// two.
TEST(MeanStepsToLeave, CountsTossesUntilThreeHeads) {
    std::array<double, 9> moves{0.5, 0.5, 0,  //
                                0.5, 0,   0.5, 0.5, 0, 0};
    std::array<double, 3> leaves{0, 0, 0.5};
    const auto steps = mean_steps_to_leave(moves, leaves);
    EXPECT_NEAR(steps[0], 14, 1e-12);
    EXPECT_NEAR(steps[1], 12, 1e-12);
    EXPECT_NEAR(steps[2], 8, 1e-12);
}

// With chance e of a step on and 1 - e of falling back, three in a row take 1/e + 1/e² + 1/e³.
TEST(MeanStepsToLeave, StaysPreciseWhenLeavingIsRare) {
    const double e = 1e-6;
    std::array<double, 9> moves{1 - e, e, 0,  //
                                1 - e, 0, e, 1 - e, 0, 0};
    std::array<double, 3> leaves{0, 0, e};
    const double expected = 1 / e + 1 / (e * e) + 1 / (e * e * e);
    EXPECT_NEAR(mean_steps_to_leave(moves, leaves)[0] / expected, 1, 1e-14);
}

TEST(MeanStepsToLeave, IsInfiniteWhereThereIsNoWayOut) {
    std::array<double, 1> moves{1};
    std::array<double, 1> leaves{0};
    EXPECT_TRUE(std::isinf(mean_steps_to_leave(moves, leaves)[0]));
}

}  // namespace
}  // namespace primum::spc
