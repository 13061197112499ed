#pragma once
// What happens at each of this room's addresses; routes.cpp says which is where.

#include "access/context.h"
#include "http/message.h"

namespace primum::signals {

http::Response show_signal(const http::Request& request, access::Context& context);
http::Response answer_signal(const http::Request& request, access::Context& context);

}  // namespace primum::signals
