#pragma once
// What happens at each of this room's addresses; routes.cpp says which is where.

#include "access/context.h"
#include "http/message.h"
#include "people/accounts.h"

namespace primum::events {

using Accounts = people::Accounts;

http::Response show_list(const Accounts&, const http::Request&, access::Context&);
http::Response show_event(const Accounts&, const http::Request&, access::Context&);

http::Response ask_for_booking(const Accounts&, const http::Request&, access::Context&);
http::Response save_booking(const Accounts&, const http::Request&, access::Context&);
http::Response show_booking(const Accounts&, const http::Request&, access::Context&);
http::Response save_changed_booking(const Accounts&, const http::Request&, access::Context&);
http::Response free_booking(const Accounts&, const http::Request&, access::Context&);

http::Response show_diary(const Accounts&, const http::Request&, access::Context&);
http::Response show_calendar(const Accounts&, const http::Request&, access::Context&);
http::Response make_calendar(const Accounts&, const http::Request&, access::Context&);
http::Response revoke_calendar(const Accounts&, const http::Request&, access::Context&);
http::Response ask_for_promise(const Accounts&, const http::Request&, access::Context&);
http::Response save_promise(const Accounts&, const http::Request&, access::Context&);
http::Response ask_for_answer(const Accounts&, const http::Request&, access::Context&);
http::Response save_answer(const Accounts&, const http::Request&, access::Context&);

http::Response ask_for_event(const Accounts&, const http::Request&, access::Context&);
http::Response save_new_event(const Accounts&, const http::Request&, access::Context&);
http::Response ask_for_details(const Accounts&, const http::Request&, access::Context&);
http::Response save_details(const Accounts&, const http::Request&, access::Context&);
http::Response ask_for_cancellation(const Accounts&, const http::Request&, access::Context&);
http::Response save_cancellation(const Accounts&, const http::Request&, access::Context&);
http::Response show_attendance(const Accounts&, const http::Request&, access::Context&);
http::Response save_who_came(const Accounts&, const http::Request&, access::Context&);
http::Response show_promises(const Accounts&, const http::Request&, access::Context&);
http::Response ask_for_materials(const Accounts&, const http::Request&, access::Context&);
http::Response save_materials(const Accounts&, const http::Request&, access::Context&);

http::Response send_calendar(const Accounts&, const http::Request&, access::Context&);
http::Response send_one(const Accounts&, const http::Request&, access::Context&);
http::Response send_own_calendar(const Accounts&, const http::Request&, access::Context&);
http::Response send_news(const Accounts&, const http::Request&, access::Context&);

}  // namespace primum::events
