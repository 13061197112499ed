#pragma once

#include "access/routes.h"

namespace primum::site {

void add_routes(access::Routes& routes);

}  // namespace primum::site
