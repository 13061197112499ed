#include "app/progress.h"

#include <gtest/gtest.h>

namespace primum::app {
namespace {

// 80 of 160 in 2 seconds are 40 a second, and as long again remains.
TEST(Progress, SaysCountRateAndTimeLeft) {
    EXPECT_EQ(progress_line("Drawing", 80, 160, 2),
              "Drawing [###############               ] 80 of 160, 40 a second, 0:02 left");
    EXPECT_EQ(progress_line("Drawing", 1, 1000, 1),
              "Drawing [                              ] 1 of 1000, 1 a second, 16:39 left");
    EXPECT_EQ(progress_line("Drawing", 0, 10, 0),
              "Drawing [                              ] 0 of 10");
}

}  // namespace
}  // namespace primum::app
