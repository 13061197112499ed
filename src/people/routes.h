#pragma once
// The addresses of this room.

#include "access/routes.h"
#include "people/accounts.h"

namespace primum::people {

/// `accounts` must outlive the routes.
void add_routes(access::Routes& routes, Accounts& accounts);

// Its parts, by subject.
void add_sign_in_routes(access::Routes& routes, Accounts& accounts);
void add_recovery_routes(access::Routes& routes, Accounts& accounts);
void add_joining_routes(access::Routes& routes, Accounts& accounts);
void add_account_routes(access::Routes& routes, Accounts& accounts);
void add_second_factor_routes(access::Routes& routes, Accounts& accounts);

}  // namespace primum::people
