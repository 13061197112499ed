#pragma once
// What happens at each of this room's addresses; routes.cpp says which is where.

#include "access/context.h"
#include "http/message.h"
#include "library/neighbours.h"

namespace primum::library {

http::Response show_library(const http::Request& request, access::Context& context);
http::Response show_news(const http::Request& request, access::Context& context);
http::Response show_set(const http::Request& request, access::Context& context);
http::Response send_csv(const http::Request& request, access::Context& context);
http::Response show_item(const Neighbours& neighbours, const http::Request& request,
                         access::Context& context);
http::Response show_comparison(const http::Request& request, access::Context& context);

http::Response ask_for_new(const http::Request& request, access::Context& context);
http::Response add_new(const http::Request& request, access::Context& context);
http::Response ask_for_change(const http::Request& request, access::Context& context);
http::Response save_change(const http::Request& request, access::Context& context);
http::Response ask_for_agreement(const http::Request& request, access::Context& context);
http::Response save_agreement(const http::Request& request, access::Context& context);
http::Response ask_for_retirement(const http::Request& request, access::Context& context);
http::Response save_retirement(const http::Request& request, access::Context& context);

}  // namespace primum::library
