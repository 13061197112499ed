#include "measures/routes.h"

#include <memory>
#include <utility>

#include "access/policy.h"
#include "measures/actions.h"

namespace primum::measures {

void add_routes(access::Routes& routes, ChartCache& charts, Neighbours neighbours) {
    using namespace access::policy;
    const auto with = [&charts, neighbours = std::make_shared<const Neighbours>(
                                    std::move(neighbours))](auto* action) -> access::Action {
        return
            [&charts, neighbours, action](const http::Request& request, access::Context& context) {
                return action(Around{charts, *neighbours}, request, context);
            };
    };

    routes.get("/organisations/{id}/measures", members, with(show_list));
    routes.get("/organisations/{id}/measures/{series}", members, with(show_series));
}

}  // namespace primum::measures
