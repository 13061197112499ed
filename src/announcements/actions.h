#pragma once
// What happens at each of this room's addresses; routes.cpp says which is where.

#include "access/context.h"
#include "announcements/letters.h"
#include "http/message.h"

namespace primum::announcements {

http::Response show_news(const http::Request& request, access::Context& context);
http::Response show_announcement(const http::Request& request, access::Context& context);

http::Response show_kept(const http::Request& request, access::Context& context);
http::Response ask_for_new(const http::Request& request, access::Context& context);
http::Response add_new(const http::Request& request, access::Context& context);
http::Response show_draft(const http::Request& request, access::Context& context);
http::Response ask_for_change(const http::Request& request, access::Context& context);
http::Response save_change(const http::Request& request, access::Context& context);
http::Response publish_it(const http::Request& request, access::Context& context);
http::Response withdraw_it(const http::Request& request, access::Context& context);

http::Response ask_for_letters(const http::Request& request, access::Context& context);
http::Response save_letters(const http::Request& request, access::Context& context);
http::Response ask_to_unsubscribe(const Unsubscribing& unsubscribing, const http::Request& request,
                                  access::Context& context);
http::Response unsubscribe(const Unsubscribing& unsubscribing, const http::Request& request,
                           access::Context& context);

}  // namespace primum::announcements
