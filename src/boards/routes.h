#pragma once
// The addresses of boards, of comparison, and of the way from a campaign's aim to a point.

#include "access/routes.h"
#include "disclosure/rule.h"

namespace primum::boards {

/// `outside` is what is done to numbers that leave the organisation that counted them.
void add_routes(access::Routes& routes, disclosure::Mode outside);

}  // namespace primum::boards
