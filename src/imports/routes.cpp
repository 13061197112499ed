#include "imports/routes.h"

#include "access/policy.h"
#include "design/links.h"
#include "imports/actions.h"
#include "imports/wizard.h"
#include "measures/place.h"

namespace primum::imports {
namespace {

html::Html door(const access::Context& context, const organisations::Here& here) {
    if (!measures::may(context, access::policy::data_keepers, here.id())) return {};
    return design::link(list_address(here.id()), context.view.say("Numbers from files"));
}

html::Html panel(const access::Context& context, const organisations::Here& here) {
    const html::Html way = door(context, here);
    return way.empty() ? html::Html() : html::html("<p>{}</p>", way);
}

}  // namespace

void add_routes(access::Routes& routes) {
    using namespace access::policy;
    routes.get("/organisations/{id}/imports", data_keepers, show_imports);
    routes.get("/organisations/{id}/imports/new", data_keepers, ask_for_file);
    routes.post("/organisations/{id}/imports/new", data_keepers, take_file,
                access::Routes::kImport);
    routes.get("/organisations/{id}/imports/{import}", data_keepers, show_import);
    routes.post("/organisations/{id}/imports/{import}", data_keepers, confirm);
    routes.get("/organisations/{id}/imports/{import}/rows", data_keepers, ask_for_rows);
    routes.post("/organisations/{id}/imports/{import}/rows", data_keepers, save_rows);
    routes.get("/organisations/{id}/imports/{import}/columns", data_keepers, ask_for_columns);
    routes.post("/organisations/{id}/imports/{import}/columns", data_keepers, save_columns);
    routes.get("/organisations/{id}/imports/{import}/preview", data_keepers, show_preview);
    routes.get("/organisations/{id}/imports/{import}/problems.csv", data_keepers, send_problems);
    routes.get("/organisations/{id}/imports/{import}/undo", data_keepers, ask_for_undo);
    routes.post("/organisations/{id}/imports/{import}/undo", data_keepers, save_undo);
}

void add_neighbours(organisations::Neighbours& neighbours) {
    neighbours.panels.push_back(panel);
}

void add_neighbours(measures::Neighbours& neighbours) {
    neighbours.doors.push_back(door);
}

}  // namespace primum::imports
