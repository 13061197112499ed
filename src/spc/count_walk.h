#pragma once
// Counts on a chart with known lines.

#include <memory>

#include "spc/detection.h"
#include "spc/walk.h"

namespace primum::spc {

/// Binomial counts (p, np) or Poisson counts (u, c) at a changed level, on the lines of the present
/// one. Null where rules make no finite chain. Expects an outlook that makes sense.
std::unique_ptr<Walk> count_walk(const Outlook& outlook, double changed, Watch watch);

}  // namespace primum::spc
