#pragma once
// Numbers from files: the wizard and what became of imports.

#include <functional>

#include "access/routes.h"
#include "measures/neighbours.h"
#include "organisations/neighbours.h"
#include "store/store.h"

namespace primum::imports {

void add_routes(access::Routes& routes);

/// The way here from an organisation's page and from the list of its series.
void add_neighbours(organisations::Neighbours& neighbours);
void add_neighbours(measures::Neighbours& neighbours);

/// Carries out what was confirmed and is too long for one answer, a piece at a time until nothing
/// is left; to be done in rounds. One that cannot be read any more is said to be undone.
void carry_out_confirmed(store::Store& store);

}  // namespace primum::imports
