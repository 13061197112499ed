#pragma once
// What programs do.

#include "access/context.h"
#include "http/message.h"

namespace primum::api {

http::Response list_measures(const http::Request& request, access::Context& context);
http::Response list_series(const http::Request& request, access::Context& context);
http::Response show_series(const http::Request& request, access::Context& context);
http::Response list_points(const http::Request& request, access::Context& context);
http::Response show_point(const http::Request& request, access::Context& context);
http::Response show_analysis(const http::Request& request, access::Context& context);
http::Response show_csv(const http::Request& request, access::Context& context);
http::Response put_point(const http::Request& request, access::Context& context);
http::Response remove_point(const http::Request& request, access::Context& context);
http::Response post_points(const http::Request& request, access::Context& context);

}  // namespace primum::api
