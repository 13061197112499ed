#include <gmock/gmock.h>

#include <cmath>

#include "csv/table.h"
#include "datasets/dataset.h"
#include "design/testing.h"
#include "measures/chart_cache.h"
#include "measures/note.h"
#include "measures/phase_guard.h"
#include "measures/point_form.h"
#include "measures/recipe.h"
#include "measures/testing.h"

namespace primum::measures {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

/// Months from January 2024 on, with these numbers of falls in 1,000 bed days each.
Material months(const std::vector<double>& counts) {
    Material material;
    material.measure.versions = {{.from = day("2020-01-01"), .says = falls()}};
    material.series.code = "falls";
    material.series.starts = day("2024-01-01");
    Day period = day("2024-01-01");
    for (const double count : counts) {
        if (!std::isnan(count))
            material.points.push_back(
                {.said = {.period = period, .numerator = count, .denominator = 1000}});
        period = next_period(Frequency::month, period);
    }
    return material;
}

/// Twelve months about 10, then so many about 4.
Material fallen(std::size_t after) {
    std::vector<double> counts = {10, 9, 11, 10, 12, 8, 10, 9, 11, 10, 12, 10};
    for (std::size_t i = 0; i < after; ++i)
        counts.push_back(i % 2 == 0 ? 4 : 3);
    return months(counts);
}

std::string refusal(const Material& material, std::string_view from) {
    const auto may = may_begin_phase(material, study_of(material).value(), day(from));
    return may ? "" : may.error().sentence;
}

TEST(NewPhase, NeedsSevenPointsAfterTheChange) {
    EXPECT_THAT(refusal(fallen(6), "2025-01-01"), HasSubstr("6 points since Jan 2025"));
    EXPECT_THAT(refusal(fallen(6), "2025-01-01"), HasSubstr("when there are 1 more"));
    EXPECT_EQ(refusal(fallen(9), "2025-01-01"), "");
}

TEST(NewPhase, NeedsAShiftThatTheChartShowsNearTheDay) {
    EXPECT_THAT(refusal(fallen(12), "2024-08-01"), HasSubstr("no lasting shift"));
    const std::vector<double> chance = {10, 9,  11, 10, 12, 8,  10, 9, 11, 10,
                                        12, 10, 8,  11, 9,  12, 10, 9, 11, 8};
    EXPECT_THAT(refusal(months(chance), "2024-11-01"), HasSubstr("no lasting shift"));
}

TEST(NewPhase, NeedsSevenPointsBeforeTheChange) {
    EXPECT_THAT(refusal(fallen(12), "2024-04-01"), HasSubstr("too little to compare with"));
}

TEST(NewPhase, BeginsOnceOnlyOnItsDay) {
    const Material decided =
        with(fallen(12), {.from = day("2025-01-01"), .change = "Bundle", .reason = "Seen"});
    EXPECT_THAT(refusal(decided, "2025-01-01"), HasSubstr("already"));
}

TEST(ANote, NamesNoPatient) {
    EXPECT_TRUE(check_note("Ward closed for two weeks; see ticket 12345").has_value());
    EXPECT_TRUE(check_note("Missing from the log of March").has_value());
    EXPECT_FALSE(check_note("943 476 5919 fell twice").has_value());
    EXPECT_FALSE(check_note("Mrs Jones fell").has_value());
    EXPECT_FALSE(check_note("Patient, DOB 1 2 1950").has_value());
}

TEST(MissingPeriods, AreThoseNobodySaidAnythingOf) {
    const Material material = months({10, NAN, 9, 8});
    // Ended in mid-June 2024: May is over, June is not.
    EXPECT_THAT(missing_periods(material, day("2024-06-15")),
                ElementsAre(day("2024-05-01"), day("2024-02-01")));
}

TEST(TheChart, BreaksWhereAPeriodIsMissing) {
    const Drawn drawn = draw(months({10, NAN, NAN, 9, 8}));
    ASSERT_THAT(drawn.chart.points, SizeIs(5));
    EXPECT_TRUE(std::isnan(drawn.chart.points[1].value));
    EXPECT_TRUE(std::isnan(drawn.chart.points[2].value));
    EXPECT_EQ(drawn.chart.points[3].value, 9);
    EXPECT_EQ(drawn.chart.dates[2], day("2024-03-01"));
}

TEST(ANumber, IsAskedAboutWhenItIsManyTimesTheUsual) {
    const design::View view = design::view_in("en");
    const Material material = fallen(0);
    const Said typo{.period = day("2025-01-01"), .numerator = 100, .denominator = 1000};
    EXPECT_THAT(unusual(view, material, typo).value_or(""), HasSubstr("10 times the usual 10"));
    const Said days{.period = day("2025-01-01"), .numerator = 10, .denominator = 10000};
    EXPECT_THAT(unusual(view, material, days).value_or(""), HasSubstr("Bed days"));
    const Said fine{.period = day("2025-01-01"), .numerator = 14, .denominator = 900};
    EXPECT_EQ(unusual(view, material, fine), std::nullopt);
}

/// What the command reads from the file it is given: the same lines, signals and phases.
TEST(TheRecipe, MakesTheSameChartAgain) {
    Material material = fallen(14);
    material.points[3].said.excluded = "Ward closed";
    material.decisions = {{.from = day("2025-01-01"), .change = "Falls bundle", .reason = "Seen"}};
    const auto study = study_of(material).value();
    const auto command = command_of(material, study).value();
    EXPECT_EQ(command,
              "primum analyse falls.csv --date period --numerator numerator --denominator "
              "denominator --phase phase --exclude excluded --by none --chart u --rules mdc "
              "--multiply 1000 --better lower --format csv");
    const auto table = csv::parse_table(points_csv(material, study));
    datasets::Notes notes;
    auto data = datasets::dataset_of(*table,
                                     {.columns = {.date = "period",
                                                  .numerator = "numerator",
                                                  .denominator = "denominator",
                                                  .phase = "phase",
                                                  .exclude = "excluded",
                                                  .one_series = true}},
                                     notes);
    ASSERT_TRUE(data.has_value()) << data.error().sentence;
    datasets::Method method{.chart = spc::Chart::u, .rules = "mdc"};
    method.options.multiply = 1000;
    method.options.better = spc::Better::lower;
    const auto again = datasets::study_of(std::move(*data), method, notes).value();
    const spc::Analysis& ours = study.analyses[0];
    const spc::Analysis& theirs = again.analyses[0];
    EXPECT_EQ(theirs.values, ours.values);
    EXPECT_EQ(theirs.readings, ours.readings);
    ASSERT_EQ(theirs.phases.size(), 2U);
    for (std::size_t i = 0; i < ours.values.size(); ++i) {
        EXPECT_EQ(theirs.limits_at(i).centre, ours.limits_at(i).centre) << i;
        EXPECT_EQ(theirs.limits_at(i).upper, ours.limits_at(i).upper) << i;
        EXPECT_EQ(theirs.signals[i], ours.signals[i]) << i;
    }
}

TEST(KeptCharts, AreThoseOfTheirRevision) {
    ChartCache charts;
    Material material = fallen(3);
    const auto first = charts.of(material);
    EXPECT_EQ(charts.of(material), first);
    material.series.revision = 1;
    const auto second = charts.of(material);
    EXPECT_NE(second, first);
    EXPECT_EQ(charts.find(material.series.id, 0), nullptr);
    EXPECT_EQ(charts.find(material.series.id, 1), second);
}

TEST(KeptCharts, StayWithinTheirRoom) {
    Material material = fallen(3);
    ChartCache charts(3 * draw(material).bytes());
    for (int i = 0; i < 10; ++i) {
        material.series.id =
            SeriesId::parse("00000000-0000-4000-8000-00000000000" + std::to_string(i)).value();
        charts.of(material);
    }
    EXPECT_LE(charts.bytes(), 3 * draw(material).bytes());
    EXPECT_NE(charts.find(material.series.id, 0), nullptr);
}

}  // namespace
}  // namespace primum::measures
