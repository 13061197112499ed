#pragma once
// Several measurements with one date.

#include "datasets/dataset.h"

namespace primum::datasets {

/// The same data with one point for each date of a series: mean, standard deviation and number of
/// its values. A subgroup is excluded when all of its rows are, and a phase that begins within one
/// begins with it.
Dataset gather_subgroups(const Dataset& rows);

}  // namespace primum::datasets
