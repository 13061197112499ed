#pragma once
// News by audience, and digests.

#include "access/routes.h"
#include "people/accounts.h"

namespace primum::announcements {

void add_routes(access::Routes& routes, const people::Accounts& accounts);

}  // namespace primum::announcements
