#include "spc/poisson_trend.h"

#include <gtest/gtest.h>

#include <cmath>

namespace primum::spc {
namespace {

CountedUnit months(const std::vector<double>& events, double exposure = 100) {
    CountedUnit unit;
    for (const double one : events)
        unit.push_back(
            {.number = static_cast<int>(unit.size()), .events = one, .exposure = exposure});
    return unit;
}

// By hand: 2, 4, 8 double each month; the score at ln 2 is 0, and the information is the variance
// of the month under shares 1/7, 2/7, 4/7, times 14: 14 × (18/7 - (10/7)²) × 1 = 14 × 26/49.
TEST(PoissonTrend, FindsADoublingAndHowSureItIs) {
    const CountedUnit unit = months({2, 4, 8});
    const auto trend = poisson_trend({&unit, 1}, 12);
    ASSERT_TRUE(trend);
    EXPECT_NEAR(trend->per_period, std::log(2.0), 1e-9);
    EXPECT_NEAR(trend->standard_error, std::sqrt(49.0 / (14 * 26)), 1e-9);
    EXPECT_FALSE(trend->has_seasons);
    EXPECT_NEAR(trend->dispersion, 0, 1e-9);
}

// A unit's own level takes no part: the same shape at a tenth of the size says the same.
TEST(PoissonTrend, IsCommonToUnitsOfAllSizes) {
    const std::vector<CountedUnit> units = {months({40, 20, 10}), months({8, 4, 2}, 1000),
                                            months({0, 0, 0})};
    const auto trend = poisson_trend(units, 12);
    ASSERT_TRUE(trend);
    EXPECT_NEAR(trend->per_period, std::log(0.5), 1e-9);
}

// The influence is what a small change does: a thousandth of an event more, fitted again.
TEST(PoissonTrend, SaysWhatOneEventMoreWouldChange) {
    std::vector<CountedUnit> units = {months({5, 9, 4, 7, 6, 3, 8, 2, 5, 6}),
                                      months({15, 11, 14, 17, 12, 13, 9, 11, 10, 12})};
    const auto before = poisson_trend(units, 4);
    ASSERT_TRUE(before && before->has_seasons);
    for (std::size_t i = 0; i < 10; ++i) {
        auto moved = units;
        moved[1][i].events += 1e-3;
        const auto after = poisson_trend(moved, 4);
        ASSERT_NEAR((after->per_period - before->per_period) / 1e-3, before->influence[1][i], 1e-5);
    }
}

TEST(PoissonTrend, SaysNothingWhereNothingCanBeFitted) {
    for (const auto& events : {std::vector<double>{1, 2}, {0, 0, 0, 0}, {0, 0, 0, 7}, {}}) {
        const CountedUnit unit = months(events);
        EXPECT_FALSE(poisson_trend({&unit, 1}, 12));
    }
    EXPECT_FALSE(poisson_trend({}, 12));
}

}  // namespace
}  // namespace primum::spc
