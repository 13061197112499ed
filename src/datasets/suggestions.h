#pragma once
// New lines that a chart might be given, never drawn by themselves.

#include <cstddef>
#include <string>
#include <vector>

#include "chart/number.h"
#include "datasets/study.h"
#include "spc/rebase.h"

namespace primum::datasets {

/// The shifts that the lines of a series no longer fit, in order of time.
std::vector<spc::SuggestedRebase> suggestions_of(const Study& study, std::size_t member);

/// "From Feb 2025 on, 14 points lie below the mean of 5.6, and average 4.3: if you know why, new
/// lines from there (--rebase 2025-02-01) would fit better."
std::string sentence_of(const Study& study, std::size_t member,
                        const spc::SuggestedRebase& suggestion, chart::NumberFormat format);

}  // namespace primum::datasets
