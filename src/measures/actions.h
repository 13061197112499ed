#pragma once
// What happens at each of this room's addresses; routes.cpp says which is where.

#include "access/context.h"
#include "http/message.h"
#include "measures/chart_cache.h"
#include "measures/neighbours.h"

namespace primum::measures {

/// What pages with charts need beside the request.
struct Around {
    ChartCache& charts;
    const Neighbours& neighbours;
};

http::Response show_list(const Around& around, const http::Request& request,
                         access::Context& context);
http::Response show_series(const Around& around, const http::Request& request,
                           access::Context& context);

}  // namespace primum::measures
