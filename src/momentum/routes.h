#pragma once
// How a campaign moves: the curve, the four groups, signposts, who cools.

#include "access/routes.h"

namespace primum::momentum {

void add_routes(access::Routes& routes);

}  // namespace primum::momentum
