// What must hold whatever the numbers are. Values are whole and shifts are powers of two, so that
// rounding cannot put a point on the other side of a line.

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <random>

#include "spc/analysis.h"

namespace primum::spc {
namespace {

constexpr int kSeries = 2000;

std::vector<double> random_values(std::mt19937_64& random) {
    std::uniform_int_distribution<std::size_t> length(2, 80);
    std::normal_distribution<double> month(0, 1000);
    std::vector<double> values(length(random));
    double level = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i % 17 == 16) level += 2000;
        values[i] = std::round(month(random) + level);
    }
    return values;
}

Analysis analysis_of(const std::vector<double>& values, Options options) {
    Series series;
    series.values = values;
    options.rules = nelson_rules();
    return analyse(series, options);
}

/// Whether a point is so near a line that rounding may decide.
bool hangs_on_rounding(const Analysis& analysis) {
    for (std::size_t i = 0; i < analysis.values.size(); ++i) {
        const Limits& at = analysis.limits_at(i);
        for (const double line :
             {at.centre, at.lower, at.upper, at.lower2, at.upper2, at.lower1, at.upper1}) {
            if (std::fabs(analysis.values[i] - line) < 1e-6) return true;
        }
    }
    return false;
}

template <class Check>
void for_random_series(Check check) {
    const char* const chosen = std::getenv("PRIMUM_SEED");
    const std::uint64_t seed = chosen ? std::strtoull(chosen, nullptr, 10) : std::random_device{}();
    std::printf("PRIMUM_SEED=%llu\n", static_cast<unsigned long long>(seed));
    std::mt19937_64 random(seed);
    for (int k = 0; k < kSeries; ++k) {
        SCOPED_TRACE(k);
        const std::vector<double> values = random_values(random);
        const Analysis analysis = analysis_of(values, {.better = Better::higher});
        if (!hangs_on_rounding(analysis)) check(values, analysis);
    }
}

TEST(Invariants, AConstantAddedMovesTheLinesAndNotTheSignals) {
    for_random_series([](std::vector<double> values, const Analysis& before) {
        for (double& value : values)
            value += 4096;
        const Analysis after = analysis_of(values, {.better = Better::higher});
        ASSERT_NEAR(after.limits_at(0).upper, before.limits_at(0).upper + 4096, 1e-6);
        ASSERT_NEAR(after.limits_at(0).centre, before.limits_at(0).centre + 4096, 1e-6);
        ASSERT_EQ(after.signals, before.signals);
        ASSERT_EQ(after.variation, before.variation);
    });
}

TEST(Invariants, APositiveFactorScalesTheLinesAndKeepsTheSignals) {
    for_random_series([](std::vector<double> values, const Analysis& before) {
        for (double& value : values)
            value *= 0.25;
        const Analysis after = analysis_of(values, {.better = Better::higher});
        ASSERT_DOUBLE_EQ(after.limits_at(0).upper, before.limits_at(0).upper / 4);
        ASSERT_DOUBLE_EQ(after.limits_at(0).lower1, before.limits_at(0).lower1 / 4);
        ASSERT_EQ(after.signals, before.signals);
    });
}

TEST(Invariants, MultiplyingTheChartIsMultiplyingTheValues) {
    for_random_series([](const std::vector<double>& values, const Analysis& before) {
        const Analysis after = analysis_of(values, {.better = Better::higher, .multiply = 8});
        ASSERT_DOUBLE_EQ(after.limits_at(0).lower, before.limits_at(0).lower * 8);
        ASSERT_DOUBLE_EQ(after.values[1], before.values[1] * 8);
        ASSERT_EQ(after.signals, before.signals);
    });
}

TEST(Invariants, AMirroredSeriesSwapsImprovementAndConcern) {
    for_random_series([](std::vector<double> values, const Analysis& before) {
        for (double& value : values)
            value = -value;
        const Analysis after = analysis_of(values, {.better = Better::higher});
        ASSERT_NEAR(after.limits_at(0).upper, -before.limits_at(0).lower, 1e-9);
        for (std::size_t i = 0; i < values.size(); ++i) {
            ASSERT_EQ(after.signals[i].high, before.signals[i].low);
            ASSERT_EQ(after.readings[i] == Reading::improvement,
                      before.readings[i] == Reading::concern);
        }
    });
}

TEST(Invariants, TheOtherDirectionSwapsImprovementAndConcern) {
    for_random_series([](const std::vector<double>& values, const Analysis& before) {
        const Analysis after = analysis_of(values, {.better = Better::lower});
        ASSERT_EQ(after.signals, before.signals);
        for (std::size_t i = 0; i < values.size(); ++i)
            ASSERT_EQ(after.readings[i] == Reading::improvement,
                      before.readings[i] == Reading::concern);
    });
}

TEST(Invariants, AMissingPointAtTheEndChangesNothing) {
    for_random_series([](std::vector<double> values, const Analysis& before) {
        values.push_back(kMissing);
        Analysis after = analysis_of(values, {.better = Better::higher});
        ASSERT_DOUBLE_EQ(after.limits_at(0).upper, before.limits_at(0).upper);
        ASSERT_EQ(after.variation, before.variation);
        after.signals.pop_back();
        ASSERT_EQ(after.signals, before.signals);
    });
}

TEST(Invariants, AnAnalysisUsedAgainSaysTheSameAsANewOne) {
    Analysis used;
    for_random_series([&](const std::vector<double>& values, const Analysis& fresh) {
        Series series;
        series.values = values;
        analyse(series, {.better = Better::higher, .rules = nelson_rules()}, used);
        ASSERT_EQ(used.signals, fresh.signals);
        ASSERT_EQ(used.readings, fresh.readings);
        ASSERT_DOUBLE_EQ(used.limits_at(0).lower, fresh.limits_at(0).lower);
    });
}

}  // namespace
}  // namespace primum::spc
