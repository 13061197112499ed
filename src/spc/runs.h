#pragma once
// Anhoej and Olesen's runs analysis: is there more order around the centre line than chance brings?

#include <algorithm>
#include <bit>

#include "spc/patterns.h"

namespace primum::spc {

/// The longest run on one side of the centre that chance still explains among `useful` points:
/// round(log2(useful)) + 3, halves to even. 0 without points.
/// Source: Anhoej & Olesen 2014, PLoS ONE 9(11): e113825; Schilling 2012.
std::size_t longest_run_most(std::size_t useful);

/// The fewest crossings of the centre that chance still explains: the 5 % quantile of a binomial
/// with useful - 1 trials and probability one half. 0 for fewer than two points.
/// Source: Chen 2010, J Qual Maint Eng; Anhoej & Olesen 2014.
std::size_t crossings_least(std::size_t useful);

/// Of the points above and below the centre; points on it are passed over.
struct Runs {
    std::size_t useful = 0;
    std::size_t longest_run = 0;
    std::size_t crossings = 0;
};
template <std::size_t W>
Runs count_runs(const Rows<W>& rows, const ScratchRows<W>& scratch) {
    Row<W> above = rows.above;
    Row<W> below = rows.below;
    Runs runs;
    runs.useful = count(above) + count(below);
    if (runs.useful < rows.points) {  // points on the centre line: move the others together
        const Row<W> keep = scratch.keep;
        for (std::size_t w = 0; w < keep.size(); ++w)
            keep[w] = above[w] | below[w];
        compress(above, keep, scratch.first);
        compress(below, keep, scratch.second);
        above = scratch.first;
        below = scratch.second;
    }
    runs.longest_run = std::max(longest_run(above), longest_run(below));
    for (std::size_t w = 0; w < above.size(); ++w) {
        const std::uint64_t changes =
            (above[w] & later(below, w, 1)) | (below[w] & later(above, w, 1));
        runs.crossings += static_cast<std::size_t>(std::popcount(changes));
    }
    return runs;
}

}  // namespace primum::spc
