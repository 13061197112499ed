// The register, a campaign's claims, and what an organisation's page says of its own.

#include <algorithm>

#include "access/policy.h"
#include "campaigns/frame.h"
#include "claims/actions.h"
#include "claims/pages.h"
#include "claims/routes.h"
#include "claims/words.h"
#include "design/button.h"
#include "design/details.h"
#include "design/heading.h"
#include "design/links.h"
#include "design/table.h"
#include "design/tag.h"
#include "measures/dictionary.h"
#include "organisations/tree.h"

namespace primum::claims {
namespace {

using html::html;
using html::url;

std::string about(const store::Reader& db, const Claim& claim) {
    if (claim.campaign)
        return db
            .one([](const store::Row& row) { return row.get<std::string>(0); },
                 "SELECT name FROM campaigns WHERE id = $1", *claim.campaign)
            .value_or("");
    const auto one = organisations::find_organisation(db, claim.organisation);
    return one ? one->name : std::string();
}

html::Html organisation_panel(const access::Context& context, const organisations::Here& here) {
    const design::View& view = context.view;
    const auto claims =
        claims_about(context.db, context.scope_under(access::policy::members), here.id());
    const bool keeps =
        context.scope_under(access::policy::organisation_leaders).can_write(here.id());
    html::Html items;
    for (const Claim& claim : claims)
        items.append("<li>{} {}</li>", design::link(address(claim), claim.words),
                     state_tag(view, claim.state));
    if (keeps)
        items.append("<li>{}</li>",
                     design::link(url("/organisations/{}/claims/new", here.id().text()),
                                  view.say("Work out how much harm was avoided")));
    if (items.empty()) return {};
    return html(R"(<h2 class="nhsuk-heading-m">{}</h2><ul class="nhsuk-list">{}</ul>)",
                view.say("Lives saved and harm avoided"), items);
}

}  // namespace

html::Html state_tag(const design::View& view, State state) {
    const auto colour = state == State::published   ? design::Colour::blue
                        : state == State::withdrawn ? design::Colour::grey
                                                    : design::Colour::white;
    return design::tag(view.say(label(state)), colour);
}

html::Html method_words(const design::View& view) {
    html::Html items;
    for (const std::string_view words :
         {view.say("Expected is what the same month of the year before would have made of this "
                   "month’s patients: its rate times how many there were, organisation by "
                   "organisation."),
          view.say("Three versions stand side by side: raw; with a case-mix model’s expected "
                   "counts in place of the number of patients; and with the trend before "
                   "carried on."),
          view.say("The interval has the chance in what was counted and in the baseline. One that "
                   "includes zero is shown as such."),
          view.say("It is an estimate of how many fewer there were. It does not say why: other "
                   "things change as well."),
          view.say("Nothing is claimed without a whole year before.")})
        items.append("<li>{}</li>", words);
    return design::details({.summary = view.say("How this is worked out")},
                           html(R"(<ul class="nhsuk-list nhsuk-list--bullet">{}</ul>)", items));
}

html::Html claims_table(const access::Context& context, const std::vector<Claim>& claims,
                        std::string_view caption) {
    const design::View& view = context.view;
    if (claims.empty()) return design::nothing_yet(view.say("Nothing is claimed yet."));
    design::TableWriter table({.caption = caption,
                               .columns = {{.heading = view.say("Claim")},
                                           {.heading = view.say("About")},
                                           {.heading = view.say("Measure")},
                                           {.heading = view.say("Claimed for")},
                                           {.heading = view.say("State")}},
                               .first_cell_is_heading = true});
    for (const Claim& claim : claims) {
        const auto measure = measures::find_measure(context.db, claim.measure);
        if (!measure) continue;
        table.row(design::link(address(claim), claim.words), about(context.db, claim),
                  measure->name(), periods(*measure, claim.from, claim.to),
                  state_tag(view, claim.state));
    }
    return std::move(table).done();
}

http::Response show_register(const http::Request&, access::Context& context) {
    const design::View& view = context.view;
    const auto claims = all_claims(context.db, context.scope_under(access::policy::members));
    return http::ok(design::page(
        view, {.title = view.say("Claims"), .breadcrumb = {}, .latest = true},
        html("{}<p>{}</p>{}{}", design::page_heading(view.say("Claims")),
             view.say("Every claim of lives saved or harm avoided that was published here, with "
                      "the numbers it was made from. Those that were withdrawn stay, with the "
                      "reason."),
             claims_table(context, claims, view.say("The register of claims")),
             method_words(view))));
}

http::Response show_campaign_claims(const http::Request& request, access::Context& context) {
    const auto campaign = campaigns::find_campaign(context.db, request.part("campaign"));
    if (!campaign || !campaign->is_public()) return http::not_found();
    const design::View& view = context.view;
    const auto claims = claims_about(context.db, context.scope_under(access::policy::members),
                                     momentum::CampaignId::parse(campaign->id.text()).value());
    html::Html make;
    if (campaigns::keeps(context, *campaign))
        make = design::button({.label = view.say("Work out a claim"),
                               .look = design::ButtonLook::secondary,
                               .where = url("/campaigns/{}/claims/new", campaign->code)});
    return http::ok(design::page(
        view,
        {.title = view.say("Lives saved and harm avoided"),
         .breadcrumb = campaigns::crumbs(view, *campaign),
         .latest = true},
        html("{}<p>{}</p>{}{}{}<p>{}</p>",
             design::page_heading(view.say("Lives saved and harm avoided"), campaign->name),
             view.say("What members together claim to have achieved. Each is an estimate with an "
                      "interval, three versions, and the numbers behind it."),
             claims_table(context, claims, view.say("What is claimed")), method_words(view), make,
             design::link(url("/claims"), view.say("Claims of all campaigns and organisations")))));
}

void add_neighbours(organisations::Neighbours& neighbours) {
    neighbours.panels.emplace_back(organisation_panel);
}

}  // namespace primum::claims
