#pragma once
// Which address is what in this room.

#include "access/routes.h"
#include "disclosure/rule.h"
#include "measures/chart_cache.h"
#include "measures/neighbours.h"
#include "organisations/neighbours.h"

namespace primum::measures {

/// `charts` must outlive the routes. `outside` is what is done to numbers that others see.
void add_routes(access::Routes& routes, ChartCache& charts, disclosure::Mode outside,
                Neighbours neighbours = {});

/// What this room says on an organisation's page and on "Your organisations".
void add_neighbours(organisations::Neighbours& neighbours);

}  // namespace primum::measures
