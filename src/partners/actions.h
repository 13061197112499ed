#pragma once
// What happens at each of this room's addresses; routes.cpp says which is where.

#include "access/context.h"
#include "http/message.h"

namespace primum::partners {

http::Response show_partners(const http::Request& request, access::Context& context);
http::Response show_partner(const http::Request& request, access::Context& context);
http::Response show_links(const http::Request& request, access::Context& context);

http::Response ask_for_new(const http::Request& request, access::Context& context);
http::Response add_new(const http::Request& request, access::Context& context);
http::Response ask_for_details(const http::Request& request, access::Context& context);
http::Response save_details(const http::Request& request, access::Context& context);
http::Response ask_for_successor(const http::Request& request, access::Context& context);
http::Response save_successor(const http::Request& request, access::Context& context);
http::Response take_successor_back(const http::Request& request, access::Context& context);

}  // namespace primum::partners
