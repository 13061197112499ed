#pragma once
// What happens at this room's addresses; routes.cpp says which is where.

#include "access/context.h"
#include "disclosure/rule.h"
#include "http/message.h"

namespace primum::reports {

/// To the newest year.
http::Response show_years(const http::Request& request, access::Context& context);
http::Response show_year(disclosure::Mode outside, const http::Request& request,
                         access::Context& context);

}  // namespace primum::reports
