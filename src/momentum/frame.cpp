#include "momentum/frame.h"

#include <cmath>

#include "chart/number.h"
#include "design/notification_banner.h"
#include "language/language.h"

namespace primum::momentum {

using html::html;
using html::url;

std::optional<Campaign> campaign_of(const http::Request& request, const access::Context& context) {
    auto campaign = find_campaign(context.db, request.part("campaign"));
    if (campaign && campaign->draft && !context.scope.can_read(campaign->owner)) return {};
    return campaign;
}

bool may_keep(const access::Context& context, const Campaign& campaign) {
    using access::Role;
    constexpr access::RoleSet kKeepers{Role::administrator, Role::campaign_office};
    if (!context.session) return false;
    for (const access::Held& held : context.person().roles)
        if (kKeepers.has(held.role) &&
            context.db.one([](const store::Row& row) { return row.get<int>(0); }, R"sql(
                SELECT 1 FROM organisation_closure
                 WHERE ancestor_id = $1 AND descendant_id = $2
                   AND valid_from <= $3 AND valid_to >= $3
            )sql",
                           held.organisation, campaign.owner, context.today))
            return true;
    return false;
}

Visible::Visible(const access::Context& context) {
    for (const OrganisationId root : context.scope.roots())
        context.db.each([&](const store::Row& row) { below_.insert(row.get<OrganisationId>(0)); },
                        R"sql(
            SELECT c.descendant_id
              FROM organisation_closure c
              JOIN organisations o ON o.id = c.descendant_id
             WHERE c.ancestor_id = $1 AND c.valid_from <= $2 AND c.valid_to >= $2
        )sql",
                        root, context.today);
}

bool Visible::has(OrganisationId organisation) const {
    return below_.contains(organisation);
}

std::optional<Facts> organisation_of(const http::Request& request, const access::Context& context,
                                     const Campaign& campaign) {
    const auto id = OrganisationId::parse(request.part("id"));
    if (!id || !context.scope.can_read(*id)) return {};
    const OrganisationId ids[] = {*id};
    auto found = facts_of(context.db, campaign, ids);
    if (found.empty()) return {};
    const Facts& one = found.front();
    const bool concerned =
        campaign.may_be_joined_by(one.kind) || !one.member.empty() || !one.enrolled.empty();
    return concerned ? std::optional(std::move(found.front())) : std::nullopt;
}

html::Url board_address(const Campaign& campaign) {
    return url("/campaigns/{}/momentum", campaign.code);
}

std::vector<design::Crumb> crumbs(const design::View& view, const Campaign& campaign,
                                  bool and_board) {
    std::vector<design::Crumb> way{{view.say("Campaigns"), url("/campaigns")},
                                   {campaign.name, url("/campaigns/{}", campaign.code)}};
    if (and_board) way.push_back({view.say("Momentum"), board_address(campaign)});
    return way;
}

html::Html doors(const design::View& view, const Campaign& campaign, std::string_view here) {
    struct Door {
        std::string_view name;
        std::string_view label;
        html::Url where;
    };
    const std::vector<Door> all = {
        {"board", view.say("Momentum board"), board_address(campaign)},
        {"organisations", view.say("Engagement of each organisation"),
         url("/campaigns/{}/momentum/organisations", campaign.code)},
        {"chases", view.say("Chase list"), url("/campaigns/{}/chases", campaign.code)},
        {"groups", view.say("The four groups"), url("/campaigns/{}/groups", campaign.code)},
        {"weights", view.say("The formula"), url("/campaigns/{}/weights", campaign.code)},
        {"progress", view.say("Public progress"), url("/campaigns/{}/progress", campaign.code)},
    };
    html::Html items;
    for (const Door& door : all)
        if (door.name == here)
            items += html(R"(<li aria-current="page">{}</li>)", door.label);
        else
            items +=
                html(R"(<li><a class="nhsuk-link" href="{}">{}</a></li>)", door.where, door.label);
    return html(R"(<nav class="pr-doors" aria-label="{}"><ul>{}</ul></nav>)",
                view.say("Pages about momentum"), items);
}

html::Html news(const http::Request& request, const design::View& view) {
    const std::string done = request.parameter("done").value_or("");
    std::string_view what;
    if (done == "chase") what = view.say("Your chase has been written down.");
    if (done == "result") what = view.say("The result has been saved.");
    if (done == "weights") what = view.say("The formula has been saved.");
    if (done == "milestone") what = view.say("The milestone has been saved.");
    if (done == "removed") what = view.say("The milestone has been removed.");
    if (what.empty()) return {};
    return design::notification_banner(
        view, {.notice = design::Notice::success, .heading = what, .body = {}});
}

Problems overtaken() {
    Problems problems;
    problems.add("",
                 "Somebody else has changed this since you opened the form. Check what you entered "
                 "and send it again.");
    return problems;
}

std::string tenths(double value) {
    return chart::number(std::round(value * 10) / 10, {chart::NumberStyle::plain, 1});
}

std::string percent(double share) {
    return chart::number(share, {chart::NumberStyle::proportion, 0});
}

}  // namespace primum::momentum
