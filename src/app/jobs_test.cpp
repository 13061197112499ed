#include "app/jobs.h"

#include <gmock/gmock.h>

#include <atomic>
#include <latch>
#include <stdexcept>

namespace primum::app {
namespace {

using std::chrono::seconds;

TEST(Jobs, AreDoneAgainAndAgain) {
    std::latch thrice(3);
    std::atomic<int> left = 3;
    const Jobs jobs({{"count", seconds(0), [&] {
                          if (left-- > 0) thrice.count_down();
                      }}},
                    {});
    thrice.wait();
}

TEST(Jobs, GoOnWhenOneOfThemFails) {
    std::latch done(1);
    std::atomic<bool> complained = false;
    std::atomic<bool> once = true;
    const Jobs jobs({{"fails", seconds(0), [] { throw std::runtime_error("no disk"); }},
                     {"works", seconds(0), [&] {
                          if (complained && once.exchange(false)) done.count_down();
                      }}},
                    [&](const std::string& job, const char* what) {
                        if (job == "fails" && std::string(what) == "no disk") complained = true;
                    });
    done.wait();
}

TEST(Jobs, EndAtOnceWhileTheyWait) {
    const Jobs jobs({{"never", seconds(3600), [] { FAIL(); }}}, {});
}

}  // namespace
}  // namespace primum::app
