#include <gtest/gtest.h>

#include "spc/analysis.h"

namespace primum::spc {
namespace {

const std::vector<std::uint8_t> kThirdExcluded = {0, 0, 1, 0, 0};

double upper_limit(const std::vector<double>& values) {
    Options options;
    options.screening = Screening::off;
    return analyse({.values = values, .excluded = kThirdExcluded}, options).limits.front().upper;
}

// By hand: without the third point the values are 10 12 15 13, the ranges 2 3 2, their mean 7/3,
// and 2.66 of those above the mean 12.5 is 18.7067.
TEST(AnExcludedPoint, IsBridgedByTheMovingRange) {
    EXPECT_DOUBLE_EQ(upper_limit({10, 12, 40, 15, 13}), 12.5 + 2.66 * 7 / 3);
}

// It is left out, so that it does not matter whether it has a value: qicharts2 0.8.1 takes the
// differences of the points that are left.
TEST(AnExcludedPoint, IsBridgedWhenItIsMissingToo) {
    EXPECT_DOUBLE_EQ(upper_limit({10, 12, kMissing, 15, 13}), 12.5 + 2.66 * 7 / 3);
}

}  // namespace
}  // namespace primum::spc
