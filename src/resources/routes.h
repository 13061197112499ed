#pragma once
// The library of tools and documents.

#include "access/routes.h"
#include "resources/uses.h"

namespace primum::resources {

/// `uses` must outlive the routes.
void add_routes(access::Routes& routes, Uses& uses);

}  // namespace primum::resources
