#pragma once
// What happens at each of this room's addresses; routes.cpp says which is where. `outside` is
// what is done to numbers that leave the organisation that counted them.

#include "access/context.h"
#include "disclosure/rule.h"
#include "http/message.h"

namespace primum::boards {

http::Response show_board(const http::Request& request, access::Context& context);
http::Response send_pack_pdf(const http::Request& request, access::Context& context);
http::Response send_pack_csv(const http::Request& request, access::Context& context);
http::Response send_pack_xlsx(const http::Request& request, access::Context& context);

http::Response ask_for_measures(const http::Request& request, access::Context& context);
http::Response choose_measures(const http::Request& request, access::Context& context);
http::Response ask_for_words(const http::Request& request, access::Context& context);
http::Response change_words(const http::Request& request, access::Context& context);

http::Response ask_for_narrative(const http::Request& request, access::Context& context);
http::Response write_narrative(const http::Request& request, access::Context& context);

http::Response show_units(const http::Request& request, access::Context& context);
http::Response show_comparison(disclosure::Mode outside, const http::Request& request,
                               access::Context& context);

http::Response show_thread(const http::Request& request, access::Context& context);
http::Response ask_for_public_measures(const http::Request& request, access::Context& context);
http::Response choose_public_measures(const http::Request& request, access::Context& context);
http::Response show_public_measures(disclosure::Mode outside, const http::Request& request,
                                    access::Context& context);

}  // namespace primum::boards
