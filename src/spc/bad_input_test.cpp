// Whatever comes in, a defined answer goes out: a problem with the first point concerned, or lines
// that are numbers or honestly missing.

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "spc/analysis.h"

namespace primum::spc {
namespace {

using Kind = Problem::Kind;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

struct Input {
    std::vector<double> values;
    std::vector<double> denominators;
    Options options;
    std::vector<Phase> phases;
    std::vector<std::uint8_t> excluded;
    std::vector<double> spreads;

    Analysis analysis() const {
        Series series;
        series.values = values;
        series.denominators = denominators;
        series.phases = phases;
        series.excluded = excluded;
        series.spreads = spreads;
        return analyse(series, options);
    }
};

struct Refusal {
    const char* what;
    Input input;
    Kind kind;
    std::size_t index;
};

TEST(BadInput, IsRefusedWithTheFirstPointConcerned) {
    const Refusal refusals[] = {
        {"empty", {}, Kind::no_points, 0},
        {"lengths", {{1, 2, 3}, {1, 2}, {.chart = Chart::u}}, Kind::lengths_differ, 0},
        {"no denominators", {{1, 2}, {}, {.chart = Chart::p}}, Kind::denominators_needed, 0},
        {"no spreads", {{1, 2}, {3, 3}, {.chart = Chart::x_bar}}, Kind::spreads_needed, 0},
        {"infinite", {{1, 2, kInfinity}}, Kind::too_large, 2},
        {"minus infinite", {{-kInfinity, 2, 1}}, Kind::too_large, 0},
        {"1e308", {{1, 1e308}}, Kind::too_large, 1},
        {"1e308 and a gap", {{kMissing, 1e308}}, Kind::too_large, 1},
        {"a ratio too large", {{1, 1e60}, {1, 1e-60}, {.chart = Chart::u}}, Kind::too_large, 1},
        {"infinite denominator", {{1, 1}, {1, kInfinity}, {.chart = Chart::u}}, Kind::too_large, 1},
        {"negative count", {{3, -1}, {}, {.chart = Chart::c}}, Kind::negative_count, 1},
        {"negative exposure",
         {{3, 1}, {-5, 5}, {.chart = Chart::u}},
         Kind::negative_denominator,
         0},
        {"3 of 2", {{1, 3}, {2, 2}, {.chart = Chart::p}}, Kind::numerator_above_denominator, 1},
        {"3 of 2, np",
         {{1, 3}, {2, 2}, {.chart = Chart::np}},
         Kind::numerator_above_denominator,
         1},
        {"time of 0", {{2, 0}, {}, {.chart = Chart::t}}, Kind::not_positive, 1},
        {"phase not from 0", {{1, 2, 3}, {}, {}, {{1}}}, Kind::phases_out_of_order, 1},
        {"phases back", {{1, 2, 3}, {}, {}, {{0}, {2}, {1}}}, Kind::phases_out_of_order, 1},
        {"phase past the end", {{1, 2, 3}, {}, {}, {{0}, {3}}}, Kind::phases_out_of_order, 3},
        {"factor NaN", {{1, 2}, {}, {.multiply = kMissing}}, Kind::options_out_of_range, 0},
        {"negative length",
         {{1, 2}, {}, {.rules = {.shift_points = -7}}},
         Kind::options_out_of_range,
         0},
        {"a range centred below zero",
         {{1, 2}, {}, {.chart = Chart::moving_range, .given_centre = -1}},
         Kind::options_out_of_range,
         0},
        {"probability 1", {{1, 2}, {}, {.probability = 1}}, Kind::options_out_of_range, 0},
    };
    for (const Refusal& refusal : refusals) {
        SCOPED_TRACE(refusal.what);
        const Analysis analysis = refusal.input.analysis();
        EXPECT_EQ(analysis.problem.kind, refusal.kind);
        EXPECT_EQ(analysis.problem.index, refusal.index);
        EXPECT_TRUE(analysis.values.empty());
        EXPECT_EQ(analysis.variation, Variation::none);
    }
}

TEST(BadInput, OnePointHasACentreAndNoLimits) {
    const Analysis analysis = Input{{7}}.analysis();
    EXPECT_EQ(analysis.limits_at(0).centre, 7);
    EXPECT_TRUE(std::isnan(analysis.limits_at(0).upper));
    EXPECT_TRUE(analysis.signals[0] == PointSignals{});
}

// Three peers draw no limits here, because screening drops every range of zero.
TEST(BadInput, EqualPointsHaveTheirLimitsOnTheirCentreLine) {
    for (const double value : {0.1, 100.0, 0.0, -3.7}) {
        const Analysis analysis = Input{std::vector<double>(25, value)}.analysis();
        EXPECT_EQ(analysis.limits_at(0).centre, value);
        EXPECT_EQ(analysis.limits_at(0).lower, value);
        EXPECT_EQ(analysis.limits_at(0).upper, value);
        EXPECT_EQ(analysis.variation, Variation::common);
    }
}

TEST(BadInput, EqualProportionsRaiseNoShift) {
    Input input{std::vector<double>(20, 1), {}, {.chart = Chart::p}};
    for (int i = 0; i < 20; ++i) {
        input.values[static_cast<std::size_t>(i)] = 1 + i % 3;
        input.denominators.push_back(10.0 * (1 + i % 3));
    }
    EXPECT_EQ(input.analysis().variation, Variation::common);
}

TEST(BadInput, NothingButMissingPointsIsMissingThroughout) {
    const Analysis analysis = Input{{kMissing, kMissing}}.analysis();
    EXPECT_FALSE(analysis.problem);
    EXPECT_TRUE(std::isnan(analysis.limits_at(1).centre));
    EXPECT_EQ(analysis.variation, Variation::none);
    EXPECT_EQ(analysis.assurance, Assurance::none);
}

TEST(BadInput, NothingButExcludedPointsSetsNoLine) {
    const Analysis analysis = Input{{1, 2, 3}, {}, {}, {}, {1, 1, 1}}.analysis();
    EXPECT_FALSE(analysis.problem);
    EXPECT_TRUE(std::isnan(analysis.limits_at(0).centre));
    EXPECT_EQ(analysis.values[2], 3);
}

// 0 of 0 and 3 of 0 alike: without an opportunity there is nothing to plot.
TEST(BadInput, AZeroDenominatorMakesAMissingPoint) {
    const Analysis analysis = Input{{3, 0, 2, 4}, {0, 0, 10, 10}, {.chart = Chart::p}}.analysis();
    EXPECT_FALSE(analysis.problem);
    EXPECT_TRUE(std::isnan(analysis.values[0]));
    EXPECT_TRUE(std::isnan(analysis.limits_at(1).upper));
    EXPECT_DOUBLE_EQ(analysis.limits_at(2).centre, 0.3);
}

// The largest numbers that are accepted still give numbers everywhere.
TEST(BadInput, HugeValuesStayFinite) {
    Input input;
    for (int i = 0; i < 30; ++i)
        input.values.push_back(i % 2 == 0 ? kLargestValue : -kLargestValue);
    const Analysis analysis = input.analysis();
    EXPECT_FALSE(analysis.problem);
    EXPECT_TRUE(std::isfinite(analysis.limits_at(0).upper));
}

TEST(BadInput, EveryKindOfChartSurvivesFewAndOddPoints) {
    const std::vector<std::vector<double>> all_values{{1},
                                                      {1, 1},
                                                      {1, kMissing},
                                                      {kMissing, 1},
                                                      {1, 2, 1, 2, 1},
                                                      {0, 0, 0},
                                                      {1e-300, 1e-300, 2e-300}};
    for (int chart = 0; chart <= static_cast<int>(Chart::t); ++chart) {
        for (const auto& values : all_values) {
            for (const double n : {0.0, 1.0, 2.0, 5.0}) {
                Input input{values,
                            std::vector<double>(values.size(), n),
                            {.chart = static_cast<Chart>(chart)}};
                input.spreads.assign(values.size(), n > 1 ? 0.5 : kMissing);
                const Analysis analysis = input.analysis();
                for (std::size_t i = 0; i < analysis.values.size(); ++i) {
                    const Limits& at = analysis.limits_at(i);
                    EXPECT_FALSE(at.lower > at.upper) << "chart " << chart << " n " << n;
                    EXPECT_FALSE(std::isinf(at.upper) || std::isinf(at.lower) ||
                                 std::isinf(at.centre))
                        << "chart " << chart << " n " << n;
                }
            }
        }
    }
}

}  // namespace
}  // namespace primum::spc
