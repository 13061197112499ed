#include "spc/choice.h"

#include <gmock/gmock.h>

#include <random>

#include "spc/series.h"

namespace primum::spc {
namespace {

using testing::HasSubstr;

std::vector<double> repeated(std::vector<double> values, std::size_t times) {
    std::vector<double> all;
    for (std::size_t k = 0; k < times; ++k)
        all.insert(all.end(), values.begin(), values.end());
    return all;
}

TEST(Choice, TakesARunChartForFewPoints) {
    const Choice choice = choose_chart(std::vector<double>{1, 2, 3}, {});
    EXPECT_EQ(choice.chart, Chart::run);
    EXPECT_THAT(choice.reason, HasSubstr("3 points"));
}

TEST(Choice, TakesAPChartForCountsOutOfCases) {
    const auto counts = repeated({3, 5, 2, 4}, 6);
    const auto cases = repeated({40, 50, 45, 48}, 6);
    EXPECT_EQ(choose_chart(counts, cases).chart, Chart::p);
    EXPECT_EQ(choose_chart(counts, cases, Nature::exposure).chart, Chart::u);
}

TEST(Choice, TakesAUChartWhenCountsExceedTheirDenominators) {
    EXPECT_EQ(choose_chart(repeated({3, 5, 2, 4}, 6), repeated({2, 2.5, 2, 2}, 6)).chart, Chart::u);
}

// Proportions that swing between 5 and 15 % of 10,000: a binomial would vary by 0.3 %.
TEST(Choice, TakesAPPrimeChartForProportionsThatVaryTooMuch) {
    const Choice choice = choose_chart(repeated({500, 1500, 900, 1300}, 6),
                                       repeated({10000, 10000, 10000, 10000}, 6));
    EXPECT_EQ(choice.chart, Chart::p_prime);
    EXPECT_THAT(choice.reason, HasSubstr("times as much as chance"));
}

TEST(Choice, TakesACChartForCountsThatVaryLikeCounts) {
    std::mt19937_64 random(7);
    std::poisson_distribution<int> falls(9);
    std::vector<double> counts(60);
    for (double& count : counts)
        count = falls(random);
    EXPECT_EQ(choose_chart(counts, {}).chart, Chart::c);
}

TEST(Choice, TakesIndividualsForMeasurements) {
    EXPECT_EQ(choose_chart(repeated({3.5, 4.5, 2.25}, 6), {}).chart, Chart::individuals);
    EXPECT_EQ(choose_chart(repeated({3000, 4500, 2250}, 6), {}).chart, Chart::individuals);
}

TEST(Choice, TakesGAndTChartsForWhatLiesBetweenEvents) {
    EXPECT_EQ(choose_chart(std::vector<double>{3, 40, 0}, {}, Nature::between_events).chart,
              Chart::g);
    EXPECT_EQ(choose_chart(std::vector<double>{3.5, 40}, {}, Nature::between_events).chart,
              Chart::t);
    EXPECT_EQ(choose_chart(std::vector<double>{3.5, 0}, {}, Nature::between_events).chart,
              Chart::individuals);
}

TEST(Choice, AdvisesToRecordTimesWhenEventsAreRare) {
    EXPECT_THAT(choose_chart(repeated({0, 0, 1, 0}, 6), {}).advice, HasSubstr("t or g chart"));
    EXPECT_THAT(choose_chart(repeated({5, 4, 6, 5}, 6), {}).advice, testing::IsEmpty());
}

TEST(Choice, DoesNotCountMissingPoints) {
    const std::vector<double> values(30, kMissing);
    EXPECT_EQ(choose_chart(values, {}).chart, Chart::run);
    EXPECT_EQ(choose_chart({}, {}).chart, Chart::run);
}

}  // namespace
}  // namespace primum::spc
