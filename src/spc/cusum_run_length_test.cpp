#include "spc/cusum_run_length.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include "spc/series.h"

namespace primum::spc {
namespace {

struct Row {
    Sides sides;
    double h, head_start, shift, peer, printed;
};

// k = 0.5. `peer` is R's spc 0.6.7, xcusum.arl with 60 nodes; `printed`, where not 0, is Lucas and
// Crosier, Technometrics 24 (1982), table 1.
constexpr Row kLucasAndCrosier[] = {
    {Sides::one, 4, 0, 0, 335.36757762723175, 0},
    {Sides::one, 4, 0, 0.25, 77.07851712719578, 0},
    {Sides::one, 4, 0, 0.5, 26.67916243433858, 0},
    {Sides::one, 4, 0, 0.75, 13.286597833814117, 0},
    {Sides::one, 4, 0, 1, 8.383202129749932, 0},
    {Sides::one, 4, 0, 1.5, 4.747168481699979, 0},
    {Sides::one, 4, 0, 2, 3.3427701311247064, 0},
    {Sides::one, 4, 0, 2.5, 2.6195189115226785, 0},
    {Sides::one, 4, 0, 3, 2.1944809086117787, 0},
    {Sides::one, 4, 0, 4, 1.7084571632864376, 0},
    {Sides::one, 4, 0, 5, 1.3087405140628685, 0},
    {Sides::one, 4, 2, 0, 316.3794388042343, 0},
    {Sides::one, 4, 2, 0.25, 66.5668943213662, 0},
    {Sides::one, 4, 2, 0.5, 20.253083862177395, 0},
    {Sides::one, 4, 2, 0.75, 8.991164705915033, 0},
    {Sides::one, 4, 2, 1, 5.2910193344837735, 0},
    {Sides::one, 4, 2, 1.5, 2.862242131722456, 0},
    {Sides::one, 4, 2, 2, 2.0143873978739837, 0},
    {Sides::one, 4, 2, 2.5, 1.585808172749607, 0},
    {Sides::one, 4, 2, 3, 1.3253931642071186, 0},
    {Sides::one, 4, 2, 4, 1.0670004558173911, 0},
    {Sides::one, 4, 2, 5, 1.006210015647614, 0},
    {Sides::one, 5, 0, 0, 930.8870120641956, 0},
    {Sides::one, 5, 0, 0.25, 141.6877452168535, 0},
    {Sides::one, 5, 0, 0.5, 38.00960992189589, 0},
    {Sides::one, 5, 0, 0.75, 17.048530150898365, 0},
    {Sides::one, 5, 0, 1, 10.37597530020768, 0},
    {Sides::one, 5, 0, 1.5, 5.747217711201673, 0},
    {Sides::one, 5, 0, 2, 4.00887106104833, 0},
    {Sides::one, 5, 0, 2.5, 3.1136883914734947, 0},
    {Sides::one, 5, 0, 3, 2.573252051447411, 0},
    {Sides::one, 5, 0, 4, 2.0125675232823665, 0},
    {Sides::one, 5, 0, 5, 1.6938013470087376, 0},
    {Sides::one, 5, 2.5, 0, 895.8343452235584, 0},
    {Sides::one, 5, 2.5, 0.25, 124.92818196506371, 0},
    {Sides::one, 5, 2.5, 0.5, 28.756907852188117, 0},
    {Sides::one, 5, 2.5, 0.75, 11.244068472546562, 0},
    {Sides::one, 5, 2.5, 1, 6.3479658269921835, 0},
    {Sides::one, 5, 2.5, 1.5, 3.3719834742966857, 0},
    {Sides::one, 5, 2.5, 2, 2.362292317550266, 0},
    {Sides::one, 5, 2.5, 2.5, 1.8561693661083136, 0},
    {Sides::one, 5, 2.5, 3, 1.5396425475322986, 0},
    {Sides::one, 5, 2.5, 4, 1.1593711534785571, 0},
    {Sides::one, 5, 2.5, 5, 1.0227522267931197, 0},
    {Sides::two, 4, 0, 0, 167.68378881361588, 168},
    {Sides::two, 4, 0, 0.25, 74.22402788501276, 74.2},
    {Sides::two, 4, 0, 0.5, 26.63020308886928, 26.6},
    {Sides::two, 4, 0, 0.75, 13.285088375246266, 13.3},
    {Sides::two, 4, 0, 1, 8.383131870495152, 8.38},
    {Sides::two, 4, 0, 1.5, 4.747168199469933, 4.75},
    {Sides::two, 4, 0, 2, 3.34277012942985, 3.34},
    {Sides::two, 4, 0, 2.5, 2.619518911508482, 2.62},
    {Sides::two, 4, 0, 3, 2.1944809086116073, 2.19},
    {Sides::two, 4, 0, 4, 1.7084571632864376, 1.71},
    {Sides::two, 4, 0, 5, 1.3087405140628685, 1.31},
    {Sides::two, 4, 2, 0, 148.69564999061845, 149},
    {Sides::two, 4, 2, 0.25, 62.69824122723728, 62.7},
    {Sides::two, 4, 2, 0.5, 20.063961936481636, 20.1},
    {Sides::two, 4, 2, 0.75, 8.967975014775881, 8.97},
    {Sides::two, 4, 2, 1, 5.286886214891904, 5.29},
    {Sides::two, 4, 2, 1.5, 2.8620385467982397, 2.86},
    {Sides::two, 4, 2, 2, 2.0143748896937224, 2.01},
    {Sides::two, 4, 2, 2.5, 1.5858074036728083, 1.59},
    {Sides::two, 4, 2, 3, 1.325393122341501, 1.32},
    {Sides::two, 4, 2, 4, 1.0670004557487751, 1.07},
    {Sides::two, 4, 2, 5, 1.0062100156475708, 1.01},
    {Sides::two, 5, 0, 0, 465.4435060320978, 0},
    {Sides::two, 5, 0, 0.25, 139.49368977204193, 0},
    {Sides::two, 5, 0, 0.5, 37.99614318936641, 0},
    {Sides::two, 5, 0, 0.75, 17.048325942945013, 0},
    {Sides::two, 5, 0, 1, 10.375969921593615, 0},
    {Sides::two, 5, 0, 1.5, 5.747217703429235, 0},
    {Sides::two, 5, 0, 2, 4.008871061031077, 0},
    {Sides::two, 5, 0, 2.5, 3.11368839147345, 0},
    {Sides::two, 5, 0, 3, 2.5732520514474104, 0},
    {Sides::two, 5, 0, 4, 2.0125675232823665, 0},
    {Sides::two, 5, 0, 5, 1.6938013470087376, 0},
    {Sides::two, 5, 2.5, 0, 430.39083919146066, 0},
    {Sides::two, 5, 2.5, 0.25, 121.68794455570404, 0},
    {Sides::two, 5, 2.5, 0.5, 28.665830192121962, 0},
    {Sides::two, 5, 2.5, 0.75, 11.235826406546005, 0},
    {Sides::two, 5, 2.5, 1, 6.346850468325496, 0},
    {Sides::two, 5, 2.5, 1.5, 3.371950032742374, 0},
    {Sides::two, 5, 2.5, 2, 2.3622909412881414, 0},
    {Sides::two, 5, 2.5, 2.5, 1.8561693042224503, 0},
    {Sides::two, 5, 2.5, 3, 1.539642544970997, 0},
    {Sides::two, 5, 2.5, 4, 1.1593711534759814, 0},
    {Sides::two, 5, 2.5, 5, 1.0227522267931186, 0},
};

TEST(CusumRunLength, AgreesWithLucasAndCrosier) {
    for (const Row& row : kLucasAndCrosier) {
        const double ours =
            cusum_average_run_length({0.5, row.h, row.head_start, row.sides}, row.shift).value();
        EXPECT_NEAR(ours / row.peer, 1, 1e-11)
            << row.h << " " << row.head_start << " " << row.shift;
        if (row.printed == 0) continue;
        // Three figures are printed.
        const double last_figure = std::pow(10, std::floor(std::log10(row.printed)) - 2);
        EXPECT_NEAR(ours, row.printed, 0.6 * last_figure) << row.shift;
    }
}

struct Design {
    double average, one, two;
};

// R's spc 0.6.7, xcusum.crit(0.5, L0).
TEST(CusumRunLength, HasADecisionIntervalForEachRunLength) {
    constexpr Design kDesigns[] = {
        {100, 2.8494057566281361, 3.5020370938671466},
        {200, 3.5020370938671466, 4.171316102718901},
        {370.4, 4.0964991440203109, 4.7748970449506167},
        {500, 4.3891297402641278, 5.0707038547569319},
    };
    for (const Design& row : kDesigns) {
        EXPECT_NEAR(cusum_decision_for(row.average, 0.5, Sides::one).value(), row.one, 1e-8);
        EXPECT_NEAR(cusum_decision_for(row.average, 0.5, Sides::two).value(), row.two, 1e-8);
    }
}

// Siegmund (1985): about (exp(2 k b) - 2 k b - 1) / (2 k²) with b = h + 1.166. Solving by
// subtraction would have lost every digit here.
TEST(CusumRunLength, StaysPreciseWhenItIsAstronomical) {
    for (const double h : {20.0, 60.0, 100.0}) {
        const double b = h + 1.166;
        const double ours = cusum_average_run_length({0.5, h, 0, Sides::one}, 0).value();
        EXPECT_NEAR(ours / ((std::exp(b) - b - 1) / 0.5), 1, 0.01) << h;
    }
    const double at_60 = cusum_average_run_length({0.5, 60, 0, Sides::one}, 0).value();
    const double at_100 = cusum_average_run_length({0.5, 100, 0, Sides::one}, 0).value();
    EXPECT_NEAR(at_100 / at_60 / std::exp(40), 1, 1e-11);
}

TEST(CusumRunLength, IsOneWhereTheFirstPointAlwaysSignals) {
    EXPECT_NEAR(cusum_average_run_length({}, 50).value(), 1, 1e-12);
    EXPECT_NEAR(cusum_average_run_length({}, -50).value(), 1, 1e-12);
}

TEST(CusumRunLength, IsInfiniteWhereNoPointEverSignals) {
    const double away = cusum_average_run_length({0.5, 5, 2.5, Sides::one}, -60).value();
    EXPECT_EQ(away, std::numeric_limits<double>::infinity());
}

// With a head start beyond h / 2 + k both sums can be near their limits at once, and the formula
// that joins the sides is only close.
TEST(CusumRunLength, AgreesWithSimulation) {
    std::mt19937_64 random(19820101);
    std::normal_distribution<double> normal(0.75, 1);
    constexpr int kRuns = 40000;
    double sum = 0;
    double squares = 0;
    for (int run = 0; run < kRuns; ++run) {
        double up = 1.5;
        double down = 1.5;
        int points = 0;
        while (up <= 3 && down <= 3) {
            const double z = normal(random);
            up = std::max(0.0, up + z - 0.25);
            down = std::max(0.0, down - z - 0.25);
            ++points;
        }
        sum += points;
        squares += static_cast<double>(points) * points;
    }
    const double mean = sum / kRuns;
    const double standard_error = std::sqrt((squares / kRuns - mean * mean) / kRuns);
    EXPECT_NEAR(cusum_average_run_length({0.25, 3, 1.5, Sides::two}, 0.75).value(), mean,
                4 * standard_error);
}

TEST(CusumRunLength, IsRefusedForDesignsThatMakeNoSense) {
    for (const CusumDesign& design :
         {CusumDesign{-0.1, 5}, CusumDesign{0.5, 0}, CusumDesign{0.5, 101}, CusumDesign{0.5, 5, 6},
          CusumDesign{0.5, 5, -1}, CusumDesign{kMissing, 5}, CusumDesign{0.5, kMissing},
          CusumDesign{0.5, 5, kMissing}, CusumDesign{kMissing, kMissing}})
        EXPECT_FALSE(cusum_average_run_length(design, 0));
    EXPECT_FALSE(cusum_average_run_length({}, kMissing));
    EXPECT_FALSE(cusum_decision_for(0.5));
    EXPECT_FALSE(cusum_decision_for(kMissing));
    EXPECT_FALSE(cusum_decision_for(370, -1));
    // Already one point past k signals once in 1,000.
    EXPECT_FALSE(cusum_decision_for(500, 3.1, Sides::one));
}

}  // namespace
}  // namespace primum::spc
