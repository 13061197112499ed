#include "spc/uptake.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace primum::spc {
namespace {

// 100 (1 - (600 / 606)^12.5) = 100 (1 - 0.990099^12.5) = 11.696
TEST(UptakeForecast, ExpectsWhatTheRateOfThoseWhoWereWatchedMeans) {
    const auto forecast = uptake_forecast({.joined = 12, .exposure = 600, .waiting = 100}, 6, 0.9);
    EXPECT_NEAR(forecast.expected, 11.696, 0.001);
    EXPECT_LT(forecast.interval.lower, forecast.expected);
    EXPECT_GT(forecast.interval.upper, forecast.expected);
}

// With so much watched that the rate is known, what is left is the binomial: of 100 that each join
// with probability 1 - exp(-0.1) = 0.0952, tables give 5 and 15 for 5% and 95%.
TEST(UptakeForecast, HasTheIntervalOfABinomialWhereTheRateIsKnown) {
    const auto forecast = uptake_forecast({.joined = 1e7, .exposure = 1e8, .waiting = 100}, 1, 0.9);
    EXPECT_EQ(forecast.interval.lower, 5);
    EXPECT_EQ(forecast.interval.upper, 15);
}

TEST(UptakeForecast, SaysNothingOfWhatItCannotKnow) {
    for (const Uptake& wrong : {Uptake{-1, 10, 5}, Uptake{1, 0, 5}, Uptake{1, 10, -1},
                                Uptake{kMissing, 10, 5}, Uptake{1, 10, kMissing}}) {
        EXPECT_TRUE(std::isnan(uptake_forecast(wrong, 1, 0.9).expected));
        EXPECT_TRUE(std::isnan(uptake_forecast(wrong, 1, 0.9).interval.lower));
    }
    EXPECT_TRUE(std::isnan(uptake_forecast({1, 10, 5}, 0, 0.9).expected));
    EXPECT_TRUE(std::isnan(uptake_forecast({1, 10, 5}, 1, 1).expected));
}

TEST(UptakeForecast, OfNobodyWaitingIsNobody) {
    const auto forecast = uptake_forecast({.joined = 9, .exposure = 50, .waiting = 0}, 6, 0.9);
    EXPECT_EQ(forecast.expected, 0);
    EXPECT_EQ(forecast.interval.upper, 0);
}

TEST(UptakeForecast, StaysWithinThoseWhoWait) {
    const auto forecast = uptake_forecast({.joined = 90, .exposure = 10, .waiting = 3}, 60, 0.9);
    EXPECT_EQ(forecast.interval.upper, 3);
    EXPECT_NEAR(forecast.expected, 3, 0.001);
}

// The promise, tried on 600 groups of 140 that join at rates from quick to slow: at least 90% of
// what follows lies in the interval. It is of whole numbers, so somewhat more than 90% does.
TEST(UptakeForecast, HoldsWhatItPromisesOfGroupsThatJoinAtAConstantRate) {
    std::mt19937_64 chance(20090423);
    std::uniform_real_distribution<double> uniform(0, 1);
    constexpr double kWatched = 6;
    constexpr double kAhead = 6;
    int tried = 0;
    int held = 0;
    for (int group = 0; group < 600; ++group) {
        const double rate = 0.01 + 0.08 * uniform(chance);
        Uptake seen;
        int follow = 0;
        for (int i = 0; i < 140; ++i) {
            const double at = -std::log(1 - uniform(chance)) / rate;
            seen.exposure += std::min(at, kWatched);
            if (at < kWatched) ++seen.joined;
            if (at >= kWatched) ++seen.waiting;
            if (at >= kWatched && at < kWatched + kAhead) ++follow;
        }
        if (seen.joined < 5) continue;
        const auto interval = uptake_forecast(seen, kAhead, 0.9).interval;
        ++tried;
        if (follow >= interval.lower && follow <= interval.upper) ++held;
    }
    EXPECT_GT(tried, 570);
    EXPECT_GT(held, tried * 0.90);
    EXPECT_LT(held, tried * 0.96);
}

}  // namespace
}  // namespace primum::spc
