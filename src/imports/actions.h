#pragma once
// What happens at each of this room's addresses; routes.cpp says which is where.

#include "access/context.h"
#include "http/message.h"

namespace primum::imports {

http::Response show_imports(const http::Request& request, access::Context& context);
http::Response ask_for_file(const http::Request& request, access::Context& context);
http::Response take_file(const http::Request& request, access::Context& context);
http::Response ask_for_rows(const http::Request& request, access::Context& context);
http::Response save_rows(const http::Request& request, access::Context& context);
http::Response ask_for_columns(const http::Request& request, access::Context& context);
http::Response save_columns(const http::Request& request, access::Context& context);
http::Response show_preview(const http::Request& request, access::Context& context);
http::Response send_problems(const http::Request& request, access::Context& context);
http::Response confirm(const http::Request& request, access::Context& context);
http::Response show_import(const http::Request& request, access::Context& context);
http::Response ask_for_undo(const http::Request& request, access::Context& context);
http::Response save_undo(const http::Request& request, access::Context& context);

}  // namespace primum::imports
