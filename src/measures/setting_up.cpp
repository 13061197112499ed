#include "measures/setting_up.h"

#include <memory>
#include <utility>

#include "access/policy.h"
#include "design/button.h"
#include "design/links.h"
#include "measures/address.h"
#include "measures/place.h"
#include "measures/setting_up_actions.h"

namespace primum::measures {
namespace {

using html::html;
using html::Html;
using html::url;

Html door_to_new(const access::Context& context, const organisations::Here& here) {
    if (!may(context, access::policy::data_keepers, here.id())) return {};
    return design::link(url("/organisations/{}/measures/new", here.id().text()),
                        context.view.say("Set up measures"));
}

Html door_to_dictionary(const access::Context& context, const organisations::Here&) {
    return design::link(dictionary_address(), context.view.say("The dictionary of measures"));
}

/// What it counts, how it is kept, and its parts.
Html series_panel(const access::Context& context, const organisations::Here& here,
                  const Material& material) {
    const design::View& view = context.view;
    const std::string_view id = here.id().text();
    const std::string& code = material.series.code;
    Html items = html(
        "<li>{}</li><li>{}</li>",
        design::link(measure_address(material.measure.code), view.say("What is counted, and how")),
        design::link(url("/organisations/{}/measures/{}/strata", id, code),
                     view.say("Parts of the patients, side by side")));
    if (may(context, access::policy::data_keepers, here.id()))
        items.append("<li>{}</li>",
                     design::link(url("/organisations/{}/measures/{}/settings", id, code),
                                  view.say("Settings: due days, who enters, who sees, its end")));
    return html(R"(<h2 class="nhsuk-heading-m">{}</h2><ul class="nhsuk-list">{}</ul>)",
                view.say("How it is kept"), items);
}

}  // namespace

void add_setting_up_routes(access::Routes& routes, ChartCache& charts, Chosen chosen) {
    using namespace access::policy;
    const auto knowing = [chosen = std::make_shared<const Chosen>(std::move(chosen))](
                             auto* action) -> access::Action {
        return [chosen, action](const http::Request& request, access::Context& context) {
            return action(*chosen, request, context);
        };
    };
    const auto with_charts = [&charts](auto* action) -> access::Action {
        return [&charts, action](const http::Request& request, access::Context& context) {
            return action(charts, request, context);
        };
    };
    const std::string series = "/organisations/{id}/measures/{series}";
    routes.get("/organisations/{id}/measures/new", data_keepers, knowing(ask_for_series));
    routes.post("/organisations/{id}/measures/new", data_keepers, knowing(open_chosen));
    routes.get(series + "/settings", data_keepers, ask_for_settings);
    routes.post(series + "/settings", data_keepers, save_settings);
    routes.get(series + "/strata", members, with_charts(show_strata));
    routes.post(series + "/strata", data_keepers, with_charts(open_stratum));
}

void add_setting_up(Neighbours& neighbours) {
    neighbours.doors.emplace_back(door_to_new);
    neighbours.doors.emplace_back(door_to_dictionary);
    neighbours.panels.emplace_back(series_panel);
}

}  // namespace primum::measures
