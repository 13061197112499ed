#include "spc/risk_adjusted_run_length.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include "spc/series.h"

namespace primum::spc {
namespace {

const std::vector<RiskGroup> kMix{
    {0.01, 0.7485},
    {0.02, 0.152},
    {0.03, 0.0425},
    {0.04, 0.0135},
    {0.05, 0.0105},
    {0.060000000000000005, 0.008},
    {0.06999999999999999, 0.001},
    {0.08, 0.003},
    {0.09, 0.0005},
    {0.09999999999999999, 0.0075},
    {0.11, 0.001},
    {0.14, 0.002},
    {0.15000000000000002, 0.0015},
    {0.17, 0.002},
    {0.19, 0.001},
    {0.25, 0.0015},
    {0.3, 0.001},
    {0.41000000000000003, 0.003},
};

struct Row {
    double limit, sought, actual, peer;
};

// vlad 0.2.2, racusum_arl_mc(h, pmix, RA, RQ, scaling = 600, rounding = "p").
TEST(RiskAdjustedRunLength, AgreesWithThePeer) {
    constexpr Row kTable[] = {
        {2, 2, 1, 1293.0266699492759},   {3.5, 2, 1, 7779.1325153769867},
        {2, 1.5, 1, 3563.5289380787017}, {3.5, 1.5, 1, 22204.670519954791},
        {2, 0.5, 1, 1915.8864361525443}, {3.5, 0.5, 1, 11645.780658864165},
        {2, 2, 2, 231.49196271789774},   {3.5, 2, 2, 470.69609566760704},
        {2, 1.5, 2, 370.26136317135922}, {3.5, 1.5, 2, 684.01279840728023},
        {2, 0.5, 2, 61139.983894554462}, {3.5, 0.5, 2, 13505060.712994903},
    };
    for (const Row& row : kTable) {
        const double ours =
            risk_adjusted_average_run_length(kMix, row.sought, row.actual, row.limit).value();
        EXPECT_NEAR(ours / row.peer, 1, 1e-9) << row.limit << " " << row.sought;
    }
}

// One patient in two has the event, and it weighs ln 1.5; the others take off ln 2. A limit below
// ln 1.5 is first passed with the first event: after two patients on average.
TEST(RiskAdjustedRunLength, IsTwoPatientsWhereOneEventIsEnough) {
    const std::vector<RiskGroup> coin{{0.5, 3}};
    EXPECT_NEAR(risk_adjusted_average_run_length(coin, 3, 1, 0.4).value(), 2, 1e-12);
}

TEST(RiskAdjustedRunLength, AgreesWithSimulation) {
    const std::vector<RiskGroup> mix{{0.05, 0.5}, {0.2, 0.3}, {0.4, 0.2}};
    constexpr double kSought = 2;
    constexpr double kActual = 1.5;
    constexpr double kLimit = 2.5;
    std::mt19937_64 random(20000101);
    std::uniform_real_distribution<double> uniform;
    constexpr int kRuns = 20000;
    double sum = 0;
    double squares = 0;
    for (int run = 0; run < kRuns; ++run) {
        double c = 0;
        int patients = 0;
        while (c < kLimit) {
            const double draw = uniform(random);
            const double p = mix[draw < 0.5 ? 0 : draw < 0.8 ? 1 : 2].risk;
            const bool event = uniform(random) < kActual * p / (1 - p + kActual * p);
            c = std::max(0.0, c + (event ? std::log(kSought) : 0) - std::log(1 - p + kSought * p));
            ++patients;
        }
        sum += patients;
        squares += static_cast<double>(patients) * patients;
    }
    const double mean = sum / kRuns;
    const double standard_error = std::sqrt((squares / kRuns - mean * mean) / kRuns);
    EXPECT_NEAR(risk_adjusted_average_run_length(mix, kSought, kActual, kLimit).value(), mean,
                4 * standard_error + 0.001 * mean);
}

TEST(RiskAdjustedRunLength, IsInfiniteWhereNoPatientIsAtRisk) {
    const std::vector<RiskGroup> nobody{{0, 1}};
    EXPECT_TRUE(std::isinf(risk_adjusted_average_run_length(nobody, 2, 1, 3).value()));
}

TEST(RiskAdjustedRunLength, IsRefusedWhereItMakesNoSense) {
    EXPECT_FALSE(risk_adjusted_average_run_length({}, 2, 1, 3));
    for (const RiskGroup& group :
         {RiskGroup{-0.1, 1}, RiskGroup{1.1, 1}, RiskGroup{0.1, -1}, RiskGroup{0.1, 0},
          RiskGroup{kMissing, 1}, RiskGroup{0.1, kMissing}})
        EXPECT_FALSE(risk_adjusted_average_run_length(std::vector{group}, 2, 1, 3));
    EXPECT_FALSE(risk_adjusted_average_run_length(kMix, 0, 1, 3));
    EXPECT_FALSE(risk_adjusted_average_run_length(kMix, 2, -1, 3));
    EXPECT_FALSE(risk_adjusted_average_run_length(kMix, 2, kMissing, 3));
    EXPECT_FALSE(risk_adjusted_average_run_length(kMix, 2, 1, 0));
    EXPECT_FALSE(risk_adjusted_average_run_length(kMix, 2, 1, kMissing));
    EXPECT_FALSE(risk_adjusted_average_run_length(kMix, 2, 1, 3, 0));
}

}  // namespace
}  // namespace primum::spc
