#include "access/pace.h"

#include <gtest/gtest.h>

namespace primum::access {
namespace {

using std::chrono::seconds;

TEST(PaceTest, SoManyAtOnceAndThenOneEverySecond) {
    Pace pace(3, seconds(1));
    const Instant now{};
    for (int request = 0; request < 3; ++request)
        EXPECT_EQ(pace.wait("a", now), std::nullopt);
    EXPECT_EQ(pace.wait("a", now), seconds(1));
    EXPECT_EQ(pace.wait("b", now), std::nullopt);
    EXPECT_EQ(pace.wait("a", now + seconds(1)), std::nullopt);
    EXPECT_EQ(pace.wait("a", now + seconds(1)), seconds(1));
    for (int request = 0; request < 3; ++request)
        EXPECT_EQ(pace.wait("a", now + seconds(60)), std::nullopt) << "no more than a full bucket";
    EXPECT_EQ(pace.wait("a", now + seconds(60)), seconds(1));
}

}  // namespace
}  // namespace primum::access
