#pragma once
// What happens at the addresses of setting up; setting_up.cpp says which is where.

#include "access/context.h"
#include "http/message.h"
#include "measures/chart_cache.h"
#include "measures/setting_up.h"

namespace primum::measures {

http::Response ask_for_series(const Chosen& chosen, const http::Request& request,
                              access::Context& context);
http::Response open_chosen(const Chosen& chosen, const http::Request& request,
                           access::Context& context);
http::Response ask_for_settings(const http::Request& request, access::Context& context);
http::Response save_settings(const http::Request& request, access::Context& context);
http::Response show_strata(ChartCache& charts, const http::Request& request,
                           access::Context& context);
http::Response open_stratum(ChartCache& charts, const http::Request& request,
                            access::Context& context);

}  // namespace primum::measures
