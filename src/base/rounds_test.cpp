#include "base/rounds.h"

#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <stdexcept>

namespace primum {
namespace {

using namespace std::chrono_literals;

void no_complaint(const std::string& why) {
    FAIL() << why;
}

TEST(Rounds, AreDoneAgainAndAgain) {
    std::latch three(3);
    std::atomic<int> done = 0;
    const Rounds rounds(
        1ms,
        [&] {
            if (++done <= 3) three.count_down();
        },
        no_complaint);
    three.wait();
}

TEST(Rounds, GoOnAfterOneThatFailed) {
    std::latch told(2);
    std::atomic<int> complaints = 0;
    const Rounds rounds(
        1ms, [] { throw std::runtime_error("the disk is away"); },
        [&](const std::string& why) {
            EXPECT_EQ(why, "the disk is away");
            if (++complaints <= 2) told.count_down();
        });
    told.wait();
}

TEST(Rounds, EndAtOnceAndOnceMoreWhereTheyAreToldTo) {
    std::atomic<int> done = 0;
    std::latch first(1);
    {
        const Rounds rounds(
            1h,
            [&] {
                if (++done == 1) first.count_down();
            },
            no_complaint, Rounds::AtEnd::once_more);
        first.wait();
    }
    EXPECT_EQ(done, 2);
}

}  // namespace
}  // namespace primum
