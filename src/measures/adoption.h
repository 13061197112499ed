#pragma once
// Ready measures: a definition made of a row of the library.

#include "base/checked.h"
#include "library/item.h"
#include "measures/measure.h"

namespace primum::measures {

/// The first version of a measure, as the library's set "measures" describes it, from a day on.
/// Refuses a row whose frequency, chart or direction is none that we know, saying which.
Checked<Version> version_from_library(const library::Item& item, Day from);

}  // namespace primum::measures
