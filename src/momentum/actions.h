#pragma once
// What happens at each of this room's addresses; routes.cpp says which is where.

#include "access/context.h"
#include "http/message.h"

namespace primum::momentum {

http::Response show_progress(const http::Request& request, access::Context& context);
http::Response show_board(const http::Request& request, access::Context& context);
http::Response show_groups(const http::Request& request, access::Context& context);

http::Response show_organisations(const http::Request& request, access::Context& context);
http::Response show_organisation(const http::Request& request, access::Context& context);

http::Response show_chases(const http::Request& request, access::Context& context);
http::Response add_new_chase(const http::Request& request, access::Context& context);
http::Response ask_for_result(const http::Request& request, access::Context& context);
http::Response enter_result(const http::Request& request, access::Context& context);

http::Response show_weights(const http::Request& request, access::Context& context);
http::Response ask_for_weights(const http::Request& request, access::Context& context);
http::Response change_weights(const http::Request& request, access::Context& context);

http::Response ask_for_milestone(const http::Request& request, access::Context& context);
http::Response add_new_milestone(const http::Request& request, access::Context& context);
http::Response ask_for_change(const http::Request& request, access::Context& context);
http::Response change_milestone(const http::Request& request, access::Context& context);
http::Response take_milestone_away(const http::Request& request, access::Context& context);

http::Response follow_signpost(const http::Request& request, access::Context& context);

}  // namespace primum::momentum
