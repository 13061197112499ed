// Every chart of sequences and groups, on numbers nobody would type on purpose: an answer or a
// problem, and in the answer no infinite line.

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "spc/bernoulli_cusum.h"
#include "spc/ewma.h"
#include "spc/funnel.h"
#include "spc/pareto.h"
#include "spc/random_series.h"
#include "spc/rebase.h"
#include "spc/rephase.h"

namespace primum::spc {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

class OddInput : public ::testing::Test {
protected:
    double number() {
        static constexpr double kOdd[] = {0,     0,    0.5, 1,      1,         2,
                                          3,     10,   50,  1e6,    1e15,      1e100,
                                          1e-30, -0.0, -1,  1e-300, -kMissing, kInfinity};
        // The last four are refused, or make points missing: rare, or nothing else would be tried.
        const std::size_t last = random_.whole(0, 40) == 0 ? 17 : 13;
        return kOdd[random_.whole(0, last)];
    }
    std::vector<double> numbers(std::size_t count) {
        std::vector<double> odd(count);
        for (double& x : odd)
            x = number();
        return odd;
    }
    std::vector<double> shares(std::size_t count) {
        std::vector<double> odd(count);
        for (double& x : odd)
            x = std::min(number(), 1.0);
        return odd;
    }

    RandomSeries random_;
};

void expect_finite(std::span<const double> line) {
    for (const double x : line)
        ASSERT_FALSE(std::isinf(x));
}

TEST_F(OddInput, OfSequencesHasAnAnswerOrAProblem) {
    SCOPED_TRACE(random_.seed());
    for (int round = 0; round < 1000; ++round) {
        const std::size_t points = random_.whole(0, 12);
        const auto values = numbers(points);
        const auto sizes = numbers(random_.whole(0, 8) == 0 ? points + 1 : points);
        const Process process{.centre = number(), .sigma = number()};
        if (const auto chart = cusum(values, sizes, process)) expect_finite(chart->up);
        if (const auto chart = control_cusum(values, process)) expect_finite(chart->total);
        if (const auto chart = ewma(values, sizes, process)) expect_finite(chart->average);
        if (const auto estimate = process_of(values, random_.whole(0, 5))) {
            ASSERT_FALSE(std::isinf(estimate->sigma));
        }
        process_of_subgroups({values, sizes, numbers(points)});
        if (const auto phases = suggest_medians(values, {.baseline_points = 3, .run_points = 2})) {
            for (const MedianPhase& phase : *phases)
                ASSERT_FALSE(std::isinf(phase.median));
        }
        const auto centres = numbers(points);
        const DrawnSeries drawn{.values = values, .centres = centres, .denominators = sizes};
        if (const auto found = suggest_rebases(drawn, {.shift_points = 2, .settled_points = 3})) {
            for (const SuggestedRebase& one : *found)
                ASSERT_FALSE(std::isinf(one.new_centre));
        }
        if (const auto bars = pareto(values)) {
            for (const ParetoBar& bar : *bars)
                ASSERT_FALSE(std::isinf(bar.cumulative_count));
        }
    }
}

TEST_F(OddInput, OfSingleCasesHasAnAnswerOrAProblem) {
    SCOPED_TRACE(random_.seed());
    for (int round = 0; round < 1000; ++round) {
        const std::size_t cases = random_.whole(0, 12);
        const auto outcomes = shares(cases);
        const auto risks = shares(cases);
        const LikelihoodCusumOptions options{
            .odds_ratio_up = number(), .odds_ratio_down = number(), .limit_up = number()};
        if (const auto chart = risk_adjusted_cusum(outcomes, risks, options))
            expect_finite(chart->up);
        if (const auto line = vlad(outcomes, risks)) expect_finite(*line);
        if (const auto chart = expected_observed_cusum(outcomes, risks)) expect_finite(chart->down);
        if (const auto chart = bernoulli_cusum(outcomes, number())) expect_finite(chart->down);
    }
}

TEST_F(OddInput, OfGroupsHasAnAnswerOrAProblem) {
    SCOPED_TRACE(random_.seed());
    int answered = 0;
    for (int round = 0; round < 1000; ++round) {
        const std::size_t groups = random_.whole(0, 8);
        FunnelOptions options;
        options.scale.kind = static_cast<FunnelKind>(random_.whole(0, 3));
        options.scale.transform = static_cast<FunnelTransform>(random_.whole(0, 1));
        options.method = static_cast<FunnelMethod>(random_.whole(0, 4));
        options.trimming = static_cast<Trimming>(random_.whole(0, 2));
        options.over_dispersion = round % 2 == 0;
        options.rounded_expected = round % 3 == 0;
        auto cases = numbers(groups);
        const auto all = numbers(groups);
        if (options.scale.kind == FunnelKind::proportion)
            for (std::size_t i = 0; i < groups; ++i)
                cases[i] = std::min(cases[i], all[i]);
        const auto result = funnel(cases, all, options);
        if (!result) continue;
        ++answered;
        for (const FunnelGroup& group : result->groups) {
            ASSERT_FALSE(std::isinf(group.ratio));
            ASSERT_FALSE(group.limits.lower < 0);
            ASSERT_FALSE(group.limits.lower > group.limits.upper);
            ASSERT_EQ(std::isnan(group.limits.lower), std::isnan(group.limits.upper));
        }
    }
    EXPECT_GT(answered, 100);
}

}  // namespace
}  // namespace primum::spc
