#pragma once
// Lives saved and harm avoided: what is claimed, from which numbers.

#include "access/routes.h"
#include "disclosure/rule.h"
#include "organisations/neighbours.h"

namespace primum::claims {

/// `outside` is what is done to numbers that leave their organisations.
void add_routes(access::Routes& routes, disclosure::Mode outside);

/// What it says on the pages of organisations.
void add_neighbours(organisations::Neighbours& neighbours);

}  // namespace primum::claims
