#pragma once
// Which address is what in this room.

#include "access/routes.h"

namespace primum::collection {

void add_routes(access::Routes& routes);

}  // namespace primum::collection
