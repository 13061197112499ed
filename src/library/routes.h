#pragma once
// Content as data: its pages, its versions, what has changed.

#include "access/routes.h"
#include "library/neighbours.h"

namespace primum::library {

void add_routes(access::Routes& routes, Neighbours neighbours = {});

}  // namespace primum::library
