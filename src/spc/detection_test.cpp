#include "spc/detection.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <random>
#include <vector>

#include "spc/series.h"
#include "spc/simulated_signals.h"

namespace primum::spc {
namespace {

Options attribute_options(Chart chart, double level, const Rules& rules = mdc_rules()) {
    Options options{.chart = chart, .rules = rules};
    options.given_centre = level;
    return options;
}

double poisson(double mean, int count) {
    return std::exp(count * std::log(mean) - mean - std::lgamma(count + 1.0));
}

double poisson_up_to(double mean, int count) {
    double sum = 0;
    for (int k = 0; k <= count; ++k)
        sum += poisson(mean, k);
    return sum;
}

double binomial(int n, double p, int count) {
    return std::exp(std::lgamma(n + 1.0) - std::lgamma(count + 1.0) -
                    std::lgamma(n - count + 1.0)) *
           std::pow(p, count) * std::pow(1 - p, n - count);
}

Rules only_outside() {
    Rules rules = no_rules();
    rules.outside_sigmas = 3;
    return rules;
}

Rules only_shift(int points, Ties ties = Ties::break_it) {
    Rules rules = no_rules();
    rules.shift_points = points;
    rules.shift_ties = ties;
    return rules;
}

// A mean of 4 has its limits at 4 ± 6, and 10 is not beyond 10: a signal is a count of 11 or more.
TEST(TimeToSee, IsGeometricForCountsOutsideTheLimits) {
    const Outlook outlook{attribute_options(Chart::c, 4, only_outside()), 4, {}};
    const double signal = 1 - poisson_up_to(9, 10);
    const RunLength length = time_to_see(outlook, 9).value();
    EXPECT_NEAR(length.average() * signal, 1, 1e-11);
    EXPECT_NEAR(length.chance_within(3), 1 - std::pow(1 - signal, 3), 1e-13);
    EXPECT_EQ(length.points_until(0.5), std::ceil(std::log(0.5) / std::log1p(-signal)));
}

// The lower limit is 4 - 6, cut off at 0, and no count is below 0.
TEST(TimeToSee, NeverComesWhereTheLowerLimitIsZero) {
    const Outlook outlook{attribute_options(Chart::c, 4, only_outside()), 4, {}};
    for (const double changed : {3.0, 1.0, 0.0}) {
        const RunLength length = time_to_see(outlook, changed).value();
        EXPECT_TRUE(std::isinf(length.average()));
        EXPECT_EQ(length.chance_within(1000), 0);
        EXPECT_FALSE(length.points_until(0.01));
    }
    EXPECT_FALSE(smallest_change_seen(outlook, Direction::fall, 1000, 0.1));
}

// The textbook's waiting time for n successes in a row: (1 - q^n) / ((1 - q) q^n).
TEST(TimeToSee, WaitsForAShiftBelowTheCentre) {
    const Outlook outlook{attribute_options(Chart::c, 4, only_shift(7)), 4, {}};
    const double below = poisson_up_to(2, 3);
    const double expected = (1 - std::pow(below, 7)) / ((1 - below) * std::pow(below, 7));
    EXPECT_NEAR(time_to_see(outlook, 2)->average() / expected, 1, 1e-11);
}

// Points on the centre line are passed over, so the points that count wait among themselves.
TEST(TimeToSee, PassesOverPointsOnTheCentreWhenTold) {
    const Outlook outlook{attribute_options(Chart::c, 4, only_shift(7, Ties::are_skipped)), 4, {}};
    const double counted = 1 - poisson(2, 4);
    const double below = poisson_up_to(2, 3) / counted;
    const double expected = (1 - std::pow(below, 7)) / ((1 - below) * std::pow(below, 7)) / counted;
    EXPECT_NEAR(time_to_see(outlook, 2)->average() / expected, 1, 1e-11);
}

TEST(TimeToSee, IsSevenPointsWhenEveryEventIsPrevented) {
    const std::array beds{120.0};
    const Outlook outlook{attribute_options(Chart::u, 0.004), 0.004, beds};
    const RunLength length = time_to_see(outlook, 0).value();
    EXPECT_EQ(length.chance_within(6), 0);
    EXPECT_EQ(length.chance_within(7), 1);
    EXPECT_EQ(length.average(), 7);
    EXPECT_EQ(length.points_until(0.5), 7);
}

TEST(TimeToSee, CountsFalseAlarmsTheOtherWayOnlyWhenAsked) {
    const Outlook outlook{attribute_options(Chart::c, 4, only_outside()), 4, {}};
    const double alarm = 1 - poisson_up_to(3, 10);
    EXPECT_NEAR(time_to_see(outlook, 3, Seen::any_signal)->average() * alarm, 1, 1e-10);
    EXPECT_NEAR(time_to_see(outlook, 4)->average() * (1 - poisson_up_to(4, 10)), 1, 1e-10);
}

/// Every series of five proportions with small denominators, each with its probability, put before
/// the engine.
class EverySeries {
public:
    EverySeries(const Options& options, double changed, Watch watch)
        : options_(options), changed_(changed), watch_(watch) {
        extend(0, 1, false);
    }

    static constexpr std::array kSizes{2.0, 3.0, 5.0, 2.0, 4.0, 4.0};
    std::array<double, kSizes.size() + 1> seen{};  // the chance of a signal by point k

private:
    void extend(std::size_t points, double chance, bool signalled) {
        if (signalled) seen[points] += chance;
        if (points == kSizes.size()) return;
        const int n = static_cast<int>(kSizes[points]);
        for (int count = 0; count <= n; ++count) {
            values_[points] = count;
            extend(points + 1, chance * binomial(n, changed_, count),
                   signalled || signals(points + 1));
        }
    }

    bool signals(std::size_t points) {
        analyse({.values = std::span(values_).first(points),
                 .denominators = std::span(kSizes).first(points)},
                options_, analysis_);
        for (const PointSignals& point : analysis_.signals) {
            const RuleSet counted = watch_ == Watch::high  ? point.high
                                    : watch_ == Watch::low ? point.low
                                                           : point.all();
            if (!counted.empty()) return true;
        }
        return false;
    }

    Options options_;
    double changed_;
    Watch watch_;
    std::array<double, kSizes.size()> values_{};
    Analysis analysis_;
};

Rules short_rules() {
    Rules rules = mdc_rules();
    rules.outside_sigmas = 2;
    rules.trend_points = 3;
    rules.two_of_three_sigmas = 1;
    rules.shift_points = 4;
    return rules;
}

std::vector<Rules> rules_to_exhaust() {
    Rules skipping = short_rules();
    skipping.trend_ties = Ties::are_skipped;
    skipping.shift_ties = Ties::are_skipped;
    skipping.outside_sigmas = 3;
    Rules order = no_rules();
    order.alternating_points = 4;
    order.within_one_sigma_points = 4;
    order.beyond_one_sigma_points = 3;
    Rules completed = short_rules();
    completed.two_of_three_flags = FlaggedBeyond::from_completion;
    completed.two_of_three_counts_outside = false;
    completed.trend_points = 0;
    Rules trend = no_rules();
    trend.trend_points = 4;
    return {short_rules(), skipping, order, completed, trend};
}

// 0.25 and 0.5 are proportions that these sizes can show, so points fall on the centre line.
TEST(TimeToSee, AgreesWithTheEngineOnEverySeries) {
    for (const Rules& rules : rules_to_exhaust()) {
        for (const double level : {0.25, 0.5, 0.3}) {
            for (const double changed : {0.1, 0.5, 0.8}) {
                const Options options = attribute_options(Chart::p, level, rules);
                const Outlook outlook{options, level, EverySeries::kSizes};
                const Watch watch = changed > level ? Watch::high : Watch::low;
                const EverySeries every(options, changed, changed == level ? Watch::either : watch);
                const RunLength length = time_to_see(outlook, changed).value();
                const EverySeries any(options, changed, Watch::either);
                const RunLength any_length =
                    time_to_see(outlook, changed, Seen::any_signal).value();
                for (std::size_t points = 0; points <= EverySeries::kSizes.size(); ++points) {
                    EXPECT_NEAR(length.chance_within(points), every.seen[points], 1e-12);
                    EXPECT_NEAR(any_length.chance_within(points), any.seen[points], 1e-12);
                }
            }
        }
    }
}

// Poisson rates and counts over points whose denominators vary: four standard errors, each a share
// of 4,000 series.
TEST(TimeToSee, AgreesWithTheEngineOnSimulatedSeries) {
    constexpr std::size_t kPoints = 30;
    const double level = 0.05;
    const double changed = 0.035;
    std::vector<double> days{150, 90, 200, 120, 130};
    days.resize(kPoints, 110);
    const Options options = attribute_options(Chart::u, level);
    const auto draw = [&](std::mt19937_64& random, std::vector<double>& values) {
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = std::poisson_distribution<int>(changed * days[i])(random);
    };
    const SimulatedSignals simulated(options, Watch::low, kPoints, days, draw, 4000);
    const RunLength length = time_to_see({options, level, days}, changed).value();
    for (const std::size_t points : {1, 3, 7, 8, 12, 20, 30}) {
        const double chance = length.chance_within(points);
        EXPECT_NEAR(simulated.share_within(points), chance,
                    4 * simulated.standard_error(chance) + 1e-12)
            << points;
    }
}

TEST(TimeToSee, AgreesWithTheEngineOnNpCharts) {
    constexpr std::size_t kPoints = 20;
    const std::vector<double> sizes(kPoints, 50);
    const Options options = attribute_options(Chart::np, 0.2, ihi_rules());
    const auto draw = [](std::mt19937_64& random, std::vector<double>& values) {
        std::binomial_distribution<int> count(50, 0.3);
        for (double& value : values)
            value = count(random);
    };
    const SimulatedSignals simulated(options, Watch::high, kPoints, sizes, draw, 4000);
    const RunLength length = time_to_see({options, 0.2, std::array{50.0}}, 0.3).value();
    for (const std::size_t points : {1, 2, 3, 6, 8, 12, 20}) {
        const double chance = length.chance_within(points);
        EXPECT_NEAR(simulated.share_within(points), chance,
                    4 * simulated.standard_error(chance) + 1e-12)
            << points;
    }
}

// Points after the last denominator go on with it.
TEST(TimeToSee, RepeatsTheLastDenominator) {
    const std::array one{120.0};
    const std::array three{120.0, 120.0, 120.0};
    const Options options = attribute_options(Chart::u, 0.04);
    const RunLength from_one = time_to_see({options, 0.04, one}, 0.02).value();
    const RunLength from_three = time_to_see({options, 0.04, three}, 0.02).value();
    EXPECT_NEAR(from_one.average() / from_three.average(), 1, 1e-11);
    EXPECT_EQ(from_one.points_until(0.5), from_three.points_until(0.5));
}

// A year of small denominators before large ones: nothing is settled before they come.
TEST(TimeToSee, WaitsForDenominatorsThatChangeLate) {
    std::vector<double> days(60, 1.0);
    days.push_back(10000);
    const Options options = attribute_options(Chart::u, 0.05, only_outside());
    const RunLength length = time_to_see({options, 0.05, days}, 0.02).value();
    EXPECT_EQ(length.chance_within(60), 0);
    EXPECT_NEAR(length.average(), 61, 1e-6);
}

TEST(TimeToSee, IsThatOfAShewhartChartForIndividuals) {
    Options options;
    options.given_sigma = 2;
    const RunLength length = time_to_see({options, 10, {}}, 13, Seen::any_signal).value();
    EXPECT_NEAR(length.average(), shewhart_run_length(mdc_rules(), 1.5)->average(), 1e-12);
    EXPECT_NEAR(time_to_see({options, 10, {}}, 13)->average(),
                time_to_see({options, 10, {}}, 7)->average(), 1e-9);
}

// Limits that hold 99.73 % exactly: for a mean of 4 they are quantiles, from 0 to 11, so 12
// signals.
TEST(TimeToSee, UsesProbabilityLimitsWhenTheChartDoes) {
    Options options = attribute_options(Chart::c, 4, only_outside());
    options.probability = 0.9973;
    const double signal = 1 - poisson_up_to(9, 11);
    EXPECT_NEAR(time_to_see({options, 4, {}}, 9)->average() * signal, 1, 1e-11);
}

// An engine that has only ever seen no events: the first event is beyond its lines.
TEST(TimeToSee, SeesTheFirstEventOfAProcessWithoutAny) {
    const std::array beds{100.0};
    const Outlook outlook{attribute_options(Chart::u, 0), 0, beds};
    EXPECT_NEAR(time_to_see(outlook, 0.01)->average(), 1 / (1 - std::exp(-1)), 1e-11);
    EXPECT_TRUE(std::isinf(time_to_see(outlook, 0)->average()));
}

TEST(TimeToSee, IsNotAnsweredWhereItMakesNoSense) {
    const std::array beds{100.0};
    const std::array none{100.0, 0.0};
    const std::array missing{kMissing};
    const std::array parts{10.5};
    const auto answers = [](const Options& options, double level, double changed,
                            std::span<const double> denominators) {
        return time_to_see({options, level, denominators}, changed).has_value();
    };
    const Options u = attribute_options(Chart::u, 0.1);
    const Options p = attribute_options(Chart::p, 0.1);
    EXPECT_TRUE(answers(u, 0.1, 0.05, beds));
    EXPECT_TRUE(answers(u, 0.1, 0.05, parts));
    EXPECT_FALSE(answers(u, 0.1, 0.05, {}));
    EXPECT_FALSE(answers(u, 0.1, 0.05, none));
    EXPECT_FALSE(answers(u, 0.1, 0.05, missing));
    EXPECT_FALSE(answers(u, -0.1, 0.05, beds));
    EXPECT_FALSE(answers(u, 0.1, -0.05, beds));
    EXPECT_FALSE(answers(u, kMissing, 0.05, beds));
    EXPECT_FALSE(answers(u, 0.1, kMissing, beds));
    EXPECT_FALSE(answers(u, 1e5, 1e5, beds));
    EXPECT_TRUE(answers(p, 0.1, 1, beds));
    EXPECT_FALSE(answers(p, 0.1, 1.1, beds));
    EXPECT_FALSE(answers(p, 0.1, 0.05, parts));
    EXPECT_FALSE(answers(attribute_options(Chart::c, 4), 4, 2, beds));
    EXPECT_FALSE(answers(attribute_options(Chart::g, 4), 4, 2, beds));
    EXPECT_FALSE(answers(attribute_options(Chart::u, 0.1, anhoej_rules()), 0.1, 0.05, beds));
    Options individuals;
    EXPECT_FALSE(answers(individuals, 4, 2, {}));
    individuals.given_sigma = 0;
    EXPECT_FALSE(answers(individuals, 4, 2, {}));
}

// What is found is seen with that chance, and a little less is not.
TEST(SmallestChangeSeen, IsTheInverseOfTimeToSee) {
    const std::array beds{120.0, 100.0, 140.0};
    const Outlook outlook{attribute_options(Chart::u, 0.04), 0.04, beds};
    for (const Direction direction : {Direction::rise, Direction::fall}) {
        for (const double chance : {0.5, 0.8}) {
            const double found = smallest_change_seen(outlook, direction, 12, chance).value();
            EXPECT_EQ(found > 0.04, direction == Direction::rise);
            EXPECT_NEAR(time_to_see(outlook, found)->chance_within(12), chance, 1e-6);
            const double closer = found + 0.01 * (0.04 - found);
            EXPECT_LT(time_to_see(outlook, closer)->chance_within(12), chance);
        }
    }
}

// A fall of 7 points in a row below 4 in 7 points, half of the time: poisson_up_to(x, 3)^7 = 1/2.
TEST(SmallestChangeSeen, SolvesWhatCanBeSolvedByHand) {
    const Outlook outlook{attribute_options(Chart::c, 4, only_shift(7)), 4, {}};
    const double found = smallest_change_seen(outlook, Direction::fall, 7, 0.5).value();
    EXPECT_NEAR(std::pow(poisson_up_to(found, 3), 7), 0.5, 1e-8);
}

TEST(SmallestChangeSeen, IsForIndividualsInTheirUnits) {
    Options options{.rules = only_outside()};
    options.given_sigma = 5;
    // One point beyond 3 sigma half of the time: the mean has moved onto the limit.
    EXPECT_NEAR(*smallest_change_seen({options, 100, {}}, Direction::rise, 1, 0.5), 115, 1e-6);
    EXPECT_NEAR(*smallest_change_seen({options, 100, {}}, Direction::fall, 1, 0.5), 85, 1e-6);
}

TEST(SmallestChangeSeen, IsNoneWhereFalseAlarmsAreAsLikely) {
    const Outlook outlook{attribute_options(Chart::c, 4), 4, {}};
    EXPECT_EQ(smallest_change_seen(outlook, Direction::rise, 10000, 0.5), 4);
}

TEST(SmallestChangeSeen, IsNothingWhereTheTimeIsTooShort) {
    const std::array beds{120.0};
    const Outlook outlook{attribute_options(Chart::u, 0.004), 0.004, beds};
    EXPECT_FALSE(smallest_change_seen(outlook, Direction::fall, 6, 0.5));
    EXPECT_TRUE(smallest_change_seen(outlook, Direction::fall, 7, 0.5));
    EXPECT_FALSE(smallest_change_seen(outlook, Direction::fall, 0, 0.5));
    EXPECT_FALSE(smallest_change_seen(outlook, Direction::rise, 12, 1));
    EXPECT_FALSE(smallest_change_seen(outlook, Direction::rise, 12, 0));
    EXPECT_FALSE(smallest_change_seen(outlook, Direction::rise, 12, kMissing));
    EXPECT_FALSE(smallest_change_seen({{}, 4, {}}, Direction::rise, 12, 0.5));
}

TEST(SmallestChangeSeen, GoesAsFarAsAllOfThem) {
    const std::array few{4.0};
    const Outlook outlook{attribute_options(Chart::p, 0.9, only_outside()), 0.9, few};
    // The upper limit is cut off at 1, which no proportion is beyond.
    EXPECT_FALSE(smallest_change_seen(outlook, Direction::rise, 1000, 0.5));
}

}  // namespace
}  // namespace primum::spc
