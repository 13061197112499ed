#pragma once
// Campaigns, who joins them, and what they promise.

#include "access/routes.h"
#include "people/accounts.h"

namespace primum::campaigns {

void add_routes(access::Routes& routes, const people::Accounts& accounts);

}  // namespace primum::campaigns
