#include "spc/dispersion.h"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>

namespace primum::spc {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::NanSensitiveDoubleEq;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

// By hand: of 0 to 10 the 10 % quantile is 1 and the 90 % quantile 9.
TEST(TrimScores, WinsorisesToTheQuantiles) {
    const double scores[] = {5, 0, 1, 2, 3, 4, 6, 7, 8, 9, 10};
    const auto trimmed = trim_scores(scores, Trimming::winsorised, 0.1);
    EXPECT_THAT(trimmed.used, ElementsAre(5, 1, 1, 2, 3, 4, 6, 7, 8, 9, 9));
    EXPECT_THAT(trimmed.trimmed, ElementsAre(0, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1));
}

// By hand, N = 9: floor(rank) is rank itself, and ranks 1 to 8 stay.
TEST(TrimScores, TruncatesTheHighestAndLowestSlices) {
    const double scores[] = {9, 1, 2, 3, 4, 5, 6, 7, 8};
    const auto trimmed = trim_scores(scores, Trimming::truncated, 0.1);
    EXPECT_THAT(trimmed.trimmed, ElementsAre(1, 0, 0, 0, 0, 0, 0, 0, 0));
    EXPECT_TRUE(std::isnan(trimmed.used[0]));
}

// By hand, N = 19, so slices of two ranks: rank 1 is in slice 0, ranks 18 and 19 in slice 9. The
// two highest share rank 18.5, so both go.
TEST(TrimScores, LetsEqualScoresShareTheirRank) {
    std::vector<double> scores;
    for (int i = 1; i <= 17; ++i)
        scores.push_back(i);
    scores.push_back(30);
    scores.push_back(30);
    const auto trimmed = trim_scores(scores, Trimming::truncated, 0.1);
    EXPECT_EQ(trimmed.trimmed[0], 1);
    EXPECT_EQ(trimmed.trimmed[1], 0);
    EXPECT_EQ(trimmed.trimmed[16], 0);
    EXPECT_EQ(trimmed.trimmed[17], 1);
    EXPECT_EQ(trimmed.trimmed[18], 1);
}

TEST(TrimScores, LeavesOutWhatIsNoNumber) {
    const double scores[] = {kMissing, -kInfinity, 1, 2};
    for (const Trimming trimming : {Trimming::none, Trimming::winsorised}) {
        const auto trimmed = trim_scores(scores, trimming, 0.1);
        EXPECT_TRUE(std::isnan(trimmed.used[0]));
        EXPECT_TRUE(std::isnan(trimmed.used[1]));
        EXPECT_FALSE(std::isnan(trimmed.used[2]));
    }
    EXPECT_THAT(trim_scores({}, Trimming::winsorised, 0.1).used, ElementsAre());
    const double none[] = {kMissing};
    EXPECT_THAT(trim_scores(none, Trimming::truncated, 0.1).used,
                Each(NanSensitiveDoubleEq(kMissing)));
}

// By hand, z = 2, -2, 1 and s = 1, 1, 0.5: phi = 9/3 = 3; w = 1, 1, 4, so
// tau² = (9 - 2) / (6 - 18/6) = 7/3.
TEST(DispersionOf, MeasuresWhatChanceLeavesOver) {
    const double scores[] = {2, -2, kMissing, 1};
    const double errors[] = {1, 1, 1, 0.5};
    const auto over = dispersion_of(scores, errors);
    EXPECT_DOUBLE_EQ(over.phi, 3);
    EXPECT_DOUBLE_EQ(over.tau2, 7.0 / 3);
}

// By hand, phi = (1 + 0.81) / 2 = 0.905: below 1, although n phi exceeds n - 1.
TEST(DispersionOf, FindsNothingWhenChanceSuffices) {
    const double scores[] = {1, 0.9};
    const double errors[] = {1, 1};
    EXPECT_DOUBLE_EQ(dispersion_of(scores, errors).phi, 0.905);
    EXPECT_EQ(dispersion_of(scores, errors).tau2, 0);
}

TEST(DispersionOf, NeedsTwoGroups) {
    const double scores[] = {3, kMissing};
    const double errors[] = {1, 1};
    EXPECT_DOUBLE_EQ(dispersion_of(scores, errors).phi, 9);
    EXPECT_EQ(dispersion_of(scores, errors).tau2, 0);
    EXPECT_TRUE(std::isnan(dispersion_of({}, {}).phi));
    EXPECT_EQ(dispersion_of({}, {}).tau2, 0);
}

}  // namespace
}  // namespace primum::spc
