#pragma once
// Many series at once, on all cores.

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

#include "spc/analysis.h"

namespace primum::spc {

/// Series are handed out in blocks: large enough to make the counter cheap, small enough that no
/// core waits long for the last block.
inline constexpr std::size_t kSeriesPerBlock = 64;

/// Analyses `count` series on `threads` threads (0: one a core). `series_at(i)` gives series i and
/// its options as a pair; `visit(i, analysis)` sees the result, which is overwritten afterwards.
/// Both are called from several threads at once, each i once, in no order. They must not throw.
template <class SeriesAt, class Visit>
void analyse_all(std::size_t count, SeriesAt series_at, Visit visit, unsigned threads = 0) {
    if (threads == 0) threads = std::max(1U, std::thread::hardware_concurrency());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        Analysis analysis;
        for (;;) {
            const std::size_t begin = next.fetch_add(kSeriesPerBlock, std::memory_order_relaxed);
            if (begin >= count) return;
            const std::size_t end = std::min(begin + kSeriesPerBlock, count);
            for (std::size_t i = begin; i < end; ++i) {
                const auto& [series, options] = series_at(i);
                analyse(series, options, analysis);
                visit(i, static_cast<const Analysis&>(analysis));
            }
        }
    };
    std::vector<std::jthread> helpers;
    for (unsigned k = 1; k < threads && k * kSeriesPerBlock < count; ++k)
        helpers.emplace_back(work);
    work();
}

}  // namespace primum::spc
