#include "chart/control_chart.h"

#include <gmock/gmock.h>

#include <cmath>
#include <string>

#include "chart/expect_picture.h"

namespace primum::chart {
namespace {

using std::chrono::sys_days;
using testing::HasSubstr;
using testing::Not;

ControlChart falls() {
    ControlChart chart;
    chart.caption = {.id = "falls",
                     .title = "Falls with harm per 1,000 bed days, Ward 7, individuals chart",
                     .description = "Latest value 2.9 in March 2026. Mean 3.1, limits 1.4 to 4.9."};
    chart.unit = "Falls with harm per 1,000 bed days";
    chart.dates = months_from(2023, 4, 36);
    chart.points = points_of({5.1, 5.9, 4.4, 6.2, 5.5, 4.9, 6.6, 5.2, 6.9, 5.0, 5.8, 4.6,
                              5.4, 6.1, 9.4, 5.7, 6.0, 4.8, 5.3, 5.6, 4.1, 4.7, 3.9, 4.4,
                              3.1, 3.6, 2.7, 3.3, 2.9, 3.8, 2.5, 3.2, 3.5, 2.8, 3.4, 2.9});
    chart.points[14].meaning = Meaning::concern;
    chart.points[14].note = "outside the limits";
    for (std::size_t i = 0; i < 36; ++i)
        chart.lines.push_back(i < 24 ? Lines{5.42, 2.51, 8.33, 4.0} : Lines{3.14, 1.42, 4.86, 4.0});
    for (std::size_t i = 26; i < 36; ++i) {
        chart.points[i].meaning = Meaning::improvement;
        chart.points[i].note = "7 or more points in a row on one side of the centre line";
    }
    chart.phases = {{0, false}, {24, true}};
    chart.annotations = {{.date = day(2024, 6, 1), .words = "Staff shortage"},
                         {.date = day(2025, 3, 15), .words = "Intentional rounding"}};
    return chart;
}

// A plain chart of anything: values with lines at their middle.
ControlChart plain(const std::vector<double>& values, Lines lines) {
    ControlChart chart;
    chart.caption = {.id = "plain", .title = "A measure", .description = "What it shows"};
    chart.points = points_of(values);
    chart.lines.assign(values.size(), lines);
    return chart;
}

TEST(ControlChartPicture, ShowsPhasesTargetSignalsAndWhatHappened) {
    expect_pictures("control-falls", falls());
}

TEST(ControlChartPicture, InTheColoursOfMakingDataCount) {
    ControlChart chart = falls();
    chart.palette = Palette::mdc;
    expect_picture("control-falls-mdc", control_chart(chart, Form::wide));
}

TEST(ControlChartPicture, StepsLimitsThatVaryFromPointToPoint) {
    ControlChart chart = plain(noise(24, 0.93, 0.02), {});
    chart.unit = "Patients assessed within 24 hours";
    chart.numbers = NumberStyle::proportion;
    chart.dates = months_from(2024, 1, 24);
    const double sizes[] = {210, 190, 230, 160, 175, 260, 240, 90, 120, 230, 210, 205};
    for (std::size_t i = 0; i < 24; ++i) {
        const double reach = 3 * std::sqrt(0.93 * 0.07 / sizes[i % 12]);
        chart.lines[i] = {0.93, 0.93 - reach, std::min(1.0, 0.93 + reach), 0.95};
    }
    chart.points[17] = {.value = 0.868, .meaning = Meaning::concern, .note = "outside the limits"};
    expect_pictures("control-proportions", chart);
}

TEST(ControlChartPicture, BreaksTheLineAtMissingPointsAndHollowsExcludedOnes) {
    ControlChart chart = plain(noise(30, 41, 6), {41.2, 22.8, 59.6, kNone});
    chart.unit = "Days";
    chart.dates = months_from(2023, 7, 30);
    for (const std::size_t missing : {4U, 11U, 12U, 13U, 29U})
        chart.points[missing].value = kNone;
    for (const std::size_t excluded : {8U, 9U, 20U})
        chart.points[excluded].excluded = true;
    chart.points[20].value = 71;
    chart.points[16].meaning = Meaning::neutral;
    chart.points[16].value = 61.5;
    expect_pictures("control-gaps", chart);
}

TEST(ControlChartPicture, DrawsARunChart) {
    ControlChart chart = plain(noise(26, 12, 3), {12.1, kNone, kNone, kNone});
    chart.centre_name = "Median";
    chart.unit = "Minutes to first dose";
    chart.dates = days_from(day(2025, 9, 1), 7, 26);
    expect_pictures("run-weekly", chart);
}

TEST(ControlChartPicture, NumbersPointsThatHaveNoDates) {
    ControlChart chart = plain(noise(40, 300, 40), {301, 190, 412, kNone});
    chart.annotations = {{.point = 20, .words = "New form"}};
    expect_pictures("control-numbered", chart);
}

TEST(ControlChartPicture, SpacesEventsEvenly) {
    ControlChart chart = plain({3, 18, 42, 7, 0, 25, 61, 12, 33, 5, 19, 88}, {21, 0, 84, kNone});
    chart.unit = "Days between infections";
    chart.spacing = Spacing::even;
    sys_days at = day(2024, 1, 3);
    for (const Point& point : chart.points) {
        at += std::chrono::days(static_cast<int>(point.value) + 1);
        chart.dates.push_back(at);
    }
    expect_pictures("control-events", chart);
}

TEST(ControlChartPicture, ShowsDays) {
    ControlChart chart = plain(noise(45, 210, 22), {211, 148, 274, 200});
    chart.unit = "Attendances a day";
    chart.dates = days_from(day(2025, 12, 10), 1, 45);
    expect_pictures("control-days", chart);
}

TEST(ControlChartPicture, ShowsQuartersAndYears) {
    ControlChart quarters = plain(noise(20, 1'450, 120), {1'455, 1'120, 1'790, 1'300});
    quarters.unit = "Operations a quarter";
    for (unsigned i = 0; i < 20; ++i)
        quarters.dates.push_back(day(2020 + static_cast<int>(i / 4), 1 + 3 * (i % 4), 1));
    expect_pictures("control-quarters", quarters);

    ControlChart years = plain(noise(14, 0.7, 0.1), {0.7, 0.4, 1.0, kNone});
    for (int year = 2012; year < 2026; ++year)
        years.dates.push_back(day(year, 4, 1));
    expect_pictures("control-years", years);
}

TEST(ControlChartPicture, ShowsMonthsThatAreDatedByTheirLastDay) {
    ControlChart chart = plain(noise(18, 55, 4), {55, 43, 67, kNone});
    for (const sys_days first : months_from(2024, 2, 18))
        chart.dates.push_back(first - std::chrono::days(1));
    expect_picture("control-month-ends", control_chart(chart, Form::wide));
}

TEST(ControlChartPicture, FitsFiveHundredPoints) {
    ControlChart chart = plain(noise(500, 80, 9), {80, 53, 107, 75});
    chart.dates = days_from(day(2016, 1, 4), 7, 500);
    for (std::size_t i = 430; i < 460; ++i)
        chart.points[i].meaning = Meaning::improvement;
    chart.points[77] = {.value = 118, .meaning = Meaning::concern};
    expect_pictures("control-500", chart);
}

TEST(ControlChartPicture, KeepsWordsApartWhenMuchHappened) {
    ControlChart chart = plain(noise(36, 5, 0.4), {5.02, 4.9, 5.14, 5.0});
    chart.unit = "Score";
    chart.dates = months_from(2023, 1, 36);
    chart.annotations = {{.date = day(2023, 3, 1), .words = "Baseline audit"},
                         {.date = day(2023, 5, 1), .words = "Training begins on the first wards"},
                         {.date = day(2023, 7, 10),
                          .words = "A very long account of what happened that nobody can read"},
                         {.date = day(2025, 9, 1), .words = "Second wave"},
                         {.date = day(2025, 11, 1), .words = "New lead"},
                         {.date = day(2025, 12, 1), .words = "Winter plan"},
                         {.date = day(2031, 1, 1), .words = "Not shown"}};
    expect_pictures("control-annotations", chart);
}

TEST(ControlChartPicture, ShowsTheLatestOfTooManyNotes) {
    ControlChart chart = falls();
    chart.annotations.clear();
    for (const sys_days date : chart.dates)
        chart.annotations.push_back({.date = date, .words = "Audit"});
    expect_pictures("control-crowded", chart);
}

TEST(ControlChartPicture, HasAnAnswerForNothingToShow) {
    expect_pictures("control-empty", plain({}, {}));
    ControlChart missing = plain(std::vector<double>(12, kNone), {});
    missing.dates = months_from(2025, 1, 12);
    expect_pictures("control-all-missing", missing);
}

TEST(ControlChartPicture, HasAnAnswerForOnePoint) {
    ControlChart chart = plain({7.5}, {7.5, kNone, kNone, 9});
    chart.dates = {day(2025, 5, 1)};
    expect_pictures("control-one", chart);
}

TEST(ControlChartPicture, HasAnAnswerForPointsThatAreAllEqual) {
    ControlChart chart = plain(std::vector<double>(15, 100), {100, 100, 100, 95});
    chart.numbers = NumberStyle::percent;
    chart.dates = months_from(2025, 1, 15);
    expect_pictures("control-equal", chart);
    expect_picture("control-zeros",
                   control_chart(plain(std::vector<double>(9, 0), {0, 0, 0, kNone}), Form::wide));
}

TEST(ControlChartPicture, HasAnAnswerForNumbersOfAnySize) {
    std::vector<double> tiny;
    for (const double value : noise(20, 0, 1))
        tiny.push_back(5 + value * 1e-9);
    expect_pictures("control-tiny-range", plain(tiny, {5, 5 - 2e-9, 5 + 2e-9, kNone}));

    std::vector<double> huge;
    for (const double value : noise(20, 3, 1))
        huge.push_back(value * 1e100);
    expect_pictures("control-huge", plain(huge, {3e100, 0, 6e100, kNone}));

    std::vector<double> small;
    for (const double value : noise(20, 3, 0.5))
        small.push_back(value * 1e-12);
    expect_picture("control-small",
                   control_chart(plain(small, {3e-12, 2e-12, 4e-12, kNone}), Form::wide));
}

TEST(ControlChartPicture, ShowsNumbersBelowZero) {
    ControlChart chart = plain(noise(24, -1'500, 900), {-1'480, -4'200, 1'240, 0});
    chart.unit = "Under or over budget, £ thousand";
    chart.dates = months_from(2024, 4, 24);
    expect_pictures("control-negative", chart);
}

TEST(ControlChartPicture, EscapesHostileWords) {
    ControlChart chart = plain({1, 2, 3}, {2, 0, 4, 3});
    const std::string hostile = "</title><script>alert('x')</script>\" onload=\"x\x01\xff & co";
    chart.caption.title = chart.caption.description = chart.unit = chart.centre_name = hostile;
    chart.points[1].note = hostile;
    chart.annotations = {{.point = 1, .words = hostile}};
    const Html drawn = control_chart(chart);
    EXPECT_THAT(std::string(drawn.markup()), Not(HasSubstr("<script")));
    expect_pictures("control-hostile", chart);
}

TEST(ControlChart, IsDrawnInBothFormsUnderDifferentIds) {
    const std::string both(control_chart(falls()).markup());
    EXPECT_THAT(both, HasSubstr(R"(aria-labelledby="falls-wide-title falls-wide-text")"));
    EXPECT_THAT(both, HasSubstr(R"(aria-labelledby="falls-narrow-title falls-narrow-text")"));
    EXPECT_THAT(both, Not(HasSubstr("style=")));
}

TEST(ControlChart, NamesEachPointWithItsDateValueAndRule) {
    const std::string drawn(control_chart(falls(), Form::wide).markup());
    EXPECT_THAT(drawn, HasSubstr("<title>June 2024: 9.4. outside the limits</title>"));
    EXPECT_THAT(drawn, HasSubstr("<title>April 2023: 5.1</title>"));
}

TEST(ControlChart, PutsUpWithSpansThatDiffer) {
    ControlChart chart = falls();
    chart.dates.resize(5);
    chart.lines.resize(7);
    chart.phases = {{30, true}, {90, false}};
    EXPECT_THAT(std::string(control_chart(chart).markup()), HasSubstr("<title>36: 2.9"));
}

}  // namespace
}  // namespace primum::chart
