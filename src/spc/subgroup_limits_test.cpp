// Lines of s and R charts whose subgroups differ in size, and sigma where lines vary.

#include <gtest/gtest.h>

#include <cmath>

#include "spc/analysis.h"
#include "spc/constants.h"

namespace primum::spc {
namespace {

const std::vector<double> kDeviations = {2, 3, 4};
const std::vector<double> kSizes = {2, 4, 6};

// By hand: (2·2 + 4·3 + 6·4) / (2 + 4 + 6) = 40 / 12. Around it, sigma = mean of s / c4(n), times
// the c5 of each size.
TEST(SpreadCentre, CanBeOneWeightedMeanForAllSizes) {
    Options options;
    options.chart = Chart::s;
    options.subgroup_sigma = SubgroupSigma::mean_sds;
    options.spread_centre = SpreadCentre::weighted_mean;
    const Analysis analysis = analyse({.values = kDeviations, .denominators = kSizes}, options);
    const double sigma = (2 / c4(2) + 3 / c4(4) + 4 / c4(6)) / 3;
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_DOUBLE_EQ(analysis.limits[i].centre, 40.0 / 12);
        EXPECT_DOUBLE_EQ(analysis.limits[i].upper2, 40.0 / 12 + 2 * sigma * c5(kSizes[i]));
    }
    EXPECT_DOUBLE_EQ(analysis.phases.front().sigma, sigma);
}

// Otherwise each size has the centre that sigma leads to expect: c4 sigma.
TEST(SpreadCentre, IsWhatIsExpectedOfEachSizeUnlessChosen) {
    Options options;
    options.chart = Chart::s;
    options.subgroup_sigma = SubgroupSigma::mean_sds;
    const Analysis analysis = analyse({.values = kDeviations, .denominators = kSizes}, options);
    const double sigma = (2 / c4(2) + 3 / c4(4) + 4 / c4(6)) / 3;
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_DOUBLE_EQ(analysis.limits[i].centre, c4(kSizes[i]) * sigma);
}

// By hand: 10 of 40, so sqrt(0.25 · 0.75), whatever the denominators.
TEST(SigmaOfOne, OfAProportionIsThatOfASingleTrial) {
    Options options;
    options.chart = Chart::p;
    const std::vector<double> events = {2, 3, 5};
    const std::vector<double> trials = {10, 10, 20};
    const Analysis analysis = analyse({.values = events, .denominators = trials}, options);
    EXPECT_DOUBLE_EQ(analysis.phases.front().sigma, std::sqrt(0.25 * 0.75));
}

}  // namespace
}  // namespace primum::spc
