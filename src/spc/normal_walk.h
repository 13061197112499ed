#pragma once
// Normal values on a chart with known limits.

#include <memory>

#include "spc/walk.h"

namespace primum::spc {

/// Independent normal values, `shift` sigma off the centre line of a chart whose outer limits reach
/// `sigmas`. Null where rules make no finite chain.
std::unique_ptr<Walk> normal_walk(const Rules& rules, double shift, double sigmas, Watch watch);

}  // namespace primum::spc
