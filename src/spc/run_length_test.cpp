#include "spc/run_length.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "spc/normal.h"
#include "spc/series.h"
#include "spc/simulated_signals.h"

namespace primum::spc {
namespace {

/// Rules by their Western Electric digits: 1 beyond 3 sigma, 2 two of three beyond 2, 3 four of
/// five beyond 1, 4 eight on one side.
Rules western_electric(int digits) {
    const std::string chosen = std::to_string(digits);
    const auto has = [&](char digit) { return chosen.find(digit) != std::string::npos; };
    Rules rules = western_electric_rules();
    if (!has('1')) rules.outside_sigmas = 0;
    rules.two_of_three = has('2');
    rules.four_of_five = has('3');
    if (!has('4')) rules.shift_points = 0;
    return rules;
}

double average(const Rules& rules, double shift) {
    return shewhart_run_length(rules, shift).value().average();
}

struct Printed {
    int rules;
    double shift, peer, printed;
};

// `peer` is R's spc 0.6.7, xshewhartrunsrules.arl; `printed` is Champ and Woodall, Technometrics 29
// (1987), table 1.
constexpr Printed kChampAndWoodall[] = {
    {1, 0, 370.3983473449564, 370.4},      {1, 0.2, 308.42605152805663, 308.43},
    {1, 0.4, 200.0753367916518, 200.08},   {1, 0.6, 119.66525538264716, 119.67},
    {1, 0.8, 71.55227735631973, 71.55},    {1, 1, 43.894681718539545, 43.89},
    {1, 1.2, 27.821314377400416, 27.82},   {1, 1.4, 18.246608823169193, 18.25},
    {1, 1.6, 12.382555839971086, 12.38},   {1, 1.8, 8.690327379855377, 8.69},
    {1, 2, 6.302962987143026, 6.3},        {1, 2.2, 4.720198476630522, 4.72},
    {1, 2.4, 3.6462662182607257, 3.65},    {1, 2.6, 2.9020982739010246, 2.9},
    {1, 2.8, 2.3767630877141293, 2.38},    {1, 3, 1.9999999960536492, 2},
    {12, 0, 225.4384067416159, 225.44},    {12, 0.2, 177.55503139612256, 177.56},
    {12, 0.4, 104.45594195326179, 104.46}, {12, 0.6, 57.92034978676469, 57.92},
    {12, 0.8, 33.12433404285735, 33.12},   {12, 1, 20.00503645086919, 20.01},
    {12, 1.2, 12.813408040783338, 12.81},  {12, 1.4, 8.68910490422695, 8.69},
    {12, 1.6, 6.212928846272627, 6.21},    {12, 1.8, 4.660101844114421, 4.66},
    {12, 2, 3.6463649848716955, 3.65},     {12, 2.2, 2.9597895101999265, 2.96},
    {12, 2.4, 2.4788596664823497, 2.48},   {12, 2.6, 2.131334824038495, 2.13},
    {12, 2.8, 1.872911890735155, 1.87},    {12, 3, 1.6757688867593885, 1.68},
    {13, 0, 166.05451713054896, 166.05},   {13, 0.2, 120.69583734778665, 120.7},
    {13, 0.4, 63.884562147427886, 63.88},  {13, 0.6, 33.99467603145413, 33.99},
    {13, 0.8, 19.775306695805927, 19.78},  {13, 1, 12.664386401651798, 12.66},
    {13, 1.2, 8.835673681044778, 8.84},    {13, 1.4, 6.6187206656516, 6.62},
    {13, 1.6, 5.243760871091133, 5.24},    {13, 1.8, 4.330859655786205, 4.33},
    {13, 2, 3.68011642785501, 3.68},       {13, 2.2, 3.1819490815950386, 3.18},
    {13, 2.4, 2.776473627605857, 2.78},    {13, 2.6, 2.4330458833589774, 2.43},
    {13, 2.8, 2.1380361274206927, 2.14},   {13, 3, 1.8864668260393815, 1.89},
    {14, 0, 152.7300653394994, 152.73},    {14, 0.2, 110.51704188178044, 110.52},
    {14, 0.4, 59.759681974494946, 59.76},  {14, 0.6, 33.63601838878053, 33.64},
    {14, 0.8, 21.07378713686161, 21.07},   {14, 1, 14.578129271874726, 14.58},
    {14, 1.2, 10.896213160950285, 10.9},   {14, 1.4, 8.604045376011266, 8.6},
    {14, 1.6, 7.033413979191162, 7.03},    {14, 1.8, 5.851314302894765, 5.85},
    {14, 2, 4.890709582873883, 4.89},      {14, 2.2, 4.076161804050553, 4.08},
    {14, 2.4, 3.3829108392543845, 3.38},   {14, 2.6, 2.807533722878516, 2.81},
    {14, 2.8, 2.3475074016455544, 2.35},   {14, 3, 1.9923340857050487, 1.99},
};

TEST(ShewhartRunLength, AgreesWithChampAndWoodall) {
    for (const Printed& row : kChampAndWoodall) {
        const double ours = average(western_electric(row.rules), row.shift);
        EXPECT_NEAR(ours / row.peer, 1, 1e-11) << row.rules << " at " << row.shift;
        EXPECT_NEAR(ours, row.printed, 0.0051) << row.rules << " at " << row.shift;
    }
}

struct Computed {
    int rules;
    double shift, average;
};

// An exact Markov chain made for the purpose, over every combination of the rules.
constexpr Computed kWesternElectric[] = {
    {1, 0, 370.3983473449564},       {1, 0.2, 308.42605152805663},
    {1, 0.4, 200.07533679164737},    {1, 0.6, 119.66525538264874},
    {1, 1, 43.894681718539545},      {1, 1.4, 18.246608823169193},
    {1, 2, 6.302962987143026},       {1, 3, 1.9999999960536492},
    {12, 0, 225.43840674161595},     {12, 0.2, 177.55503139612247},
    {12, 0.4, 104.45594195326183},   {12, 0.6, 57.92034978676469},
    {12, 1, 20.005036450869188},     {12, 1.4, 8.689104904226939},
    {12, 2, 3.646364984871696},      {12, 3, 1.6757688867593885},
    {13, 0, 166.05451713054936},     {13, 0.2, 120.69583734778648},
    {13, 0.4, 63.88456214742797},    {13, 0.6, 33.994676031454176},
    {13, 1, 12.664386401651797},     {13, 1.4, 6.6187206656515984},
    {13, 2, 3.68011642785501},       {13, 3, 1.8864668260393815},
    {14, 0, 152.7300653394997},      {14, 0.2, 110.51704188177987},
    {14, 0.4, 59.75968197449484},    {14, 0.6, 33.6360183887806},
    {14, 1, 14.578129271874726},     {14, 1.4, 8.60404537601127},
    {14, 2, 4.890709582873883},      {14, 3, 1.9923340857050489},
    {123, 0, 132.89281139162856},    {123, 0.2, 97.8640027943833},
    {123, 0.4, 52.933510223015375},  {123, 0.6, 28.695541249994292},
    {123, 1, 10.95138377054233},     {123, 1.4, 5.754988492257387},
    {123, 2, 3.1402053607711435},    {123, 3, 1.6666069437407471},
    {124, 0, 122.05077201243873},    {124, 0.2, 89.1417380675521},
    {124, 0.4, 48.71109549521421},   {124, 0.6, 27.48913495524419},
    {124, 1, 11.725838711730727},    {124, 1.4, 6.632856267082787},
    {124, 2, 3.5021535688087817},    {124, 3, 1.675701996510875},
    {134, 0, 105.78306504468426},    {134, 0.2, 76.01081482872493},
    {134, 0.4, 40.946019366989454},  {134, 0.6, 23.15583915806057},
    {134, 1, 10.187465383535722},    {134, 1.4, 6.079969994035343},
    {134, 2, 3.649941137604761},     {134, 3, 1.8864547205664772},
    {1234, 0, 91.75077312834867},    {1234, 0.2, 66.80271874874806},
    {1234, 0.4, 36.605996444672996}, {1234, 0.6, 20.905073383368485},
    {1234, 1, 9.221859963515957},    {1234, 1.4, 5.4185899758956495},
    {1234, 2, 3.127601372109511},    {1234, 3, 1.6666058932279761},
};

TEST(ShewhartRunLength, AgreesForEveryCombinationOfRules) {
    for (const Computed& row : kWesternElectric)
        EXPECT_NEAR(average(western_electric(row.rules), row.shift) / row.average, 1, 1e-11)
            << row.rules << " at " << row.shift;
}

struct Sampled {
    const char* name;
    Rules rules;
    Watch watch = Watch::either;
    std::size_t points_before = 0;  // on the centre line, where windows may reach back
};

std::vector<Sampled> sampled_rules() {
    Rules strict = mdc_rules();
    strict.two_of_three_counts_outside = false;
    strict.outside_sigmas = 0;
    strict.trend_points = 5;
    Rules other = mdc_rules();
    other.two_of_three_third = OddOneOut::not_beyond_other;
    other.two_of_three_sigmas = 1;
    other.four_of_five = true;
    other.four_of_five_fifth = OddOneOut::same_side;
    other.four_of_five_flags = FlaggedBeyond::whole_window;
    other.trend_points = 0;
    Rules completed = mdc_rules();
    completed.two_of_three_flags = FlaggedBeyond::from_completion;
    completed.outside_sigmas = 2;
    completed.shift_points = 4;
    Rules order = no_rules();
    order.alternating_points = 8;
    order.within_one_sigma_points = 9;
    order.beyond_one_sigma_points = 4;
    return {{"mdc", mdc_rules()},
            {"mdc upwards", mdc_rules(), Watch::high},
            {"mdc downwards", mdc_rules(), Watch::low},
            {"ihi", ihi_rules()},
            {"western electric", western_electric_rules(), Watch::either, 4},
            {"without outside", strict},
            {"mixed choices", other, Watch::either, 4},
            {"completed", completed},
            {"too much order", order},
            {"too much order upwards", order, Watch::high}};
}

// The engine signals on simulated series as often as the chain says, at every length: four
// standard errors, each a share of 4,000 series.
TEST(ShewhartRunLength, AgreesWithTheEngineOnSimulatedSeries) {
    constexpr std::size_t kPoints = 30;
    for (const auto& [name, rules, watch, before] : sampled_rules()) {
        for (const double shift : {0.0, 0.7}) {
            Options options{.rules = rules};
            options.given_centre = 0;
            options.given_sigma = 1;
            const auto draw = [&](std::mt19937_64& random, std::vector<double>& values) {
                std::normal_distribution<double> normal(shift, 1);
                for (std::size_t i = before; i < values.size(); ++i)
                    values[i] = normal(random);
            };
            const SimulatedSignals simulated(options, watch, before + kPoints, {}, draw, 4000);
            const RunLength length = shewhart_run_length(rules, shift, 3, watch).value();
            for (const std::size_t points : {1, 2, 3, 5, 7, 8, 12, 20, 30}) {
                const double chance = length.chance_within(points);
                EXPECT_NEAR(simulated.share_within(before + points), chance,
                            4 * simulated.standard_error(chance) + 1e-12)
                    << name << ", shift " << shift << ", point " << points;
            }
        }
    }
}

// Of n values in any order, one is rising and one is falling. A trend of two is there with the
// second point; one of three by the third point with chance 2 / 3!, by the fourth with
// (4! - 10) / 4!, since 10 of the 24 orders of four zigzag.
TEST(ShewhartRunLength, CountsOrdersForTrends) {
    Rules rules = no_rules();
    rules.trend_points = 2;
    EXPECT_NEAR(average(rules, 0), 2, 1e-12);
    rules.trend_points = 3;
    const RunLength length = shewhart_run_length(rules, 0).value();
    EXPECT_NEAR(length.chance_within(2), 0, 1e-13);
    EXPECT_NEAR(length.chance_within(3), 2.0 / 6, 1e-13);
    EXPECT_NEAR(length.chance_within(4), 14.0 / 24, 1e-13);
}

// Zigzags are counted by Euler's numbers: of n! orders 2 E_n zigzag, and the sum of 2 E_n / n! is
// 2 (tan 1 + sec 1), the waiting time for a trend of three; less 1 each for n = 0 and 1.
TEST(ShewhartRunLength, WaitsForATrendOfThreeAsEulersNumbersSay) {
    Rules rules = no_rules();
    rules.trend_points = 3;
    EXPECT_NEAR(average(rules, 0), 2 * (std::tan(1.0) + 1 / std::cos(1.0)) - 2, 1e-11);
}

// Until n points in a row lie on one side: 2^n - 1 points.
TEST(ShewhartRunLength, WaitsForAShiftAsForHeadsOrTails) {
    Rules rules = no_rules();
    for (const int points : {1, 7, 8, 20}) {
        rules.shift_points = points;
        EXPECT_NEAR(average(rules, 0) / (std::exp2(points) - 1), 1, 1e-10) << points;
    }
}

// One rule that looks at the value alone makes a geometric distribution.
TEST(ShewhartRunLength, IsGeometricForPointsOutsideTheLimits) {
    const double signal = 2 * normal_upper_tail(3);
    Rules rules = no_rules();
    rules.outside_sigmas = 3;
    const RunLength length = shewhart_run_length(rules, 0).value();
    EXPECT_NEAR(length.average() * signal, 1, 1e-12);
    EXPECT_EQ(length.chance_within(0), 0);
    EXPECT_NEAR(length.chance_within(1000), 1 - std::pow(1 - signal, 1000), 1e-12);
    EXPECT_NEAR(length.chance_within(30000), 1, 1e-12);
    EXPECT_EQ(length.points_until(0), 0);
    EXPECT_EQ(length.points_until(0.5), std::ceil(std::log(0.5) / std::log1p(-signal)));
    const std::size_t rare = length.points_until(0.999).value();
    EXPECT_GE(length.chance_within(rare), 0.999);
    EXPECT_LT(length.chance_within(rare - 1), 0.999);
    EXPECT_FALSE(length.points_until(1));
    EXPECT_FALSE(length.points_until(kMissing));
}

// With limits at 3.5 sigma and a rule on them alone.
TEST(ShewhartRunLength, FollowsTheReachOfTheLimits) {
    Rules rules = no_rules();
    rules.outside_sigmas = 3;
    EXPECT_NEAR(shewhart_run_length(rules, 0, 3.5)->average() * 2 * normal_upper_tail(3.5), 1,
                1e-11);
    EXPECT_NEAR(shewhart_run_length(rules, 0, 3, Watch::high)->average() * normal_upper_tail(3), 1,
                1e-11);
}

// Three other numbers of nodes, from half to twice as many, gave the same 13 figures.
TEST(ShewhartRunLength, HoldsForTheNamedSets) {
    EXPECT_NEAR(average(mdc_rules(), 0), 85.988088270, 1e-8);
    EXPECT_NEAR(average(ihi_rules(), 0), 94.583761223, 1e-8);
    EXPECT_NEAR(average(western_electric_rules(), 0), 91.750773128, 1e-8);
}

TEST(ShewhartRunLength, IsInfiniteWithoutRules) {
    const RunLength length = shewhart_run_length(no_rules(), 0).value();
    EXPECT_TRUE(std::isinf(length.average()));
    EXPECT_EQ(length.chance_within(1000000), 0);
    EXPECT_FALSE(length.points_until(0.5));
}

TEST(ShewhartRunLength, IsOneWhenEveryPointIsOutside) {
    EXPECT_NEAR(average(mdc_rules(), 40), 1, 1e-12);
    EXPECT_NEAR(average(mdc_rules(), -1e6), 1, 1e-12);
    EXPECT_EQ(shewhart_run_length(mdc_rules(), 40)->points_until(0.99), 1);
}

TEST(ShewhartRunLength, IsNotAnsweredForRulesThatAreNoFiniteChain) {
    Rules trend_of_one = mdc_rules();
    trend_of_one.trend_points = 1;
    Rules longest = mdc_rules();
    longest.shift_points = 101;
    Rules between = mdc_rules();
    between.outside_sigmas = 2.5;
    Rules near = mdc_rules();
    near.two_of_three_sigmas = kMissing;
    for (const Rules& rules : {anhoej_rules(), trend_of_one, longest, between, near}) {
        EXPECT_FALSE(is_finite(rules));
        EXPECT_FALSE(shewhart_run_length(rules, 0));
    }
    EXPECT_FALSE(shewhart_run_length(mdc_rules(), kMissing));
    EXPECT_FALSE(shewhart_run_length(mdc_rules(), 0, 0));
    EXPECT_FALSE(shewhart_run_length(mdc_rules(), 0, kMissing));
}

}  // namespace
}  // namespace primum::spc
