#include "spc/ewma_run_length.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "spc/normal.h"
#include "spc/series.h"

namespace primum::spc {
namespace {

struct Row {
    double lambda, reach, shift, peer, printed;
};

// `peer` is R's spc 0.6.7, xewma.arl with 80 nodes; `printed` is Crowder, Technometrics 29 (1987),
// table 1 for a reach of 2, and Lucas and Saccucci, Technometrics 32 (1990), table 3 otherwise.
constexpr Row kTable[] = {
    {0.5, 2, 0, 26.451941589440512, 26.45},       {0.5, 2, 0.25, 20.122653814216537, 20.12},
    {0.5, 2, 0.5, 11.894987404496941, 11.89},     {0.5, 2, 0.75, 7.288558303854535, 7.29},
    {0.5, 2, 1, 4.906395542105286, 4.91},         {0.5, 2, 1.25, 3.590195007459524, 3.95},
    {0.5, 2, 1.5, 2.8011851077328425, 2.8},       {0.5, 2, 1.75, 2.2928324212617457, 2.29},
    {0.5, 2, 2, 1.9452200630482326, 1.94},        {0.5, 2, 2.25, 1.6959673661101076, 1.7},
    {0.5, 2, 2.5, 1.5107721143569302, 1.51},      {0.5, 2, 2.75, 1.3700272504282707, 1.37},
    {0.5, 2, 3, 1.2622067333925258, 1.26},        {0.5, 2, 3.25, 1.1802357138065351, 1.18},
    {0.5, 2, 3.5, 1.1193136385494347, 1.12},      {0.5, 2, 3.75, 1.0756194606982121, 1.08},
    {0.5, 2, 4, 1.0456778167086582, 1.05},        {0.05, 2, 0, 127.52756246735024, 127.53},
    {0.05, 2, 0.25, 43.94207562759641, 43.94},    {0.05, 2, 0.5, 18.96809645376383, 18.97},
    {0.05, 2, 0.75, 11.644331401307115, 11.64},   {0.05, 2, 1, 8.375541714877048, 8.38},
    {0.05, 2, 1.25, 6.556406578416498, 6.56},     {0.05, 2, 1.5, 5.405750019548272, 5.41},
    {0.05, 2, 1.75, 4.615451865260281, 4.62},     {0.05, 2, 2, 4.040802429319857, 4.04},
    {0.05, 2, 2.25, 3.6050782192603537, 3.61},    {0.05, 2, 2.5, 3.263456564744666, 3.26},
    {0.05, 2, 2.75, 2.987254518787638, 2.99},     {0.05, 2, 3, 2.7570633168132033, 2.76},
    {0.05, 2, 3.25, 2.560832442442741, 2.56},     {0.05, 2, 3.5, 2.3936698362945283, 2.39},
    {0.05, 2, 3.75, 2.2559705239119583, 2.26},    {0.05, 2, 4, 2.1490508193967353, 2.15},
    {0.5, 3.071, 0, 499.90601391079184, 500},     {0.5, 3.071, 0.25, 254.78474850599542, 255},
    {0.5, 3.071, 0.5, 88.79539320777317, 88.8},   {0.5, 3.071, 0.75, 35.91326056899663, 35.9},
    {0.5, 3.071, 1, 17.476629405744596, 17.5},    {0.5, 3.071, 1.5, 6.52619877735904, 6.53},
    {0.5, 3.071, 2, 3.6279993082001707, 3.63},    {0.5, 3.071, 2.5, 2.497273728403211, 2.5},
    {0.5, 3.071, 3, 1.9256708520582166, 1.93},    {0.5, 3.071, 3.5, 1.5765816765364018, 1.58},
    {0.5, 3.071, 4, 1.336130636703236, 1.34},     {0.5, 3.071, 5, 1.0731076964351385, 1.07},
    {0.03, 2.437, 0, 499.8591566319083, 500},     {0.03, 2.437, 0.25, 76.72574023359799, 76.7},
    {0.03, 2.437, 0.5, 29.320981216364455, 29.3}, {0.03, 2.437, 0.75, 17.634299168479643, 17.6},
    {0.03, 2.437, 1, 12.597582298656976, 12.6},   {0.03, 2.437, 1.5, 8.068043173243131, 8.07},
    {0.03, 2.437, 2, 5.986839324953727, 5.99},    {0.03, 2.437, 2.5, 4.79739349021435, 4.8},
    {0.03, 2.437, 3, 4.029275751570653, 4.03},    {0.03, 2.437, 3.5, 3.489520493312041, 3.49},
    {0.03, 2.437, 4, 3.108821452074367, 3.11},    {0.03, 2.437, 5, 2.5533569117949644, 2.55},
};

TEST(EwmaRunLength, AgreesWithCrowderAndWithLucasAndSaccucci) {
    for (const Row& row : kTable) {
        const double ours =
            ewma_average_run_length({.lambda = row.lambda, .reach = row.reach}, row.shift).value();
        EXPECT_NEAR(ours / row.peer, 1, 1e-11)
            << row.lambda << " " << row.reach << " " << row.shift;
        // Crowder prints 3.95 for 3.59.
        if (row.printed == 3.95) continue;
        // Two decimals by Crowder; three figures by Lucas and Saccucci.
        const double last_figure =
            row.reach == 2 ? 0.01 : std::pow(10, std::floor(std::log10(row.printed)) - 2);
        EXPECT_NEAR(ours, row.printed, 0.6 * last_figure) << row.shift;
    }
}

struct Design {
    double average, lambda_01, lambda_02;
};

// R's spc 0.6.7, xewma.crit(lambda, L0, sided = "two").
TEST(EwmaRunLength, HasAReachForEachRunLength) {
    constexpr Design kDesigns[] = {
        {100, 2.1475710178729326, 2.3595517949530205},
        {200, 2.4540101644565788, 2.6353757984459951},
        {370.4, 2.7014611051649204, 2.8593378143656012},
        {500, 2.814309995478923, 2.9621783796970695},
    };
    for (const Design& row : kDesigns) {
        EXPECT_NEAR(ewma_reach_for(row.average, 0.1).value(), row.lambda_01, 1e-8);
        EXPECT_NEAR(ewma_reach_for(row.average, 0.2).value(), row.lambda_02, 1e-8);
    }
}

// Without memory it is a Shewhart chart, whose run length is one over the chance of a signal.
TEST(EwmaRunLength, IsThatOfAShewhartChartWhenLambdaIsOne) {
    for (const double shift : {0.0, 0.5, 2.0}) {
        const double signal = normal_upper_tail(3 - shift) + normal_upper_tail(3 + shift);
        EXPECT_NEAR(ewma_average_run_length({.lambda = 1, .reach = 3}, shift).value() * signal, 1,
                    1e-12);
    }
    EXPECT_NEAR(ewma_reach_for(1 / (2 * normal_upper_tail(3)), 1).value(), 3, 1e-9);
}

TEST(EwmaRunLength, AgreesWithSimulationOnOneSideWithAHeadStart) {
    std::mt19937_64 random(19920101);
    std::normal_distribution<double> normal(0.4, 1);
    constexpr int kRuns = 40000;
    const double limit = 2.5 * std::sqrt(0.25 / 1.75);
    double sum = 0;
    double squares = 0;
    for (int run = 0; run < kRuns; ++run) {
        double e = 0.3;
        int points = 0;
        while (e <= limit) {
            e = std::max(0.0, 0.75 * e + 0.25 * normal(random));
            ++points;
        }
        sum += points;
        squares += static_cast<double>(points) * points;
    }
    const double mean = sum / kRuns;
    const double standard_error = std::sqrt((squares / kRuns - mean * mean) / kRuns);
    const EwmaDesign design{.lambda = 0.25, .reach = 2.5, .head_start = 0.3, .sides = Sides::one};
    EXPECT_NEAR(ewma_average_run_length(design, 0.4).value(), mean, 4 * standard_error);
}

TEST(EwmaRunLength, IsTheSameForARiseAndAFall) {
    EXPECT_NEAR(ewma_average_run_length({.head_start = 0.2}, 0.3).value(),
                ewma_average_run_length({.head_start = -0.2}, -0.3).value(), 1e-9);
}

TEST(EwmaRunLength, IsRefusedForDesignsThatMakeNoSense) {
    for (const EwmaDesign& design :
         {EwmaDesign{0, 3}, EwmaDesign{1.1, 3}, EwmaDesign{0.2, 0}, EwmaDesign{0.2, 3, 1.1},
          EwmaDesign{0.0001, 3}, EwmaDesign{0.2, 3, -0.1, Sides::one}, EwmaDesign{kMissing, 3},
          EwmaDesign{0.2, kMissing}, EwmaDesign{0.2, 3, kMissing}})
        EXPECT_FALSE(ewma_average_run_length(design, 0));
    EXPECT_FALSE(ewma_average_run_length({}, kMissing));
    EXPECT_FALSE(ewma_reach_for(370, 0));
    EXPECT_FALSE(ewma_reach_for(1, 0.2));
}

}  // namespace
}  // namespace primum::spc
