#include "measures/dictionary_routes.h"

#include <memory>
#include <utility>

#include "access/policy.h"
#include "design/callouts.h"
#include "design/links.h"
#include "measures/address.h"
#include "measures/dictionary.h"
#include "measures/dictionary_actions.h"

namespace primum::measures {
namespace {

using html::html;
using html::Html;
using html::url;

/// On an intervention of the library: all its measures at once.
Html intervention_panel(const access::Context& context, const std::string& code) {
    if (!campaign_owner(context)) return {};
    return html("<p>{}</p>", design::link(url("/measures/library?intervention={}", code),
                                          context.view.say("Take its measures up")));
}

Html library_panel(const access::Context& context, const std::string& set,
                   const std::string& code) {
    const design::View& view = context.view;
    if (set == "interventions") return intervention_panel(context, code);
    if (set != "measures") return {};
    const auto taken = codes_by_library(context.db);
    if (const auto measure = taken.find(code); measure != taken.end())
        return design::inset_text(
            view, html("<p>{}</p>", design::link(measure_address(measure->second),
                                                 view.say("It is in the dictionary of measures"))));
    Html ways;
    if (campaign_owner(context))
        ways.append("<p>{}</p>", design::link(url("/measures/library?measure={}", code),
                                              view.say("Take it up into the dictionary")));
    if (!owners_for(context).empty())
        ways.append("<p>{}</p>", design::link(url("/measures/new?library={}", code),
                                              view.say("Make a measure of your own from it")));
    return ways;
}

}  // namespace

void add_dictionary_routes(access::Routes& routes, DictionaryPanels panels) {
    using namespace access::policy;
    routes.get("/measures", public_page, show_dictionary);
    routes.get("/measures/new", measure_keepers, ask_for_new_measure);
    routes.post("/measures/new", measure_keepers, add_new_measure);
    routes.get("/measures/library", measure_keepers, show_shelf);
    routes.post("/measures/library", measure_keepers, take_from_shelf);
    routes.get("/measures/{measure}", public_page,
               [panels = std::make_shared<const DictionaryPanels>(std::move(panels))](
                   const http::Request& request, access::Context& context) {
                   return show_measure(*panels, request, context);
               });
    routes.get("/measures/{measure}/versions/{number}", public_page, show_version);
    routes.get("/measures/{measure}/change", measure_keepers, ask_for_measure_change);
    routes.post("/measures/{measure}/change", measure_keepers, save_measure_change);
    routes.get("/measures/{measure}/agreement", measure_keepers, ask_for_agreement);
    routes.post("/measures/{measure}/agreement", measure_keepers, save_agreement);
    routes.get("/measures/{measure}/retirement", measure_keepers, ask_for_retirement);
    routes.post("/measures/{measure}/retirement", measure_keepers, save_retirement);
}

void add_neighbours(library::Neighbours& neighbours) {
    neighbours.panels.emplace_back(library_panel);
}

}  // namespace primum::measures
