#pragma once
// The directory of bodies that campaigns work with.

#include "access/routes.h"

namespace primum::partners {

void add_routes(access::Routes& routes);

}  // namespace primum::partners
