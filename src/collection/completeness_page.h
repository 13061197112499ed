#pragma once
// Pages about completeness, timeliness and burden.

#include "access/context.h"
#include "http/message.h"

namespace primum::collection {

http::Response show_completeness(const http::Request& request, access::Context& context);
http::Response show_burden(const http::Request& request, access::Context& context);

}  // namespace primum::collection
