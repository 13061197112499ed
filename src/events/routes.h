#pragma once
// Events, their feeds, bookings and promises.

#include "access/routes.h"
#include "people/accounts.h"

namespace primum::events {

void add_routes(access::Routes& routes, const people::Accounts& accounts);

}  // namespace primum::events
