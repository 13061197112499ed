#pragma once
// Campaigns, who joins them, and what they promise.

#include "access/routes.h"
#include "measures/dictionary_routes.h"
#include "organisations/neighbours.h"
#include "people/accounts.h"

namespace primum::campaigns {

void add_routes(access::Routes& routes, const people::Accounts& accounts);

/// What it says on the pages of organisations, and what follows when they merge.
void add_neighbours(organisations::Neighbours& neighbours);

/// What it says on a measure's page: the change packages that name it.
void add_dictionary_panels(measures::DictionaryPanels& panels);

}  // namespace primum::campaigns
