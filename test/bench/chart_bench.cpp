// Pictures per second on one core, beside a plain copy of the same number of bytes.

#include <benchmark/benchmark.h>

#include <cstring>
#include <string>
#include <vector>

#include "chart/control_chart.h"
#include "chart/from_analysis.h"
#include "chart/sparkline.h"
#include "spc/analysis.h"

namespace primum {
namespace {

struct Example {
    std::vector<double> values;
    std::vector<std::chrono::sys_days> dates;
    spc::Options options;
    spc::Analysis analysis;

    spc::Series series() const {
        spc::Series series;
        series.values = values;
        return series;
    }
};

// Three years of months that wander a little, with a signal or two.
Example three_years() {
    Example example;
    for (int i = 0; i < 36; ++i) {
        example.values.push_back(50 + (i * 37 % 23) * 0.7 + (i > 27 ? 8.5 : 0));
        example.dates.push_back(std::chrono::year(2023 + i / 12) /
                                std::chrono::month(static_cast<unsigned>(i % 12 + 1)) / 1);
    }
    example.options.better = spc::Better::lower;
    example.options.target = 55;
    example.analysis = spc::analyse(example.series(), example.options);
    return example;
}

chart::ControlChart chart_of(const Example& example) {
    chart::ControlChart chart =
        chart::control_chart_of(example.analysis, example.series(), example.options, example.dates);
    chart.caption = {.id = "c1",
                     .title = "Falls with harm per 1,000 bed days, Ward 7",
                     .description = "Latest value 64.7 in December 2025."};
    chart.unit = "Per 1,000 bed days";
    return chart;
}

void BM_ControlChart(benchmark::State& state) {
    const chart::ControlChart chart = chart_of(three_years());
    std::size_t bytes = 0;
    for (auto _ : state)
        bytes += chart::control_chart(chart, chart::Form::wide).markup().size();
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}
BENCHMARK(BM_ControlChart);

void BM_ControlChartFromItsAnalysis(benchmark::State& state) {
    const Example example = three_years();
    for (auto _ : state)
        benchmark::DoNotOptimize(chart::control_chart(chart_of(example), chart::Form::wide));
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
}
BENCHMARK(BM_ControlChartFromItsAnalysis);

void BM_Sparkline(benchmark::State& state) {
    const chart::ControlChart chart = chart_of(three_years());
    for (auto _ : state)
        benchmark::DoNotOptimize(chart::sparkline(chart, "Falls"));
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
}
BENCHMARK(BM_Sparkline);

// The reference: copying a picture of that size.
void BM_CopyOfAChart(benchmark::State& state) {
    const std::string picture(
        chart::control_chart(chart_of(three_years()), chart::Form::wide).markup());
    for (auto _ : state) {
        std::string copy(picture);
        benchmark::DoNotOptimize(copy.data());
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
}
BENCHMARK(BM_CopyOfAChart);

// A table of 200 rows of 8 cells: some 80 kB of page.
void BM_HtmlTable(benchmark::State& state) {
    const std::string name = "Leeds Teaching Hospitals NHS Trust & friends";
    std::size_t bytes = 0;
    for (auto _ : state) {
        html::Html rows;
        rows.reserve(100'000);
        for (int i = 0; i < 200; ++i)
            rows.append(
                R"(<tr class="nhsuk-table__row"><td class="nhsuk-table__cell"><a href="{}">{}</a></td><td class="nhsuk-table__cell">{}</td><td class="nhsuk-table__cell">{}</td><td class="nhsuk-table__cell">{}</td><td class="nhsuk-table__cell">{}</td><td class="nhsuk-table__cell">{}</td><td class="nhsuk-table__cell">{}</td><td class="nhsuk-table__cell">{}</td></tr>)",
                html::url("/measures/{}", i), name, i, i * 3, name, 12.5 + i, "improvement", i,
                name);
        bytes += rows.markup().size();
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}
BENCHMARK(BM_HtmlTable);

}  // namespace
}  // namespace primum
