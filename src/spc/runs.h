#pragma once
// Anhoej and Olesen's runs analysis: is there more order around the centre line than chance brings?

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
Runs count_runs(const Rows& rows, const ScratchRows& scratch);

}  // namespace primum::spc
