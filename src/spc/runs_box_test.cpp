#include "spc/runs_box.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace primum::spc {
namespace {

struct Pattern {
    std::size_t crossings;
    std::size_t longest_run;
    double chance;
};

/// All 2^n series of n points, one by one.
std::vector<Pattern> all_patterns(std::size_t points, double above) {
    std::vector<Pattern> patterns;
    for (unsigned series = 0; series < 1U << points; ++series) {
        Pattern pattern{0, 1, 1};
        std::size_t run = 0;
        unsigned before = series & 1U;
        for (std::size_t i = 0; i < points; ++i) {
            const unsigned high = series >> i & 1U;
            run = high == before ? run + 1 : 1;
            pattern.crossings += high == before ? 0 : 1;
            pattern.longest_run = std::max(pattern.longest_run, run);
            pattern.chance *= high == 1 ? above : 1 - above;
            before = high;
        }
        patterns.push_back(pattern);
    }
    return patterns;
}

double share(const std::vector<Pattern>& patterns, const RunsBox& box) {
    double sum = 0;
    for (const Pattern& pattern : patterns)
        if (box.allows(pattern.crossings, pattern.longest_run)) sum += pattern.chance;
    return sum;
}

const double kShifted = std::erfc(-0.8 / std::numbers::sqrt2) / 2;

// The slow way: every series of 12 points is written down.
TEST(ShareWithin, AgreesWithCountingEverySeries) {
    for (const double above : {0.5, 0.788, 0.05}) {
        const auto patterns = all_patterns(12, above);
        for (std::size_t crossings = 0; crossings < 12; ++crossings)
            for (std::size_t longest = 1; longest <= 12; ++longest)
                EXPECT_NEAR(share_within(12, above, crossings, longest),
                            share(patterns, {crossings, longest, longest, crossings}), 1e-12);
    }
}

// By the definition: 92.5 % of random series inside, and no such box holds fewer of the shifted.
TEST(BestBox, HoldsFewestShiftedSeriesAmongTheBoxesThatAreWideEnough) {
    for (const std::size_t points : {10U, 13U, 16U}) {
        const auto random = all_patterns(points, 0.5);
        const auto shifted = all_patterns(points, kShifted);
        const RunsBox best = best_box(points);
        EXPECT_GE(share(random, best), 0.925);
        for (std::size_t crossings = 0; crossings < points; ++crossings) {
            for (std::size_t longest = 1; longest <= points; ++longest) {
                const RunsBox other{crossings, longest, longest, crossings};
                if (share(random, other) < 0.925) continue;
                EXPECT_GE(share(shifted, other), share(shifted, best) - 1e-12);
            }
        }
    }
}

// By the definition: what is cut off leaves 92.5 % of random series, and fewer of the shifted.
TEST(CutBox, IsNoWiderThanTheBestBoxAndStillWideEnough) {
    for (const std::size_t points : {10U, 11U, 15U, 16U}) {
        const RunsBox cut = cut_box(points);
        EXPECT_GE(share(all_patterns(points, 0.5), cut), 0.925);
        EXPECT_LT(share(all_patterns(points, kShifted), cut),
                  share(all_patterns(points, kShifted), best_box(points)));
    }
}

// Anhoej and Wentzel-Larsen 2020 give boxes for 10 to 100 points.
TEST(BestBox, IsAnhoejsBoxOutsideItsRange) {
    for (const std::size_t points : {0U, 1U, 9U, 101U, 300U}) {
        EXPECT_EQ(best_box(points).crossings_least, anhoej_box(points).crossings_least);
        EXPECT_EQ(cut_box(points).longest_run_most, anhoej_box(points).longest_run_most);
    }
}

}  // namespace
}  // namespace primum::spc
