#include "spc/sentence.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace primum::spc {
namespace {

const Wording kWording{[](double x) { return fmt::format("{:.1f}", x); },
                       [](std::size_t i) { return fmt::format("month {}", i + 1); }};

std::string told(const std::vector<double>& values, const Options& options,
                 std::vector<std::uint8_t> excluded = {}, std::vector<Phase> phases = {}) {
    Series series;
    series.values = values;
    series.excluded = excluded;
    series.phases = phases;
    return reading_sentence(analyse(series, options), options, excluded, kWording);
}

const std::vector<double> kStable{10, 12, 11, 13, 10, 12, 11, 12, 10, 13, 11, 12, 10, 12};

// By hand: the 13 moving ranges add up to 24, so 2.66 of their mean is 4.911; the mean is 11.357.
TEST(ReadingSentence, SaysWhenNothingIsGoingOn) {
    EXPECT_EQ(told(kStable, {.screening = Screening::off}),
              "Ordinary variation: no rule found anything in the 14 points since month 1, which "
              "vary around a mean of 11.4 between limits of 6.4 and 16.3.");
}

TEST(ReadingSentence, CountsThePointsOfAShiftAndNamesItsRule) {
    std::vector<double> values = kStable;
    for (int i = 0; i < 9; ++i)
        values.push_back(i % 2 == 0 ? 8 : 7);
    EXPECT_EQ(told(values, {.better = Better::lower,
                            .rules = {.outside_sigmas = 0, .two_of_three = false}}),
              "Improvement: the latest 9 points, since month 15, all lie below the mean of 9.9 "
              "(shift: 7 or more on one side).");
}

TEST(ReadingSentence, NamesThePointOutsideItsLimit) {
    std::vector<double> values = kStable;
    values.push_back(30);
    EXPECT_EQ(told(values, {.better = Better::lower}),
              "Concern: the latest point, 30.0 in month 15, lies above the upper limit of 17.5.");
}

TEST(ReadingSentence, CountsThePointsOfATrend) {
    std::vector<double> values{12, 10};
    for (int i = 0; i < 12; ++i)
        values.push_back(10.5 + i);
    Rules trend = no_rules();
    trend.trend_points = 7;
    EXPECT_EQ(told(values, {.rules = trend}),
              "Change upwards: the latest 13 points, since month 2, each higher than the one "
              "before (trend: 7 or more).");
}

TEST(ReadingSentence, SaysThatLimitsFromFewPointsAreProvisional) {
    EXPECT_EQ(
        told({10, 12, 11, 13}, {}),
        "Ordinary variation: no rule found anything in the 4 points since month 1, which vary "
        "around a mean of 11.5 between limits of 7.1 and 15.9; the limits rest on 4 points "
        "and are provisional.");
}

TEST(ReadingSentence, SpeaksOfTheLatestPhaseOnly) {
    std::vector<double> values = kStable;
    for (const double value : kStable)
        values.push_back(value + 50);
    EXPECT_THAT(told(values, {}, {}, {{0}, {14}}),
                testing::StartsWith("Ordinary variation: no rule found anything in the 14 points "
                                    "since month 15"));
}

TEST(ReadingSentence, TellsTheLastSignalWhenTheLatestPointIsOrdinary) {
    std::vector<double> values = kStable;
    values[5] = 25;
    EXPECT_EQ(told(values, {.screening = Screening::once}),
              "Ordinary variation: the latest point breaks no rule; the last that did was month 6 "
              "(outside limits, high).");
}

TEST(ReadingSentence, PassesOverExcludedPoints) {
    std::vector<double> values = kStable;
    values.push_back(99);
    std::vector<std::uint8_t> excluded(kStable.size(), 0);
    excluded.push_back(1);
    EXPECT_THAT(told(values, {}, excluded),
                testing::StartsWith("Ordinary variation: no rule found anything in the 14 points"));
}

TEST(ReadingSentence, SaysWhatARunsAnalysisFound) {
    std::vector<double> values;
    for (int i = 0; i < 20; ++i)
        values.push_back(i < 10 ? 5 + i % 2 : 15 + i % 2);
    EXPECT_EQ(told(values, {.chart = Chart::run, .rules = anhoej_rules()}),
              "Change upwards: the latest 10 points all lie above the median of 10.5; chance "
              "explains runs of up to 7 among 20 points.");
}

TEST(ReadingSentence, HasAnAnswerForNoAndForOnePoint) {
    EXPECT_EQ(told({}, {}), "Nothing was analysed: there are no points.");
    EXPECT_EQ(told({kMissing}, {}), "There is nothing to read: no point has a value.");
    EXPECT_EQ(told({3}, {}), "There is one point, 3.0: too few to tell variation from change.");
}

TEST(TargetSentence, FollowsTheAssurance) {
    Series series;
    series.values = kStable;
    const auto told_of = [&](double target, Better better) {
        const Options options{.better = better, .target = target, .screening = Screening::off};
        return target_sentence(analyse(series, options), target, kWording);
    };
    EXPECT_EQ(told_of(20, Better::lower),
              "Ordinary variation stays on the better side of the target of 20.0.");
    EXPECT_EQ(told_of(20, Better::higher), "Ordinary variation does not reach the target of 20.0.");
    EXPECT_EQ(
        told_of(11, Better::higher),
        "The target of 11.0 lies within ordinary variation, which meets it at some points and "
        "misses it at others by chance.");
    EXPECT_EQ(told_of(11, Better::neutral), "");
}

}  // namespace
}  // namespace primum::spc
