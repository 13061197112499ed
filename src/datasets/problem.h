#pragma once
// What the engine refused, in terms of the file.

#include <string>

#include "datasets/dataset.h"
#include "spc/options.h"
#include "spc/series.h"

namespace primum::datasets {

/// One sentence with row and column.
std::string sentence_of(const spc::Problem& problem, const Dataset& data,
                        const Dataset::Member& member, spc::Chart chart);

}  // namespace primum::datasets
