// All campaigns, and the page of one.

#include "access/policy.h"
#include "campaigns/actions.h"
#include "campaigns/frame.h"
#include "campaigns/portrait.h"
#include "design/button.h"
#include "design/card.h"
#include "design/heading.h"
#include "design/hero.h"
#include "design/links.h"
#include "design/table.h"

namespace primum::campaigns {
namespace {

using html::html;
using html::url;

html::Html open_card(const access::Context& context, const Campaign& campaign) {
    const design::View& view = context.view;
    const Uptake uptake = uptake_of(context.db, campaign, context.today);
    return design::card(
        {.heading = campaign.name,
         .size = design::Size::m,
         .where = address(campaign),
         .body = html(
             R"(<p>{}</p><p class="pr-aside">{} · {}</p><p class="pr-card-foot">{} {}</p>)",
             campaign.aim, campaign.place, dates(view, campaign), status_tag(view, campaign.status),
             view.words->count(uptake.members, "{} organisation has joined",
                               "{} organisations have joined"))});
}

/// Only what its place, years and words say: nobody here has joined it.
html::Html history_item(const access::Context& context, const Campaign& campaign) {
    const design::View& view = context.view;
    html::Html facts;
    if (!campaign.reach.empty())
        facts.append(R"(<p class="pr-lineage__fact">{}</p>)",
                     view.say("Took part: {}", campaign.reach));
    if (!campaign.result.empty() && campaign.result != "none")
        facts.append(R"(<p class="pr-lineage__fact">{}</p>)",
                     view.say("Result: {}", campaign.result));
    return html(R"(
        <li class="pr-lineage__item"><p class="pr-lineage__when">{}</p>
        <p class="pr-lineage__name"><a class="nhsuk-link" href="{}">{}</a></p>
        <p>{}. {}</p>{}</li>)",
                years(view, campaign), address(campaign), campaign.name, campaign.place,
                campaign.aim, facts);
}

bool may_add(const access::Context& context) {
    return context.session && context.person().holds(access::policy::campaign_keepers.roles);
}

html::Html campaigns_page(const access::Context& context, const std::vector<Campaign>& all) {
    const design::View& view = context.view;
    std::vector<html::Html> cards;
    html::Html past;
    for (const Campaign& one : all) {
        if (one.status == Status::history)
            past += history_item(context, one);
        else
            cards.push_back(open_card(context, one));
    }
    html::Html before;
    if (!past.empty())
        before = design::section(
            html(
                R"(<h2 class="nhsuk-heading-l">{}</h2><p class="nhsuk-body-l">{}</p><ul class="pr-lineage">{}</ul>)",
                view.say("What others did before"),
                view.say("Campaigns that others ran, with what they said they reached. Numbers are "
                         "the campaigns’ own claims."),
                past),
            true);
    html::Html add;
    if (may_add(context)) {
        html::Html drafts;
        for (const Campaign& one : all_campaigns(context.db))
            if (one.status == Status::draft && keeps(context, one))
                drafts.append("<li>{} {}</li>",
                              design::link(url("/campaigns/{}/office", one.code), one.name),
                              status_tag(view, one.status));
        if (!drafts.empty())
            add = html(R"(<h2 class="nhsuk-heading-m">{}</h2><ul class="nhsuk-list">{}</ul>)",
                       view.say("Drafts"), drafts);
        add += design::button({.label = view.say("Add a campaign"),
                               .look = design::ButtonLook::secondary,
                               .where = url("/campaigns/new")});
    }
    return design::page(
        view, {.title = view.say("Campaigns"), .sections = before, .latest = true},
        html(R"({}<p class="nhsuk-body-l">{}</p>{}{})", design::page_heading(view.say("Campaigns")),
             view.say("A campaign is a cause with an aim and a day. Organisations join it with a "
                      "pledge that everybody can read; people make pledges of their own."),
             cards.empty() ? design::nothing_yet(view.say("No campaign is open yet."))
                           : design::card_group(cards, 2),
             add));
}

}  // namespace

Response show_campaigns(const Request&, access::Context& context) {
    return http::ok(campaigns_page(context, campaigns_of(context.db)));
}

Response show_campaign(const Request& request, access::Context& context) {
    const auto campaign = public_campaign(request, context.db);
    if (!campaign) return http::not_found();
    return http::ok(campaign_page(context, portrait_of(context.db, *campaign, context.today)));
}

}  // namespace primum::campaigns
