#include "campaigns/panels.h"

#include <algorithm>

#include "access/policy.h"
#include "campaigns/frame.h"
#include "campaigns/peers.h"
#include "design/card.h"
#include "design/heading.h"
#include "design/links.h"
#include "organisations/members.h"

namespace primum::campaigns {
namespace {

using html::html;
using html::url;

bool any_of(const std::vector<access::Role>& held, const access::RoleSet& wanted) {
    return std::ranges::any_of(held, [&](access::Role role) { return wanted.has(role); });
}

bool ready_to_sign(const store::Reader& db, const Campaign& campaign, const Membership& mine,
                   Day today) {
    return mine.in_preparation() && mine.state != State::left &&
           all_met(check(conditions_of(db, campaign.id), candidate_of(db, mine, today),
                         interventions_of(db, campaign.id, today), today),
                   Asks::signed_by_chief_executive);
}

std::string next_step(const access::Context& context, const Campaign& campaign,
                      const Membership& mine) {
    const design::View& view = context.view;
    switch (mine.state) {
        case State::draft:
            return std::string(ready_to_sign(context.db, campaign, mine, context.today)
                                   ? view.say("Everything is there: the chief executive can sign.")
                                   : view.say("Next: finish the tasks."));
        case State::sent:
            return std::string(view.say("The campaign’s office reads it."));
        case State::declined:
            return std::string(view.say("The office asks for a change: see why."));
        case State::joined:
            return {};
        case State::paused:
            return std::string(view.say("It can go on at any time."));
        case State::left:
            return std::string(view.say("It can join again."));
    }
    return {};
}

}  // namespace

html::Html organisation_panel(const access::Context& context, const organisations::Here& here) {
    const design::View& view = context.view;
    const auto mine = memberships_of(context.db, context.scope.may_read(here.id()));
    html::Html items;
    for (const Membership& one : mine) {
        const auto campaign = find_campaign(context.db, one.campaign);
        if (!campaign || !campaign->is_public()) continue;
        items.append(R"(<li>{} {} <span class="pr-aside">{}</span></li>)",
                     design::link(workspace(here.id(), *campaign), campaign->name),
                     state_tag(view, one.state), next_step(context, *campaign, one));
    }
    for (const Campaign& campaign : campaigns_of(context.db)) {
        if (!campaign.open() || !here.organisation.open_on(context.today)) continue;
        if (!campaign.eligible_kind.empty() && campaign.eligible_kind != here.organisation.kind)
            continue;
        if (std::ranges::find(mine, campaign.id, &Membership::campaign) != mine.end()) continue;
        items.append(R"(<li>{} {}</li>)",
                     design::link(workspace(here.id(), campaign), campaign.name),
                     design::tag(view.say("Not joined"), design::Colour::grey));
    }
    if (items.empty()) return {};
    return html(R"(<h2 class="nhsuk-heading-m">{}</h2><ul class="nhsuk-list">{}</ul>)",
                view.say("Campaigns"), items);
}

html::Html mine_panel(const access::Context& context,
                      const std::vector<organisations::Organisation>& mine) {
    const design::View& view = context.view;
    html::Html items;
    for (const organisations::Organisation& organisation : mine) {
        const auto roles =
            organisations::roles_over(context.db, context.person(), organisation.id, context.today);
        if (!any_of(roles, access::policy::organisation_leaders.roles)) continue;
        const auto key = context.scope.may_read(organisation.id);
        const bool signs = std::ranges::find(roles, access::Role::chief_executive) != roles.end();
        for (const Membership& one : memberships_of(context.db, key)) {
            const auto campaign = find_campaign(context.db, one.campaign);
            if (!campaign || !campaign->is_public()) continue;
            const auto add = [&](std::string_view words) {
                items.append("<li>{}: {}</li>",
                             design::link(workspace(organisation.id, *campaign),
                                          organisation.name + ", " + campaign->name),
                             words);
            };
            if (one.state == State::declined)
                add(view.say("The office asks for a change in the pledge"));
            if (signs && ready_to_sign(context.db, *campaign, one, context.today))
                add(view.say("A pledge waits for your signature"));
            if (const auto open = count_unanswered(context.db, key, campaign->id); open > 0)
                add(view.words->count(static_cast<std::int64_t>(open),
                                      "{} comment of a peer is not answered",
                                      "{} comments of peers are not answered"));
        }
    }
    for (const Campaign& campaign : all_campaigns(context.db)) {
        if (campaign.open() && keeps(context, campaign)) {
            const auto waiting = waiting_of(context.db, campaign.id).size();
            if (waiting > 0)
                items.append(
                    "<li>{}</li>",
                    design::link(
                        url("/campaigns/{}/office", campaign.code),
                        view.say("{}: {}", campaign.name,
                                 view.words->count(static_cast<std::int64_t>(waiting),
                                                   "{} organisation waits for your decision",
                                                   "{} organisations wait for your decision"))));
        }
        if (campaign.open() &&
            speaks_for(context.db, context.person().id, campaign.id, context.today)) {
            const auto drafts = open_drafts(context.db, campaign.id).size();
            if (drafts > 0)
                items.append(
                    "<li>{}</li>",
                    design::link(url("/campaigns/{}/drafts", campaign.code),
                                 view.say("{}: {}", campaign.name,
                                          view.words->count(
                                              static_cast<std::int64_t>(drafts),
                                              "{} peer asks you to comment on a draft pledge",
                                              "{} peers ask you to comment on draft pledges"))));
        }
    }
    if (items.empty()) return {};
    return html(R"(<h2 class="nhsuk-heading-m">{}</h2><ul class="nhsuk-list">{}</ul>)",
                view.say("Campaigns: what waits for you"), items);
}

}  // namespace primum::campaigns
