#include "spc/batch.h"

#include <gtest/gtest.h>

namespace primum::spc {
namespace {

TEST(Batch, AnalysesEachSeriesOnceAndAlikeOnAnyNumberOfThreads) {
    constexpr std::size_t kCount = 1000;
    std::vector<double> values(kCount * 24);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<double>(i * 7919 % 101) + (i % 24 > 16 ? 40 : 0);
    const Options options{.better = Better::lower};
    const auto series_at = [&](std::size_t i) {
        Series series;
        series.values = std::span(values).subspan(i * 24, 24);
        return std::pair<Series, const Options&>(series, options);
    };
    for (const unsigned threads : {1U, 2U, 5U}) {
        std::vector<double> upper(kCount, 0);
        std::vector<int> visits(kCount, 0);
        analyse_all(
            kCount, series_at,
            [&](std::size_t i, const Analysis& analysis) {
                upper[i] = analysis.limits_at(0).upper;
                ++visits[i];
            },
            threads);
        for (std::size_t i = 0; i < kCount; ++i) {
            ASSERT_EQ(visits[i], 1);
            ASSERT_EQ(upper[i], analyse(series_at(i).first, options).limits_at(0).upper);
        }
    }
}

TEST(Batch, HasNothingToDoForNoSeries) {
    analyse_all(
        0, [](std::size_t) { return std::pair<Series, Options>(); },
        [](std::size_t, const Analysis&) { FAIL(); });
}

}  // namespace
}  // namespace primum::spc
