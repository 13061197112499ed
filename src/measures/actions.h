#pragma once
// What happens at each of this room's addresses; routes.cpp says which is where.

#include "access/context.h"
#include "disclosure/rule.h"
#include "http/message.h"
#include "measures/chart_cache.h"
#include "measures/neighbours.h"

namespace primum::measures {

/// What pages with charts need beside the request.
struct Around {
    ChartCache& charts;
    const Neighbours& neighbours;
    disclosure::Mode outside;  ///< what is done to numbers that others see
};

http::Response show_list(const Around& around, const http::Request& request,
                         access::Context& context);
http::Response show_series(const Around& around, const http::Request& request,
                           access::Context& context);

/// What others may see: of an organisation, of one series, and its files.
http::Response show_shared(const Around& around, const http::Request& request,
                           access::Context& context);
http::Response show_published(const Around& around, const http::Request& request,
                              access::Context& context);
http::Response send_published_points(const Around& around, const http::Request& request,
                                     access::Context& context);
http::Response send_published_picture(const Around& around, const http::Request& request,
                                      access::Context& context);

http::Response ask_for_new_point(const http::Request& request, access::Context& context);
http::Response save_new_point(const http::Request& request, access::Context& context);
http::Response show_point(const http::Request& request, access::Context& context);
http::Response ask_for_point(const http::Request& request, access::Context& context);
http::Response change_point(const http::Request& request, access::Context& context);
http::Response ask_for_exclusion(const http::Request& request, access::Context& context);
http::Response save_exclusion(const http::Request& request, access::Context& context);
http::Response ask_for_removal(const http::Request& request, access::Context& context);
http::Response save_removal(const http::Request& request, access::Context& context);
http::Response ask_for_rebase(const http::Request& request, access::Context& context);
http::Response decide_rebase(const http::Request& request, access::Context& context);
http::Response ask_for_baseline(const http::Request& request, access::Context& context);
http::Response decide_baseline(const http::Request& request, access::Context& context);
http::Response ask_for_withdrawal(const http::Request& request, access::Context& context);
http::Response withdraw(const http::Request& request, access::Context& context);
http::Response ask_for_target(const http::Request& request, access::Context& context);
http::Response set_target(const http::Request& request, access::Context& context);
http::Response send_points(const http::Request& request, access::Context& context);
http::Response send_analysis(const http::Request& request, access::Context& context);
http::Response send_picture(const http::Request& request, access::Context& context);

}  // namespace primum::measures
