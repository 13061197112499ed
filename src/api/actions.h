#pragma once
// What programs do. `outside` is what is done to numbers that organisations show to others.

#include "access/context.h"
#include "disclosure/rule.h"
#include "http/message.h"

namespace primum::api {

http::Response list_measures(disclosure::Mode outside, const http::Request& request,
                             access::Context& context);
http::Response list_series(disclosure::Mode outside, const http::Request& request,
                           access::Context& context);
http::Response show_series(disclosure::Mode outside, const http::Request& request,
                           access::Context& context);
http::Response list_points(disclosure::Mode outside, const http::Request& request,
                           access::Context& context);
http::Response show_point(disclosure::Mode outside, const http::Request& request,
                          access::Context& context);
http::Response show_analysis(disclosure::Mode outside, const http::Request& request,
                             access::Context& context);
http::Response show_csv(disclosure::Mode outside, const http::Request& request,
                        access::Context& context);
http::Response put_point(disclosure::Mode outside, const http::Request& request,
                         access::Context& context);
http::Response remove_point(disclosure::Mode outside, const http::Request& request,
                            access::Context& context);
http::Response post_points(disclosure::Mode outside, const http::Request& request,
                           access::Context& context);

}  // namespace primum::api
