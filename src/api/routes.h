#pragma once
// The addresses for programs, and the pages on which people let programs in.

#include "access/routes.h"
#include "disclosure/rule.h"
#include "measures/neighbours.h"
#include "organisations/neighbours.h"

namespace primum::api {

/// `outside` is what is done to numbers that organisations show to others.
void add_routes(access::Routes& routes, disclosure::Mode outside);

/// On an organisation's page: the way to its tokens, for those who may make them.
void add_neighbours(organisations::Neighbours& neighbours);

/// On the list of its series: the same, and how programs use it.
void add_neighbours(measures::Neighbours& neighbours);

}  // namespace primum::api
