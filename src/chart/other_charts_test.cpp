#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "chart/cusum_chart.h"
#include "chart/expect_picture.h"
#include "chart/funnel_plot.h"
#include "chart/pareto_chart.h"

namespace primum::chart {
namespace {

using testing::HasSubstr;
using testing::Not;

template <class Draw, class Chart>
void expect_both(const std::string& name, Draw draw, const Chart& chart) {
    expect_picture(name, draw(chart, Form::wide));
    expect_picture(name + "-narrow", draw(chart, Form::narrow));
}
constexpr auto kCusum = [](const CusumChart& chart, Form form) { return cusum_chart(chart, form); };
constexpr auto kFunnel = [](const FunnelPlot& plot, Form form) { return funnel_plot(plot, form); };
constexpr auto kPareto = [](const ParetoChart& c, Form form) { return pareto_chart(c, form); };

// Sums of deviations beyond half a sigma, which is all that the picture needs to look real.
CusumChart cusum() {
    CusumChart chart;
    chart.caption = {.id = "cusum", .title = "CUSUM of waiting times", .description = "Rising"};
    chart.unit = "Standard deviations";
    chart.dates = months_from(2023, 1, 36);
    Trace up{.name = "Rising", .values = {}, .signals = {}, .meaning = Meaning::concern};
    Trace down{.name = "Falling", .values = {}, .signals = {}, .meaning = Meaning::improvement};
    double high = 0;
    double low = 0;
    const std::vector<double> steps = noise(36, 0, 1);
    for (std::size_t i = 0; i < 36; ++i) {
        const double z = steps[i] + (i > 24 ? 1.1 : 0);
        high = std::max(0.0, high + z - 0.5);
        low = std::min(0.0, low + z + 0.5);
        up.values.push_back(high);
        up.signals.push_back(high > 5);
        down.values.push_back(low);
    }
    chart.traces = {up, down};
    chart.upper = 5;
    chart.lower = -5;
    chart.annotations = {{.date = day(2025, 2, 1), .words = "Clinic closed"}};
    return chart;
}

TEST(CusumChartPicture, ShowsBothSumsAndTheDecisionLimits) {
    expect_both("cusum", kCusum, cusum());
}

TEST(CusumChartPicture, DrawsALifeAdjustedDisplay) {
    CusumChart chart;
    chart.caption = {.id = "vlad", .title = "VLAD", .description = "Lives saved"};
    chart.unit = "Expected minus observed deaths";
    Trace trace{.name = "Lives", .values = {}};
    double sum = 0;
    for (const double step : noise(300, 0.02, 0.4))
        trace.values.push_back(sum += step);
    trace.values[120] = kNone;
    chart.traces = {trace};
    expect_both("vlad", kCusum, chart);
}

TEST(CusumChartPicture, HasAnAnswerForNothing) {
    expect_picture("cusum-empty", cusum_chart(CusumChart(), Form::wide));
}

FunnelPlot funnel(std::size_t organisations) {
    FunnelPlot plot;
    plot.caption = {.id = "funnel", .title = "Readmissions by trust", .description = "Funnel"};
    plot.unit = "Patients readmitted within 30 days";
    plot.denominator_name = "Discharges";
    plot.numbers = NumberStyle::proportion;
    plot.centre = 0.08;
    const std::vector<double> sizes = noise(organisations, 5'000, 2'600);
    const std::vector<double> offsets = noise(organisations, 0, 1.15);
    for (std::size_t i = 0; i < organisations; ++i) {
        const double size = std::max(250.0, sizes[(i * 7 + 3) % organisations]);
        const double z = offsets[i];
        FunnelPoint point{.denominator = size,
                          .value = 0.08 + z * std::sqrt(0.08 * 0.92 / size),
                          .name = "Trust " + std::to_string(i + 1)};
        if (i % 23 == 5) {
            point.value = 0.08 + 4 * std::sqrt(0.08 * 0.92 / size);
            point.meaning = Meaning::concern;
            point.named = true;
        }
        plot.points.push_back(point);
    }
    for (int i = 1; i <= 100; ++i) {
        const double size = 100.0 * i;
        const double sigma = std::sqrt(0.08 * 0.92 / size);
        plot.limits.push_back({.denominator = size,
                               .lower = std::max(0.0, 0.08 - 1.96 * sigma),
                               .upper = 0.08 + 1.96 * sigma,
                               .outer_lower = std::max(0.0, 0.08 - 3.09 * sigma),
                               .outer_upper = 0.08 + 3.09 * sigma});
    }
    return plot;
}

TEST(FunnelPlotPicture, ShowsOrganisationsAndNamesThoseThatStandOut) {
    expect_both("funnel", kFunnel, funnel(120));
}

TEST(FunnelPlotPicture, HasAnAnswerForLittle) {
    expect_picture("funnel-empty", funnel_plot(FunnelPlot(), Form::wide));
    FunnelPlot one = funnel(1);
    one.points[0].name = "<b>Only</b> one";
    one.points[0].named = true;
    expect_both("funnel-one", kFunnel, one);
}

ParetoChart pareto() {
    ParetoChart chart;
    chart.caption = {.id = "pareto", .title = "Causes of falls", .description = "Pareto chart"};
    chart.unit = "falls";
    const std::pair<const char*, double> causes[] = {{"Reaching for a call bell or a drink", 48},
                                                     {"Walking to the toilet unaided", 41},
                                                     {"Getting out of bed at night", 22},
                                                     {"Unsuitable footwear", 13},
                                                     {"Wet floor", 7},
                                                     {"Transfer between bed and chair", 5},
                                                     {"Other", 3}};
    double sum = 0;
    for (const auto& [name, count] : causes)
        chart.bars.push_back({name, count, count / 139, (sum += count) / 139});
    return chart;
}

TEST(ParetoChartPicture, ShowsTheVitalFew) {
    expect_both("pareto", kPareto, pareto());
}

TEST(ParetoChartPicture, HasAnAnswerForLittle) {
    expect_picture("pareto-empty", pareto_chart(ParetoChart(), Form::wide));
    ParetoChart missing;
    missing.bars = {{.name = "<i>Nothing</i> counted & a name that is far too long to be read"}};
    expect_both("pareto-missing", kPareto, missing);
}

TEST(OtherCharts, HoldNoMarkupFromNames) {
    FunnelPlot plot = funnel(1);
    plot.points[0].name = "<script>";
    plot.points[0].named = true;
    EXPECT_THAT(std::string(funnel_plot(plot).markup()), Not(HasSubstr("<script")));
    ParetoChart chart = pareto();
    chart.bars[0].name = "<script>";
    EXPECT_THAT(std::string(pareto_chart(chart).markup()), Not(HasSubstr("<script")));
}

}  // namespace
}  // namespace primum::chart
