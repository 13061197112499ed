#include <gtest/gtest.h>

#include <numeric>

#include "spc/analysis.h"

namespace primum::spc {
namespace {

// By hand the first six add up to 588.6, so that their mean, and that of all seven, is 98.1, the
// last value. Added from left to right in binary they come to one digit more in the last place.
TEST(TheMean, IsNotMovedByRounding) {
    const std::vector<double> values = {96.3, 96.7, 100.4, 97.6, 96.8, 100.8, 98.1};
    EXPECT_NE(std::accumulate(values.begin(), values.end(), 0.0) / 7, 98.1);
    EXPECT_EQ(analyse({.values = values}, {}).phases.front().centre, 98.1);
}

}  // namespace
}  // namespace primum::spc
