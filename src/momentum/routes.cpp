#include "momentum/routes.h"

#include "access/policy.h"
#include "momentum/actions.h"

namespace primum::momentum {

void add_routes(access::Routes& routes) {
    using namespace access::policy;
    routes.get("/campaigns/{campaign}/progress", public_page, show_progress);
    routes.get("/campaigns/{campaign}/momentum", campaign_helpers, show_board);
    routes.get("/campaigns/{campaign}/groups", campaign_helpers, show_groups);

    routes.get("/campaigns/{campaign}/momentum/organisations", campaign_helpers,
               show_organisations);
    routes.get("/campaigns/{campaign}/momentum/{id}", campaign_helpers, show_organisation);

    routes.get("/campaigns/{campaign}/chases", campaign_helpers, show_chases);
    routes.post("/campaigns/{campaign}/momentum/{id}/chases", content_keepers, add_new_chase);
    routes.get("/campaigns/{campaign}/momentum/{id}/chases/{chase}", content_keepers,
               ask_for_result);
    routes.post("/campaigns/{campaign}/momentum/{id}/chases/{chase}", content_keepers,
                enter_result);

    routes.get("/campaigns/{campaign}/weights", campaign_helpers, show_weights);
    routes.get("/campaigns/{campaign}/weights/change", campaign_keepers, ask_for_weights);
    routes.post("/campaigns/{campaign}/weights/change", campaign_keepers, change_weights);

    routes.get("/campaigns/{campaign}/milestones/new", campaign_keepers, ask_for_milestone);
    routes.post("/campaigns/{campaign}/milestones/new", campaign_keepers, add_new_milestone);
    routes.get("/campaigns/{campaign}/milestones/{milestone}", campaign_keepers, ask_for_change);
    routes.post("/campaigns/{campaign}/milestones/{milestone}", campaign_keepers, change_milestone);
    routes.post("/campaigns/{campaign}/milestones/{milestone}/removal", campaign_keepers,
                take_milestone_away);

    routes.post("/organisations/{id}/signposts/{campaign}/{direction}", organisation_leaders,
                follow_signpost);
}

}  // namespace primum::momentum
