#include "chart/from_analysis.h"

#include <gmock/gmock.h>

#include <cmath>
#include <vector>

#include "chart/expect_picture.h"

namespace primum::chart {
namespace {

using testing::HasSubstr;

struct Ward {
    std::vector<double> falls = noise(30, 40, 6);
    std::vector<std::uint8_t> excluded = std::vector<std::uint8_t>(30, 0);
    std::vector<std::chrono::sys_days> dates = months_from(2023, 4, 30);
    spc::Phase phases[2] = {{.begin = 0}, {.begin = 20}};
    spc::Options options{.better = spc::Better::lower, .target = 35};

    spc::Series series() const { return {.values = falls, .excluded = excluded, .phases = phases}; }
    ControlChart chart() const {
        return control_chart_of(spc::analyse(series(), options), series(), options, dates);
    }
};

TEST(ControlChartOfAnAnalysis, HasItsValuesLinesAndPhases) {
    const Ward ward;
    const spc::Analysis analysis = spc::analyse(ward.series(), ward.options);
    const ControlChart chart = ward.chart();
    ASSERT_EQ(chart.points.size(), 30U);
    ASSERT_EQ(chart.lines.size(), 30U);
    for (std::size_t i = 0; i < 30; ++i) {
        EXPECT_EQ(chart.points[i].value, ward.falls[i]);
        EXPECT_EQ(chart.lines[i].centre, analysis.limits_at(i).centre);
        EXPECT_EQ(chart.lines[i].upper, analysis.limits_at(i).upper);
        EXPECT_EQ(chart.lines[i].lower, analysis.limits_at(i).lower);
        EXPECT_EQ(chart.lines[i].target, 35);
    }
    ASSERT_EQ(chart.phases.size(), 2U);
    EXPECT_EQ(chart.phases[1].begin, 20U);
    EXPECT_EQ(chart.centre_name, "Mean");
}

// Ten points are fewer than spc::kEnoughPoints, twenty are not.
TEST(ControlChartOfAnAnalysis, MarksShortPhasesAsOnTrial) {
    const ControlChart chart = Ward().chart();
    EXPECT_FALSE(chart.phases[0].on_trial);
    EXPECT_TRUE(chart.phases[1].on_trial);
}

TEST(ControlChartOfAnAnalysis, SaysWhatAPointMeansAndWhy) {
    Ward ward;
    ward.falls[5] = 95;
    const ControlChart chart = ward.chart();
    EXPECT_EQ(chart.points[5].meaning, Meaning::concern);
    EXPECT_THAT(chart.points[5].note, HasSubstr("outside the limits"));
}

TEST(ControlChartOfAnAnalysis, KeepsExcludedAndMissingPoints) {
    Ward ward;
    ward.excluded[3] = 1;
    ward.falls[7] = spc::kMissing;
    const ControlChart chart = ward.chart();
    EXPECT_TRUE(chart.points[3].excluded);
    EXPECT_TRUE(std::isnan(chart.points[7].value));
}

TEST(ControlChartOfAnAnalysis, FollowsLimitsThatVary) {
    const std::vector<double> events(24, 8);
    std::vector<double> exposures(24, 100);
    exposures[9] = 60;
    spc::Series series;
    series.values = events;
    series.denominators = exposures;
    const spc::Options options{.chart = spc::Chart::u};
    const ControlChart chart = control_chart_of(spc::analyse(series, options), series, options, {});
    EXPECT_GT(chart.lines[9].upper, chart.lines[8].upper);
    EXPECT_EQ(chart.lines[10].upper, chart.lines[8].upper);
}

TEST(ControlChartOfAnAnalysis, HasNoLimitsForARunChart) {
    Ward ward;
    ward.options.chart = spc::Chart::run;
    const ControlChart chart = ward.chart();
    EXPECT_EQ(chart.centre_name, "Median");
    EXPECT_TRUE(std::isnan(chart.lines[0].upper));
    EXPECT_FALSE(std::isnan(chart.lines[0].centre));
}

TEST(ControlChartOfAnAnalysis, IsEmptyWhereTheAnalysisHasAProblem) {
    const ControlChart chart = control_chart_of(spc::analyse({}, {}), {}, {}, {});
    EXPECT_TRUE(chart.points.empty());
}

TEST(Words, NameTheRulesWithTheirLengths) {
    spc::PointSignals signals;
    EXPECT_EQ(words_of(signals, spc::mdc_rules()), "");
    signals.high.add(spc::Rule::shift);
    signals.low.add(spc::Rule::outside_limits);
    EXPECT_EQ(words_of(signals, spc::ihi_rules()),
              "outside the limits; 8 or more points in a row on one side of the centre line");
}

}  // namespace
}  // namespace primum::chart
