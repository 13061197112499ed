#pragma once
// What happens at each of this room's addresses; routes.cpp says which is where.

#include "access/context.h"
#include "http/message.h"

namespace primum::claims {

http::Response show_register(const http::Request& request, access::Context& context);
http::Response show_campaign_claims(const http::Request& request, access::Context& context);

http::Response show_claim(const http::Request& request, access::Context& context);
http::Response send_file(const http::Request& request, access::Context& context);

http::Response ask_for_campaign_claim(const http::Request& request, access::Context& context);
http::Response add_campaign_claim(const http::Request& request, access::Context& context);
http::Response ask_for_own_claim(const http::Request& request, access::Context& context);
http::Response add_own_claim(const http::Request& request, access::Context& context);

http::Response publish_claim(const http::Request& request, access::Context& context);
http::Response ask_why_withdrawn(const http::Request& request, access::Context& context);
http::Response withdraw_claim(const http::Request& request, access::Context& context);

}  // namespace primum::claims
