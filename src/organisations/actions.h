#pragma once
// What happens at each of this room's addresses; routes.cpp says which is where.

#include "access/context.h"
#include "http/message.h"
#include "organisations/neighbours.h"
#include "people/accounts.h"

namespace primum::organisations {

http::Response show_mine(const Neighbours& neighbours, const http::Request& request,
                         access::Context& context);
http::Response show_organisation(const Neighbours& neighbours, const http::Request& request,
                                 access::Context& context);

http::Response ask_for_new(const http::Request& request, access::Context& context);
http::Response add_new(const http::Request& request, access::Context& context);

http::Response ask_for_details(const http::Request& request, access::Context& context);
http::Response save_details(const http::Request& request, access::Context& context);

http::Response ask_for_name(const http::Request& request, access::Context& context);
http::Response save_name(const http::Request& request, access::Context& context);

http::Response ask_for_place(const http::Request& request, access::Context& context);
http::Response save_place(const Neighbours& neighbours, const http::Request& request,
                          access::Context& context);

http::Response ask_for_closure(const http::Request& request, access::Context& context);
http::Response save_closure(const http::Request& request, access::Context& context);

http::Response ask_for_merger(const http::Request& request, access::Context& context);
http::Response save_merger(const Neighbours& neighbours, const http::Request& request,
                           access::Context& context);

http::Response ask_for_role(const http::Request& request, access::Context& context);
http::Response give_new_role(const people::Accounts& accounts, const http::Request& request,
                             access::Context& context);

http::Response ask_for_end(const http::Request& request, access::Context& context);
http::Response save_end(const http::Request& request, access::Context& context);
http::Response withdraw_invitation(const http::Request& request, access::Context& context);

http::Response ask_for_file(const http::Request& request, access::Context& context);
http::Response take_file(const http::Request& request, access::Context& context);
http::Response show_plan(const http::Request& request, access::Context& context);
http::Response carry_out_plan(const Neighbours& neighbours, const http::Request& request,
                              access::Context& context);

}  // namespace primum::organisations
