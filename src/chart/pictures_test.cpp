// Every picture is compared with a reviewed file, test/charts/NAME.svg. PRIMUM_UPDATE_PICTURES=1
// writes those files anew; a difference leaves NAME-changed.svg in the build folder.

#include <gmock/gmock.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "chart/control_chart.h"
#include "chart/icons.h"
#include "chart/sparkline.h"

namespace primum::chart {
namespace {

using std::chrono::sys_days;

void expect_picture(const std::string& name, const Html& picture) {
    const std::filesystem::path expected = PRIMUM_SOURCE_DIR "/test/charts/" + name + ".svg";
    const std::string drawn(picture.markup());
    if (std::getenv("PRIMUM_UPDATE_PICTURES")) {
        std::ofstream(expected, std::ios::binary) << drawn;
        return;
    }
    std::ifstream file(expected, std::ios::binary);
    const std::string reviewed{std::istreambuf_iterator<char>(file), {}};
    if (drawn == reviewed) return;
    const std::string changed = name + "-changed.svg";
    std::ofstream(changed, std::ios::binary) << drawn;
    ADD_FAILURE() << expected << " differs; look at " << std::filesystem::absolute(changed);
}

void expect_pictures(const std::string& name, ControlChart chart) {
    expect_picture(name, control_chart(chart, Form::wide));
    expect_picture(name + "-narrow", control_chart(chart, Form::narrow));
}

sys_days day(int year, unsigned month, unsigned day) {
    return sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day));
}

std::vector<sys_days> months_from(int year, unsigned month, std::size_t count) {
    std::vector<sys_days> dates;
    for (unsigned i = 0; i < count; ++i) {
        const unsigned at = month - 1 + i;
        dates.push_back(day(year + static_cast<int>(at / 12), at % 12 + 1, 1));
    }
    return dates;
}

std::vector<Point> points(std::initializer_list<double> values) {
    std::vector<Point> points;
    for (const double value : values)
        points.push_back({.value = value});
    return points;
}

ControlChart falls() {
    ControlChart chart;
    chart.caption = {.id = "falls",
                     .title = "Falls with harm per 1,000 bed days, Ward 7, individuals chart",
                     .description = "Latest value 2.9 in March 2026. Mean 3.1, limits 1.4 to 4.9."};
    chart.unit = "Falls with harm per 1,000 bed days";
    chart.dates = months_from(2023, 4, 36);
    chart.points = points({5.1, 5.9, 4.4, 6.2, 5.5, 4.9, 6.6, 5.2, 6.9, 5.0, 5.8, 4.6,
                           5.4, 6.1, 9.4, 5.7, 6.0, 4.8, 5.3, 5.6, 4.1, 4.7, 3.9, 4.4,
                           3.1, 3.6, 2.7, 3.3, 2.9, 3.8, 2.5, 3.2, 3.5, 2.8, 3.4, 2.9});
    chart.points[14].meaning = Meaning::concern;
    chart.points[14].note = "outside the limits";
    chart.lines.assign(36, {});
    for (std::size_t i = 0; i < 36; ++i)
        chart.lines[i] = i < 24 ? Lines{5.42, 2.51, 8.33, 4.0} : Lines{3.14, 1.42, 4.86, 4.0};
    for (std::size_t i = 24; i < 36; ++i) {
        chart.points[i].meaning = Meaning::improvement;
        chart.points[i].note = "7 or more points in a row on one side of the centre line";
    }
    chart.phases = {{0, false}, {24, true}};
    chart.annotations = {{day(2024, 6, 1), 0, "Staff shortage"},
                         {day(2025, 3, 15), 0, "Intentional rounding"}};
    return chart;
}

TEST(ControlChartPicture, ShowsPhasesTargetSignalsAndWhatHappened) {
    expect_pictures("control-falls", falls());
}

}  // namespace
}  // namespace primum::chart
