#pragma once
// Where a series gets new lines.

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "datasets/date_forms.h"
#include "spc/series.h"

namespace primum::datasets {

/// The phases of one series: a new one begins at the first point on or after each rebase date, and
/// where the label of the phase changes. A rebase date before the second point or after the last
/// makes no phase. `labels` may be empty. `baseline` points set the lines of each phase; 0 is all.
std::vector<spc::Phase> phases_of(std::span<const Key> keys, std::span<const Key> rebases,
                                  std::span<const std::string_view> labels, std::size_t baseline);

}  // namespace primum::datasets
