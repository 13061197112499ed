#include "chart/timeline.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "chart/expect_picture.h"
#include "chart/text_width.h"

namespace primum::chart {
namespace {

using std::chrono::sys_days;
using testing::ElementsAre;

constexpr double kTextPx = 14;

std::string name(const Timeline& timeline, std::size_t point) {
    std::string text;
    timeline.append_name(text, point);
    return text;
}

// "Apr/2017 Jul Oct Jan/2018": labels as they will stand, a stroke before a second line.
std::vector<std::string> labels(const Timeline& timeline, std::size_t points, double plot_px) {
    const double span = timeline.position(points - 1) - timeline.position(0);
    std::vector<std::string> labels;
    for (const TimeTick& tick : timeline.ticks(0, points, plot_px / span, kTextPx))
        labels.push_back(tick.line_below.empty() ? tick.line : tick.line + "/" + tick.line_below);
    return labels;
}

TEST(Timeline, CallsMonthsQuartersAndYearsByTheirMonth) {
    const auto dates = months_from(2017, 4, 12);
    const Timeline timeline(dates, 12, Spacing::by_date);
    EXPECT_EQ(name(timeline, 0), "April 2017");
    EXPECT_THAT(labels(timeline, 12, 260), ElementsAre("Apr/2017", "Jul", "Oct", "Jan/2018"));
}

TEST(Timeline, ShowsEveryMonthWhereThereIsRoom) {
    const auto dates = months_from(2025, 10, 5);
    EXPECT_THAT(labels(Timeline(dates, 5, Spacing::by_date), 5, 600),
                ElementsAre("Oct/2025", "Nov", "Dec", "Jan/2026", "Feb"));
}

TEST(Timeline, FallsBackToYears) {
    const auto dates = months_from(2010, 4, 120);
    EXPECT_THAT(labels(Timeline(dates, 120, Spacing::by_date), 120, 260),
                ElementsAre("2012", "2014", "2016", "2018", "2020"));
}

TEST(Timeline, TakesTheLastDayOfAMonthForThatMonth) {
    const std::vector<sys_days> dates = {day(2024, 1, 31), day(2024, 2, 29), day(2024, 3, 31)};
    const Timeline timeline(dates, 3, Spacing::by_date);
    EXPECT_EQ(name(timeline, 1), "February 2024");
    EXPECT_THAT(labels(timeline, 3, 300), ElementsAre("Jan/2024", "Feb", "Mar"));
}

TEST(Timeline, TicksWeeksOnTheDayOnWhichTheyBegin) {
    const auto dates = days_from(day(2026, 3, 4), 7, 6);  // a Wednesday
    const Timeline timeline(dates, 6, Spacing::by_date);
    EXPECT_EQ(name(timeline, 0), "4 March 2026");
    EXPECT_THAT(labels(timeline, 6, 600),
                ElementsAre("4 Mar/2026", "11 Mar", "18 Mar", "25 Mar", "1 Apr", "8 Apr"));
}

TEST(Timeline, TicksDaysOnMondays) {
    const auto dates = days_from(day(2026, 3, 4), 1, 20);
    EXPECT_THAT(labels(Timeline(dates, 20, Spacing::by_date), 20, 300),
                ElementsAre("9 Mar/2026", "16 Mar", "23 Mar"));
}

TEST(Timeline, AlignsQuartersWithTheDataRatherThanTheCalendar) {
    const std::vector<sys_days> dates = {day(2024, 2, 1), day(2024, 5, 1), day(2024, 8, 1),
                                         day(2024, 11, 1), day(2025, 2, 1)};
    EXPECT_THAT(labels(Timeline(dates, 5, Spacing::by_date), 5, 500),
                ElementsAre("Feb/2024", "May", "Aug", "Nov", "Feb/2025"));
}

TEST(Timeline, NumbersPointsWithoutDates) {
    const Timeline timeline({}, 12, Spacing::by_date);
    EXPECT_EQ(name(timeline, 0), "1");
    EXPECT_THAT(labels(timeline, 12, 150), ElementsAre("5", "10"));
}

TEST(Timeline, SpacesPointsEvenlyWhenDatesDoNotRise) {
    const std::vector<sys_days> dates = {day(2024, 1, 1), day(2024, 1, 1), day(2024, 6, 1)};
    const Timeline timeline(dates, 3, Spacing::by_date);
    EXPECT_EQ(timeline.position(1), 1);
    EXPECT_EQ(timeline.position(2), 2);
    EXPECT_EQ(name(timeline, 1), "1 January 2024");
    EXPECT_EQ(timeline.position_of(day(2024, 3, 1)), 1.5);
}

// No two labels may touch, whatever is drawn at whatever width.
TEST(Timeline, NeverLetsLabelsOverlap) {
    for (const int apart : {1, 2, 7, 14, 28, 30, 31, 91, 365}) {
        for (const std::size_t count : {2U, 3U, 12U, 24U, 100U, 500U}) {
            const auto dates = days_from(day(2016, 2, 3), apart, count);
            for (const Spacing spacing : {Spacing::by_date, Spacing::even}) {
                const Timeline timeline(dates, count, spacing);
                for (const double plot_px : {150.0, 240.0, 700.0}) {
                    const double px_per_unit =
                        plot_px / (timeline.position(count - 1) - timeline.position(0));
                    double end = -1e9;
                    for (const TimeTick& tick : timeline.ticks(0, count, px_per_unit, kTextPx)) {
                        const double half = text_width(tick.line, kTextPx) / 2;
                        const double at = tick.position * px_per_unit;
                        EXPECT_GT(at - half, end) << apart << " " << count << " " << plot_px;
                        end = at + half;
                    }
                }
            }
        }
    }
}

}  // namespace
}  // namespace primum::chart
