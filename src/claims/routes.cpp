#include "claims/routes.h"

#include "access/policy.h"
#include "claims/actions.h"
#include "claims/policy.h"

namespace primum::claims {

void add_routes(access::Routes& routes) {
    using namespace access::policy;
    routes.get("/claims", everyone, show_register);
    routes.get("/claims/{claim}", everyone, show_claim);
    routes.get("/claims/{claim}/file", everyone, send_file);
    routes.post("/claims/{claim}/publication", claim_keepers, publish_claim);
    routes.get("/claims/{claim}/withdrawal", claim_keepers, ask_why_withdrawn);
    routes.post("/claims/{claim}/withdrawal", claim_keepers, withdraw_claim);

    routes.get("/campaigns/{campaign}/claims", everyone, show_campaign_claims);
    routes.get("/campaigns/{campaign}/claims/new", campaign_keepers, ask_for_campaign_claim);
    routes.post("/campaigns/{campaign}/claims/new", campaign_keepers, add_campaign_claim);

    routes.get("/organisations/{id}/claims/new", organisation_leaders, ask_for_own_claim);
    routes.post("/organisations/{id}/claims/new", organisation_leaders, add_own_claim);
}

}  // namespace primum::claims
