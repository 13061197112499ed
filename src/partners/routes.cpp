#include "partners/routes.h"

#include "access/policy.h"
#include "partners/actions.h"

namespace primum::partners {

void add_routes(access::Routes& routes) {
    using namespace access::policy;
    routes.get("/partners", public_page, show_partners);
    routes.get("/partners/links", content_keepers, show_links);
    routes.get("/partners/new", content_keepers, ask_for_new);
    routes.post("/partners/new", content_keepers, add_new);
    routes.get("/partners/{partner}", public_page, show_partner);
    routes.get("/partners/{partner}/details", content_keepers, ask_for_details);
    routes.post("/partners/{partner}/details", content_keepers, save_details);
    routes.get("/partners/{partner}/successor", content_keepers, ask_for_successor);
    routes.post("/partners/{partner}/successor", content_keepers, save_successor);
    routes.post("/partners/{partner}/successor/removal", content_keepers, take_successor_back);
}

}  // namespace primum::partners
