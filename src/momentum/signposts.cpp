#include "momentum/signposts.h"

#include <algorithm>

#include "design/button.h"
#include "design/card.h"
#include "design/form.h"
#include "momentum/actions.h"
#include "momentum/frame.h"
#include "organisations/members.h"

namespace primum::momentum {
namespace {

using access::Role;
using html::html;
using html::url;

constexpr access::RoleSet kLeaders{Role::chief_executive, Role::executive, Role::medical_director,
                                   Role::nursing_director, Role::improvement_lead};

const store::Scope& scope() {
    static const auto kScope = store::Scope::system(
        "a signpost is read for an organisation of which the person has just been found to be a "
        "leader");
    return kScope;
}

bool leads(std::span<const Role> roles) {
    return std::ranges::any_of(roles, [](Role role) { return kLeaders.has(role); });
}

html::Html signpost(const design::View& view, const Campaign& campaign,
                    const organisations::Organisation& organisation, const Signpost& post) {
    const bool to_programme = post.direction == Direction::to_programme;
    const std::string sentence =
        to_programme
            ? view.say(
                  "Your organisation has signed up to the campaign {} but is not yet enrolled "
                  "on the {} programme. Find out how to apply here.",
                  campaign.name, campaign.programme)
            : view.say(
                  "Your organisation has enrolled on the {} programme but is not yet signed "
                  "up to the campaign {}. You can do so here.",
                  campaign.programme, campaign.name);
    const auto follow =
        design::form(view,
                     {.action = url("/organisations/{}/signposts/{}/{}", organisation.id.text(),
                                    campaign.code, name(post.direction)),
                      .id = {},
                      .classes = {}},
                     design::button({.label = to_programme ? view.say("Find out how to apply")
                                                           : view.say("Sign up to the campaign"),
                                     .look = design::ButtonLook::secondary,
                                     .once = true}));
    return design::card(
        {.heading = organisation.name,
         .level = 2,
         .size = design::Size::s,
         .where = {},
         .text = {},
         .body = html("<p>{}</p><p>{}</p>{}", sentence,
                      view.say("The programme and the campaign support each other in one goal: "
                               "organisations gain from taking part in both."),
                      follow),
         .classes = "pr-signpost"});
}

/// For those who run campaigns: the way to their boards.
html::Html boards(const access::Context& context) {
    constexpr access::RoleSet kHelpers{Role::administrator, Role::campaign_office,
                                       Role::programme_faculty, Role::node_lead};
    if (!context.person().holds(kHelpers)) return {};
    const design::View& view = context.view;
    html::Html items;
    for (const Campaign& campaign : open_campaigns(context.db))
        items += html(R"(<li><a class="nhsuk-link" href="{}">{}</a></li>)", board_address(campaign),
                      view.say("Momentum of {}", campaign.name));
    if (items.empty()) return {};
    return html(
        R"(<section aria-labelledby="your-boards"><h2 class="nhsuk-heading-m" id="your-boards">{}</h2><ul>{}</ul></section>)",
        view.say("How the campaign moves"), items);
}

/// What stands at one organisation today, and notes that somebody has seen it.
html::Html signposts_at(const access::Context& context, Sightings& sightings,
                        const organisations::Organisation& organisation) {
    html::Html posts;
    const OrganisationId ids[] = {organisation.id};
    for (const Campaign& campaign : open_campaigns(context.db)) {
        if (campaign.programme_code.empty()) continue;
        const auto facts = facts_of(context.db, campaign, ids);
        if (facts.empty() || !campaign.may_be_joined_by(facts.front().kind)) continue;
        const auto post = signpost_on(facts.front(), context.today);
        const auto readable = scope().may_read(organisation.id);
        if (!post || is_under_way(context.db, readable, campaign.id, post->direction)) continue;
        posts += signpost(context.view, campaign, organisation, *post);
        const auto noticed = noticed_of(context.db, readable, campaign.id);
        const bool seen = std::ranges::any_of(noticed, [&](const Noticed& one) {
            return one.direction == post->direction && one.since == post->since && one.seen_at;
        });
        if (!seen)
            sightings.note(organisation.id, campaign.id, *post, context.person().id, context.now);
    }
    return posts;
}

}  // namespace

void add_neighbours(organisations::Neighbours& neighbours, Sightings& sightings) {
    neighbours.panels.push_back(
        [&sightings](const access::Context& context, const organisations::Here& here) {
            return leads(here.roles) ? signposts_at(context, sightings, here.organisation)
                                     : html::Html();
        });
    neighbours.mine.push_back([&sightings](const access::Context& context,
                                           const std::vector<organisations::Organisation>& mine) {
        html::Html posts;
        for (const organisations::Organisation& one : mine) {
            const auto roles =
                organisations::roles_over(context.db, context.person(), one.id, context.today);
            if (leads(roles)) posts += signposts_at(context, sightings, one);
        }
        posts += boards(context);
        return posts;
    });
}

http::Response follow_signpost(const http::Request& request, access::Context& context) {
    const auto id = OrganisationId::parse(request.part("id"));
    const auto direction = parse_direction(request.part("direction"));
    if (!id || !direction || !context.scope.can_write(*id)) return http::not_found();
    const auto campaign = campaign_of(request, context);
    if (!campaign || campaign->draft || campaign->programme_code.empty()) return http::not_found();
    const OrganisationId ids[] = {*id};
    const auto facts = facts_of(context.db, *campaign, ids);
    if (facts.empty()) return http::not_found();
    const auto post = signpost_on(facts.front(), context.today);
    const auto where = *direction == Direction::to_programme
                           ? url("/programmes/{}/apply", campaign->programme_code)
                           : url("/campaigns/{}/join", campaign->code);
    const auto roles = organisations::roles_over(context.db, context.person(), *id, context.today);
    // It may have come down since the page was opened: the way stays open, and nothing is counted.
    if (!post || post->direction != *direction || !leads(roles)) return http::see_other(where);
    const auto owner = context.scope.may_write(*id);
    return context.save([&](store::Writer& db) {
        save_followed(db, owner, context.stamp(), campaign->id, post->direction, post->since);
        return http::see_other(where);
    });
}

SignpostCounts counts_of(const std::vector<Facts>& all,
                         const std::unordered_map<OrganisationId, std::vector<Noticed>>& noticed,
                         Direction direction, Day today) {
    SignpostCounts counts;
    for (const Facts& one : all) {
        const auto known = noticed.find(one.id);
        for (const Signpost& post : signposts_of(one)) {
            if (post.direction != direction || post.since > today) continue;
            ++counts.raised;
            if (post.stands_on(today)) ++counts.standing;
            if (post.done && *post.done <= today) {
                ++counts.done;
                counts.days_to_done.push_back(
                    static_cast<double>((*post.done - post.since).count()));
            }
            if (known == noticed.end()) continue;
            for (const Noticed& notice : known->second) {
                if (notice.direction != direction || notice.since != post.since) continue;
                if (notice.seen_at) {
                    ++counts.seen;
                    const Day seen = std::chrono::floor<std::chrono::days>(*notice.seen_at);
                    counts.days_to_seen.push_back(static_cast<double>((seen - post.since).count()));
                }
                if (notice.followed_at) ++counts.followed;
            }
        }
    }
    std::ranges::sort(counts.days_to_seen);
    std::ranges::sort(counts.days_to_done);
    return counts;
}

}  // namespace primum::momentum
