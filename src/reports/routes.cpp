#include "reports/routes.h"

#include "access/policy.h"
#include "reports/actions.h"

namespace primum::reports {

void add_routes(access::Routes& routes, disclosure::Mode outside) {
    using namespace access::policy;
    routes.get("/campaigns/{campaign}/years", public_page, show_years);
    routes.get("/campaigns/{campaign}/years/{year}", public_page,
               [outside](const http::Request& request, access::Context& context) {
                   return show_year(outside, request, context);
               });
}

}  // namespace primum::reports
