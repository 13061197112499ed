#pragma once
// A campaign's years, for everybody.

#include "access/routes.h"
#include "disclosure/rule.h"

namespace primum::reports {

/// `outside` is what is done to numbers that leave the organisation that counted them.
void add_routes(access::Routes& routes, disclosure::Mode outside);

}  // namespace primum::reports
