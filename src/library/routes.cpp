#include "library/routes.h"

#include <memory>
#include <utility>

#include "access/policy.h"
#include "library/actions.h"

namespace primum::library {

void add_routes(access::Routes& routes, Neighbours neighbours) {
    using namespace access::policy;
    routes.get("/library", public_page, show_library);
    routes.get("/library/changes", public_page, show_news);
    routes.get("/library/{set}", public_page, show_set);
    routes.get("/library/{set}/csv", everyone, send_csv);
    routes.get("/library/{set}/add", content_keepers, ask_for_new);
    routes.post("/library/{set}/add", content_keepers, add_new);
    routes.get("/library/{set}/{code}", public_page,
               [neighbours = std::make_shared<const Neighbours>(std::move(neighbours))](
                   const http::Request& request, access::Context& context) {
                   return show_item(*neighbours, request, context);
               });
    routes.get("/library/{set}/{code}/versions/{number}", public_page, show_comparison);
    routes.get("/library/{set}/{code}/change", content_keepers, ask_for_change);
    routes.post("/library/{set}/{code}/change", content_keepers, save_change);
    routes.get("/library/{set}/{code}/agreement", content_keepers, ask_for_agreement);
    routes.post("/library/{set}/{code}/agreement", content_keepers, save_agreement);
    routes.get("/library/{set}/{code}/retirement", content_keepers, ask_for_retirement);
    routes.post("/library/{set}/{code}/retirement", content_keepers, save_retirement);
}

}  // namespace primum::library
