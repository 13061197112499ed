// What a full analysis costs, beside what it costs to read the same numbers once.

#include <benchmark/benchmark.h>

#include <numeric>
#include <random>

#include "spc/analysis.h"
#include "spc/batch.h"

namespace primum::spc {
namespace {

/// Many series of normal values, one after the other in memory.
class Values {
public:
    Values(std::size_t series, std::size_t points) : points_(points), numbers_(series * points) {
        std::mt19937_64 random(20090423);
        std::normal_distribution<double> month(100, 10);
        for (double& number : numbers_)
            number = month(random);
    }
    std::size_t size() const { return numbers_.size() / points_; }
    std::span<const double> all() const { return numbers_; }
    std::span<const double> at(std::size_t i) const { return all().subspan(i * points_, points_); }

private:
    std::size_t points_;
    std::vector<double> numbers_;
};

Values& values_for(const benchmark::State& state) {
    static Values months(10'000, 24);
    static Values decades(2'000, 120);
    return state.range(0) == 24 ? months : decades;
}

void count_points(benchmark::State& state, const Values& values) {
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) *
                            static_cast<std::int64_t>(values.all().size()));
}

void read_once(benchmark::State& state) {
    const Values& values = values_for(state);
    for (auto _ : state)
        benchmark::DoNotOptimize(std::reduce(values.all().begin(), values.all().end()));
    count_points(state, values);
}

Options mdc() {
    return {.better = Better::lower, .target = 95};
}

void analyse_mdc(benchmark::State& state) {
    const Values& values = values_for(state);
    const Options options = mdc();
    Analysis analysis;
    for (auto _ : state) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            Series series;
            series.values = values.at(i);
            analyse(series, options, analysis);
            benchmark::DoNotOptimize(analysis.variation);
        }
    }
    count_points(state, values);
}

void analyse_mdc_on_all_cores(benchmark::State& state) {
    const Values& values = values_for(state);
    const Options options = mdc();
    const auto series_at = [&](std::size_t i) {
        Series series;
        series.values = values.at(i);
        return std::pair<Series, const Options&>(series, options);
    };
    for (auto _ : state) {
        analyse_all(values.size(), series_at, [](std::size_t, const Analysis& analysis) {
            benchmark::DoNotOptimize(analysis.variation);
        });
    }
    count_points(state, values);
}

BENCHMARK(read_once)->Arg(24)->Arg(120);
BENCHMARK(analyse_mdc)->Arg(24)->Arg(120);
BENCHMARK(analyse_mdc_on_all_cores)->Arg(24)->Arg(120)->UseRealTime();

}  // namespace
}  // namespace primum::spc
