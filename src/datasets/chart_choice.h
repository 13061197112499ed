#pragma once
// One chart for all series of a data set.

#include "datasets/dataset.h"
#include "datasets/notes.h"
#include "spc/options.h"

namespace primum::datasets {

/// The chart that suits the most series; a note gives the reason, and the advice of the engine if
/// it has any.
spc::Chart choose_chart(const Dataset& data, Notes& notes);

}  // namespace primum::datasets
