#include "collection/routes.h"

#include "access/policy.h"
#include "collection/completeness_page.h"
#include "collection/grid.h"
#include "collection/tally_pages.h"
#include "collection/today.h"

namespace primum::collection {

void add_routes(access::Routes& routes) {
    using namespace access::policy;
    routes.get("/organisations/{id}/today", members, show_today);
    routes.post("/organisations/{id}/today", data_enterers, save_today);

    routes.get("/organisations/{id}/measures/grid", data_enterers, show_grid);
    routes.post("/organisations/{id}/measures/grid", data_enterers, save_grid);

    routes.get("/organisations/{id}/completeness", members, show_completeness);
    routes.get("/organisations/{id}/burden", members, show_burden);

    routes.get("/organisations/{id}/measures/{series}/tally", members, show_tally);
    routes.post("/organisations/{id}/measures/{series}/tally", data_enterers, count_patient);
    routes.post("/organisations/{id}/measures/{series}/tally/last", data_enterers, take_back);
    routes.get("/organisations/{id}/measures/{series}/tally/elements", data_keepers, ask_for_sheet);
    routes.post("/organisations/{id}/measures/{series}/tally/elements", data_keepers, choose_sheet);
    routes.get("/organisations/{id}/measures/{series}/tally/missed", members, show_missed);
}

}  // namespace primum::collection
