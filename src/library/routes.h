#pragma once
// Content as data: its pages, its versions, what has changed.

#include "access/routes.h"

namespace primum::library {

void add_routes(access::Routes& routes);

}  // namespace primum::library
