// A page with a table of 200 rows and 8 cells, 84 KB of markup, beside copying as many bytes.

#include <benchmark/benchmark.h>

#include <cstring>
#include <string>
#include <vector>

#include "design/table.h"
#include "html/html.h"

namespace primum {
namespace {

struct Ward {
    std::string name;
    std::string site;
    std::string code;
    std::string opened;
    int beds;
    int falls;
    double rate;
    std::string reading;
};

std::vector<Ward> wards() {
    std::vector<Ward> all;
    for (int i = 0; i < 200; ++i)
        all.push_back({"Ward " + std::to_string(i) + " & day unit", "Northern General Hospital",
                       "RX1A" + std::to_string(i), "2019-04-01", 20 + i % 12, i * 7 % 31,
                       (i * 37 % 101) / 10.0,
                       "Common cause: nothing unusual, and the target is met by chance"});
    return all;
}

html::Html plain_table(const std::vector<Ward>& wards) {
    html::Html rows;
    rows.reserve(90'000);
    for (const Ward& ward : wards)
        rows.append(
            R"(<tr><td class="nhsuk-table__cell">{}</td><td class="nhsuk-table__cell">{}</td>)"
            R"(<td class="nhsuk-table__cell">{}</td><td class="nhsuk-table__cell">{}</td>)"
            R"(<td class="nhsuk-table__cell">{}</td><td class="nhsuk-table__cell">{}</td>)"
            R"(<td class="nhsuk-table__cell">{}</td><td class="nhsuk-table__cell">{}</td></tr>)",
            ward.name, ward.site, ward.code, ward.opened, ward.beds, ward.falls,
            html::Tenths{ward.rate}, ward.reading);
    return rows;
}

void BM_Table(benchmark::State& state) {
    const auto all = wards();
    std::size_t bytes = 0;
    for (auto _ : state) {
        const html::Html table = plain_table(all);
        bytes = table.markup().size();
        benchmark::DoNotOptimize(table.markup().data());
    }
    state.SetItemsProcessed(state.iterations());
    state.counters["bytes"] = static_cast<double>(bytes);
}
BENCHMARK(BM_Table)->Name("render_table");

// What design::table adds: a heading in every cell for readers with a phone.
void BM_ResponsiveTable(benchmark::State& state) {
    const auto all = wards();
    std::size_t bytes = 0;
    for (auto _ : state) {
        design::TableWriter table({.columns = {{"Ward"},
                                               {"Site"},
                                               {"Code"},
                                               {"Opened"},
                                               {"Beds", true},
                                               {"Falls", true},
                                               {"Rate", true},
                                               {"Reading"}}});
        table.reserve(250'000);
        for (const Ward& ward : all)
            table.row(ward.name, ward.site, ward.code, ward.opened, ward.beds, ward.falls,
                      html::Tenths{ward.rate}, ward.reading);
        const html::Html markup = std::move(table).done();
        bytes = markup.markup().size();
        benchmark::DoNotOptimize(markup.markup().data());
    }
    state.SetItemsProcessed(state.iterations());
    state.counters["bytes"] = static_cast<double>(bytes);
}
BENCHMARK(BM_ResponsiveTable)->Name("render_responsive_table");

void BM_Copy(benchmark::State& state) {
    const html::Html table = plain_table(wards());
    for (auto _ : state) {
        std::string copy(table.markup());
        benchmark::DoNotOptimize(copy.data());
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_Copy)->Name("copy_table");

}  // namespace
}  // namespace primum
