#pragma once
// Programmes, cohorts, applications, teams and their skills.

#include "access/routes.h"
#include "people/accounts.h"

namespace primum::programmes {

void add_routes(access::Routes& routes, const people::Accounts& accounts);

}  // namespace primum::programmes
