#pragma once
// The library of tools and documents.

#include "access/routes.h"

namespace primum::resources {

void add_routes(access::Routes& routes);

}  // namespace primum::resources
