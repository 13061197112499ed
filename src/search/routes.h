#pragma once
// Finding a page of this installation by words.

#include "access/routes.h"

namespace primum::search {

void add_routes(access::Routes& routes);

}  // namespace primum::search
