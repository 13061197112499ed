#pragma once
// Which address is what in this room.

#include "access/routes.h"
#include "organisations/neighbours.h"
#include "people/accounts.h"

namespace primum::organisations {

/// `accounts` must outlive the routes.
void add_routes(access::Routes& routes, const people::Accounts& accounts,
                Neighbours neighbours = {});

}  // namespace primum::organisations
