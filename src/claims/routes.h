#pragma once
// Lives saved and harm avoided: what is claimed, from which numbers.

#include "access/routes.h"
#include "organisations/neighbours.h"

namespace primum::claims {

void add_routes(access::Routes& routes);

/// What it says on the pages of organisations.
void add_neighbours(organisations::Neighbours& neighbours);

}  // namespace primum::claims
