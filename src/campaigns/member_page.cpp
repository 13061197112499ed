// What everybody may know of one member.

#include <algorithm>

#include "campaigns/actions.h"
#include "campaigns/frame.h"
#include "campaigns/spells.h"
#include "design/heading.h"
#include "design/links.h"
#include "measures/address.h"
#include "measures/sharing.h"
#include "organisations/tree.h"

namespace primum::campaigns {
namespace {

using html::html;
using html::url;

html::Html choice_list(const std::vector<Intervention>& asked,
                       const std::vector<std::string>& codes, const Campaign& campaign) {
    html::Html items;
    for (const Intervention& one : asked) {
        if (std::ranges::find(codes, one.code) == codes.end()) continue;
        std::string parts;
        for (const Intervention& part : one.parts)
            if (std::ranges::find(codes, part.code) != codes.end())
                parts += (parts.empty() ? "" : ", ") + part.name;
        items.append(
            "<li>{}{}</li>",
            design::link(url("/campaigns/{}/interventions/{}", campaign.code, one.code), one.name),
            parts.empty() ? html::Html() : html(": {}", parts));
    }
    return items.empty() ? items
                         : html(R"(<ul class="nhsuk-list nhsuk-list--bullet">{}</ul>)", items);
}

/// What the campaign asks, and whether this member's public facts say that it is so.
html::Html asked_list(const design::View& view, const std::vector<Check>& checks,
                      const std::vector<Intervention>& interventions,
                      const Membership& membership) {
    html::Html items;
    for (const Check& one : checks) {
        std::string when;
        if (one.condition.asks == Asks::staff_letter && membership.staff_letter_on)
            when = view.words->day(*membership.staff_letter_on);
        if (one.condition.asks == Asks::review_training && membership.review_training_on)
            when = view.words->day(*membership.review_training_on);
        if (one.condition.asks == Asks::signed_by_chief_executive && membership.signed_at)
            when = view.words->day(std::chrono::floor<std::chrono::days>(*membership.signed_at));
        items.append(
            R"(<li class="pr-check"><span class="pr-check__what">{}{}</span> {}</li>)",
            says(view, one.condition, interventions),
            when.empty() ? html::Html() : html(R"( <span class="pr-aside">{}</span>)", when),
            one.met ? design::tag(view.say("Done"), design::Colour::green)
                    : design::tag(view.say("Not known"), design::Colour::grey));
    }
    return html(R"(<ul class="nhsuk-list pr-checks">{}</ul>)", items);
}

/// The series that it shows to whoever asks.
html::Html measures_list(const access::Context& context, const OrganisationId& organisation) {
    html::Html items;
    for (const measures::SharedSeries& one :
         measures::shared_by(context.db, organisation, context.session.has_value()))
        items.append("<li>{}</li>",
                     design::link(measures::published_address(one.series), one.name()));
    if (items.empty()) return {};
    return html(R"(<h2 class="nhsuk-heading-m">{}</h2><ul class="nhsuk-list">{}</ul>)",
                context.view.say("What its numbers say"), items);
}

}  // namespace

Response show_member(const Request& request, access::Context& context) {
    const auto campaign = public_campaign(request, context.db);
    const auto id = OrganisationId::parse(request.part("id"));
    if (!campaign || !id) return http::not_found();
    static const auto scope = store::Scope::system("a member's public page");
    const auto key = scope.may_read(*id);
    const auto organisation = organisations::find_organisation(context.db, *id);
    const auto periods = periods_of(context.db, key, campaign->id);
    const auto membership = find_membership(context.db, key, campaign->id);
    // Whoever has never been let in is nobody's business.
    if (!organisation || !membership || periods.empty()) return http::not_found();

    const design::View& view = context.view;
    const auto interventions = interventions_of(context.db, campaign->id, context.today);
    const bool member = is_member(context.db, *id, campaign->id, context.today);
    const auto codes = choices_of(context.db, key, campaign->id, context.today);
    html::Html pledge;
    if (membership->pledge_public && !membership->pledge.empty() && membership->takes_part())
        pledge = html(
            R"(<h2 class="nhsuk-heading-m">{}</h2><blockquote class="pr-pledge">{}</blockquote>)",
            view.say("Its pledge"), paragraphs(membership->pledge));
    html::Html work;
    if (const auto list = choice_list(interventions, codes, *campaign); !list.empty())
        work = html(R"(<h2 class="nhsuk-heading-m">{}</h2>{})", view.say("What it works on"), list);
    html::Html asked;
    html::Html certificate;
    if (member) {
        const auto checks = check(conditions_of(context.db, campaign->id),
                                  candidate_of(context.db, *membership, context.today),
                                  interventions, context.today);
        if (!checks.empty())
            asked = html(R"(<h2 class="nhsuk-heading-m">{}</h2>{})",
                         view.say("What the campaign asks, and what it did"),
                         asked_list(view, checks, interventions, *membership));
        certificate = design::action_link(
            view.say("Its certificate"),
            url("/campaigns/{}/members/{}/certificate", campaign->code, id->text()));
    }
    html::Html state;
    if (!member)
        state =
            html("<p>{}</p>",
                 state_tag(view, membership->state == State::paused ? State::paused : State::left));
    const auto since_when =
        html(R"(<ul class="nhsuk-list nhsuk-list--bullet">{}</ul>)", spells(view, periods));
    auto way = crumbs(view, *campaign);
    way.push_back({view.say("Who has joined"), url("/campaigns/{}/members", campaign->code)});
    return http::ok(design::page(
        view,
        {.title = organisation->name + " – " + campaign->name,
         .breadcrumb = std::move(way),
         .latest = true},
        design::two_thirds(html(R"({}{}{}{}{}{}<h2 class="nhsuk-heading-m">{}</h2>{}{})",
                                design::page_heading(organisation->name, campaign->name), state,
                                pledge, work, measures_list(context, *id), asked,
                                view.say("Since when"), since_when, certificate))));
}

}  // namespace primum::campaigns
