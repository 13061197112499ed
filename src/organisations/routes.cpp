#include "organisations/routes.h"

#include <memory>
#include <utility>

#include "access/policy.h"
#include "organisations/actions.h"

namespace primum::organisations {

void add_routes(access::Routes& routes, const people::Accounts& accounts, Neighbours neighbours) {
    using namespace access::policy;
    const auto with_neighbours = [neighbours = std::make_shared<const Neighbours>(
                                      std::move(neighbours))](auto* action) -> access::Action {
        return [neighbours, action](const http::Request& request, access::Context& context) {
            return action(*neighbours, request, context);
        };
    };

    routes.get("/organisations", signed_in, with_neighbours(show_mine));
    routes.get("/organisations/{id}", members, with_neighbours(show_organisation));

    routes.get("/organisations/{id}/add", organisation_keepers, ask_for_new);
    routes.post("/organisations/{id}/add", organisation_keepers, add_new);
    routes.get("/organisations/{id}/details", organisation_keepers, ask_for_details);
    routes.post("/organisations/{id}/details", organisation_keepers, save_details);
    routes.get("/organisations/{id}/name", organisation_keepers, ask_for_name);
    routes.post("/organisations/{id}/name", organisation_keepers, save_name);
    routes.get("/organisations/{id}/place", organisation_keepers, ask_for_place);
    routes.post("/organisations/{id}/place", organisation_keepers, with_neighbours(save_place));
    routes.get("/organisations/{id}/closure", organisation_keepers, ask_for_closure);
    routes.post("/organisations/{id}/closure", organisation_keepers, save_closure);
    routes.get("/organisations/{id}/merger", organisation_keepers, ask_for_merger);
    routes.post("/organisations/{id}/merger", organisation_keepers, with_neighbours(save_merger));

    routes.get("/organisations/{id}/roles/new", role_givers, ask_for_role);
    routes.post("/organisations/{id}/roles/new", role_givers,
                [&accounts](const http::Request& request, access::Context& context) {
                    return give_new_role(accounts, request, context);
                });
    routes.get("/organisations/{id}/roles/{role}/end", role_givers, ask_for_end);
    routes.post("/organisations/{id}/roles/{role}/end", role_givers, save_end);
    routes.post("/organisations/{id}/invitations/{invitation}/withdrawal", role_givers,
                withdraw_invitation);

    routes.get("/organisations/{id}/import", administrators, ask_for_file);
    routes.post("/organisations/{id}/import", administrators, take_file, access::Routes::kImport);
    routes.get("/organisations/{id}/import/{import}", administrators, show_plan);
    routes.post("/organisations/{id}/import/{import}", administrators,
                with_neighbours(carry_out_plan));
}

}  // namespace primum::organisations
