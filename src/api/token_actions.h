#pragma once
// What people do with tokens.

#include "access/context.h"
#include "http/message.h"

namespace primum::api {

http::Response show_tokens(const http::Request& request, access::Context& context);
http::Response make_token(const http::Request& request, access::Context& context);
http::Response end_token_here(const http::Request& request, access::Context& context);

}  // namespace primum::api
