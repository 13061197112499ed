#pragma once
// Whether what is kept beside the points is what they say.

#include <vector>

#include "base/instant.h"
#include "store/health.h"
#include "store/store.h"

namespace primum::measures {

/// Sums and standings of every measure, and the readings of a sample of series of each: from the
/// whole of them. Nothing is changed.
std::vector<store::Finding> examine(const store::Reader& db, Day today);

/// Makes anew what is wrong; returns of how many measures.
std::size_t mend(store::Store& store, Day today);

}  // namespace primum::measures
