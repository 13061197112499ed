#include "spc/avoided.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <random>

namespace primum::spc {
namespace {

// Months 0 to 11 are the baseline year, 12 the first of what is claimed.
AvoidedOptions one_year_before(int last) {
    return {.baseline_first = 0, .baseline_last = 11, .first = 12, .last = last};
}

/// Twelve months of `events` in `exposure`, then what is given.
CountedUnit after_a_year(double events, double exposure, const CountedUnit& after) {
    CountedUnit unit;
    for (int month = 0; month < 12; ++month)
        unit.push_back({.number = month, .events = events, .exposure = exposure});
    unit.insert(unit.end(), after.begin(), after.end());
    return unit;
}

// The worked example: 2.4% in the same month of the year before, now 210 deaths of 10,000.
// Expected 240, saved 30; exact Poisson of 210 is 182.6 to 240.4, so saved is -0.4 to 57.4.
TEST(Avoided, AgreesWithTheWorkedExample) {
    const CountedUnit unit =
        after_a_year(240, 10'000, {{.number = 12, .events = 210, .exposure = 10'000}});
    const auto found = avoided({&unit, 1}, one_year_before(12));
    ASSERT_TRUE(found);
    EXPECT_DOUBLE_EQ(found->raw.expected, 240);
    EXPECT_DOUBLE_EQ(found->raw.saved, 30);
    EXPECT_NEAR(240 - found->raw.of_observed.upper, 182.6, 0.05);
    EXPECT_NEAR(240 - found->raw.of_observed.lower, 240.4, 0.05);
    EXPECT_NEAR(found->raw.of_observed.lower, -0.4, 0.05);
    EXPECT_NEAR(found->raw.of_observed.upper, 57.4, 0.05);
    // One month's baseline is no more certain than one month's deaths: 240 is 210.6 to 272.4
    // (Garwood), so by hand 30 - hypot(29.4, 30.4) and 30 + hypot(32.4, 27.4).
    EXPECT_NEAR(found->raw.both.lower, -12.3, 0.1);
    EXPECT_NEAR(found->raw.both.upper, 72.4, 0.1);
    EXPECT_FALSE(found->raw.is_clear_of_zero());
}

// By hand: two units, two months. Unit one expects 10 × 200/100 + 20 × 100/100 = 40, unit two 6.
TEST(Avoided, HoldsEachMonthAgainstTheSameMonthOfTheYearBefore) {
    CountedUnit one = after_a_year(5, 100,
                                   {{.number = 12, .events = 15, .exposure = 200},
                                    {.number = 13, .events = 12, .exposure = 100}});
    one[0].events = 10;
    one[1].events = 20;
    const std::vector<CountedUnit> units = {
        one, after_a_year(3, 50, {{.number = 13, .events = 9, .exposure = 100}})};
    const auto found = avoided(units, one_year_before(13));
    ASSERT_TRUE(found);
    EXPECT_DOUBLE_EQ(found->raw.expected, 46);
    EXPECT_DOUBLE_EQ(found->raw.observed, 36);
    EXPECT_EQ(found->periods, 3);
    EXPECT_DOUBLE_EQ(found->exposure, 400);
    ASSERT_EQ(found->so_far.size(), 2U);
    EXPECT_DOUBLE_EQ(found->so_far[0].expected, 20);
    EXPECT_DOUBLE_EQ(found->so_far[1].expected, 46);
    EXPECT_DOUBLE_EQ(found->so_far[1].observed, 36);
    EXPECT_LT(found->so_far[1].unchanged.lower, 46);
}

// By hand: 12 a month at a model's 10; the patients of the thirteenth month are a model's 20, so
// 24 are expected where discharges alone expect 12.
TEST(Avoided, ExpectsMoreOfPatientsWhoAreMoreIll) {
    CountedUnit unit =
        after_a_year(12, 100, {{.number = 12, .events = 15, .exposure = 100, .risk = 20}});
    for (int month = 0; month < 12; ++month)
        unit[static_cast<std::size_t>(month)].risk = 10;
    const auto found = avoided({&unit, 1}, one_year_before(12));
    ASSERT_TRUE(found && found->case_mix);
    EXPECT_DOUBLE_EQ(found->raw.saved, -3);
    EXPECT_DOUBLE_EQ(found->case_mix->expected, 24);
    EXPECT_DOUBLE_EQ(found->case_mix->saved, 9);
    unit[0].risk = kMissing;
    EXPECT_FALSE(avoided({&unit, 1}, one_year_before(12))->case_mix);
}

// Rates that halved from one year to the next go on halving: the third year, like for like, is
// half of the second, so what is raw 50% fewer is nothing net of the trend.
TEST(Avoided, OfWhatWasFallingAlreadyIsNothingNetOfTheTrend) {
    CountedUnit unit;
    for (int month = 0; month < 36; ++month)
        unit.push_back({.number = month,
                        .events = 1024 * std::pow(0.5, month / 12.0) * (month % 12 < 3 ? 1.5 : 1),
                        .exposure = 1000});
    const AvoidedOptions options{.baseline_first = 0, .baseline_last = 23, .first = 24, .last = 35};
    const auto found = avoided({&unit, 1}, options);
    ASSERT_TRUE(found && found->net_of_trend);
    EXPECT_TRUE(found->trend->has_seasons);
    EXPECT_NEAR(found->trend->per_period, std::log(0.5) / 12, 1e-9);
    EXPECT_NEAR(found->raw.saved, found->raw.observed, 1e-6);
    EXPECT_NEAR(found->net_of_trend->saved, 0, 1e-6);
    EXPECT_NEAR(found->so_far.back().expected_with_trend, found->raw.observed, 1e-6);
}

TEST(Avoided, RefusesWhatCannotCarryAClaim) {
    const auto refused = [](const CountedUnit& unit, AvoidedOptions options = one_year_before(12)) {
        const auto found = avoided({&unit, 1}, options);
        return found ? NotCounted::no : found.error();
    };
    const CountedUnit good = after_a_year(5, 100, {{.number = 12, .events = 3, .exposure = 100}});
    EXPECT_EQ(refused(good), NotCounted::no);

    CountedUnit unit = good;
    unit.erase(unit.begin());
    EXPECT_EQ(refused(unit), NotCounted::baseline_too_short);
    unit = good;
    unit[4].events = kMissing;
    EXPECT_EQ(refused(unit), NotCounted::baseline_too_short);
    EXPECT_EQ(refused(after_a_year(0, 100, {{.number = 12, .events = 3, .exposure = 100}})),
              NotCounted::baseline_without_events);
    unit = good;
    unit[2].exposure = 0;
    EXPECT_EQ(refused(unit), NotCounted::exposure_missing);
    unit = good;
    unit.back().exposure = kMissing;
    EXPECT_EQ(refused(unit), NotCounted::exposure_missing);
    unit = good;
    unit.back().events = -1;
    EXPECT_EQ(refused(unit), NotCounted::impossible_number);
    unit.back().number = 11;
    EXPECT_EQ(refused(unit), NotCounted::impossible_number);
    EXPECT_EQ(refused(good, one_year_before(11)), NotCounted::options_out_of_range);
    EXPECT_EQ(refused(good, {.baseline_first = 1, .baseline_last = 11, .first = 12, .last = 12}),
              NotCounted::baseline_too_short);
    EXPECT_EQ(refused(good, {.baseline_first = 0, .baseline_last = 11, .first = 13, .last = 14}),
              NotCounted::nothing_to_compare);
    EXPECT_FALSE(avoided({}, one_year_before(12)));
}

TEST(Avoided, LeavesAUnitOutAndSaysWhy) {
    const CountedUnit after = {{.number = 12, .events = 3, .exposure = 100}};
    std::vector<CountedUnit> units = {after, after_a_year(5, 100, after)};
    const auto found = avoided(units, one_year_before(12));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->units[0], NotCounted::baseline_too_short);
    EXPECT_EQ(found->units[1], NotCounted::no);
    EXPECT_DOUBLE_EQ(found->raw.expected, 5);
}

/// How often the interval holds the truth, in a country of 20 hospitals whose rates differ, follow
/// the year and change by `beta` a month; care improves by a fifth when the campaign begins.
struct Coverage {
    int tried = 0;
    int raw = 0;
    int net_of_trend = 0;
};

Coverage try_countries(double beta, int countries) {
    constexpr int kHospitals = 20;
    constexpr int kBaseline = 36;
    constexpr int kMonths = 54;
    constexpr double kCare = 0.8;
    std::mt19937_64 chance(20041214);
    Coverage coverage;
    for (int country = 0; country < countries; ++country) {
        std::vector<CountedUnit> units;
        double raw_truth = 0;
        double net_truth = 0;
        for (int hospital = 0; hospital < kHospitals; ++hospital) {
            const double level = 0.01 + 0.001 * hospital;
            const double size = 200 + 40 * hospital;
            const auto rate = [&](int month) {
                return level * (1 + 0.2 * std::cos(month * std::numbers::pi / 6)) *
                       std::exp(beta * month);
            };
            CountedUnit unit;
            for (int month = 0; month < kMonths; ++month) {
                const bool after = month >= kBaseline;
                const double exposure = size * (1 + 0.1 * (month % 3));
                const double mean = exposure * rate(month) * (after ? kCare : 1);
                std::poisson_distribution<int> draw(mean);
                unit.push_back({.number = month,
                                .events = static_cast<double>(draw(chance)),
                                .exposure = exposure});
                if (!after) continue;
                const int same = kBaseline - 12 + month % 12;
                raw_truth += exposure * rate(same) - mean;
                net_truth += exposure * rate(month) - mean;
            }
            units.push_back(unit);
        }
        const auto found = avoided(units, {.baseline_first = 0,
                                           .baseline_last = kBaseline - 1,
                                           .first = kBaseline,
                                           .last = kMonths - 1});
        if (!found || !found->net_of_trend) continue;
        ++coverage.tried;
        const auto holds = [](const Interval& interval, double truth) {
            return truth >= interval.lower && truth <= interval.upper;
        };
        coverage.raw += holds(found->raw.both, raw_truth);
        coverage.net_of_trend += holds(found->net_of_trend->both, net_truth);
    }
    return coverage;
}

// The promise of 95%, tried on 300 countries: within four standard errors of it (1.3% each).
TEST(Avoided, HasIntervalsThatHoldTheTruthAsOftenAsTheySay) {
    for (const double beta : {0.0, -0.01}) {
        const auto coverage = try_countries(beta, 300);
        ASSERT_EQ(coverage.tried, 300);
        EXPECT_NEAR(coverage.raw, 285, 15) << beta;
        EXPECT_NEAR(coverage.net_of_trend, 285, 15) << beta;
    }
}

}  // namespace
}  // namespace primum::spc
