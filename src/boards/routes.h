#pragma once
// The addresses of boards, of comparison, and of the way from a campaign's aim to a point.

#include "access/routes.h"

namespace primum::boards {

void add_routes(access::Routes& routes);

}  // namespace primum::boards
