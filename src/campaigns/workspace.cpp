#include "campaigns/workspace.h"

#include "access/policy.h"
#include "design/links.h"
#include "organisations/frame.h"

namespace primum::campaigns {

using html::html;
using html::url;

bool Joining::leads() const {
    return std::ranges::any_of(here.roles, [](access::Role role) {
        return access::policy::organisation_leaders.roles.has(role);
    });
}

bool Joining::signs() const {
    return std::ranges::find(here.roles, access::Role::chief_executive) != here.roles.end();
}

std::optional<Joining> joining(const http::Request& request, const access::Context& context) {
    auto here = organisations::here(request, context);
    const auto campaign = public_campaign(request, context.db);
    if (!here || !campaign || campaign->status == Status::history) return {};
    const auto key = context.scope.may_read(here->id());
    Membership membership;
    if (auto known = find_membership(context.db, key, campaign->id)) membership = *known;
    // A closed campaign can be looked at by those who joined it, and joined by nobody.
    if (membership.id.is_nil() && !campaign->open()) return {};
    membership.organisation = here->id();
    membership.campaign = campaign->id;
    Joining joining{.here = std::move(*here),
                    .campaign = *campaign,
                    .membership = membership,
                    .interventions = interventions_of(context.db, campaign->id, context.today),
                    .candidate = {},
                    .checks = {}};
    joining.candidate = candidate_of(context.db, membership, context.today);
    joining.checks = check(conditions_of(context.db, campaign->id), joining.candidate,
                           joining.interventions, context.today);
    return joining;
}

html::Url task(const Joining& joining, std::string_view what) {
    return url("/organisations/{}/campaigns/{}/{}", joining.here.id().text(), joining.campaign.code,
               what);
}

std::vector<design::Crumb> way_here(const access::Context& context, const Joining& joining,
                                    bool and_itself) {
    auto crumbs = organisations::crumbs(context.view, context, joining.here, true);
    if (and_itself)
        crumbs.push_back({joining.campaign.name, workspace(joining.here.id(), joining.campaign)});
    return crumbs;
}

html::Html task_page(const access::Context& context, const Joining& joining, std::string_view title,
                     const Problems& problems, const html::Html& content) {
    return form_page(context, joining.campaign, way_here(context, joining, true), title,
                     joining.here.organisation.name, problems,
                     html("{}<p>{}</p>", content,
                          design::link(workspace(joining.here.id(), joining.campaign),
                                       context.view.say("Back to the list of tasks"))));
}

html::Html task_form(const design::View& view, const Joining& joining, std::string_view what,
                     const html::Html& fields) {
    return design::form(view, {.action = task(joining, what)},
                        html("{}{}", rev_field(joining.membership.rev), fields));
}

bool is_about_choices(const Check& one) {
    return std::ranges::find(kAboutChoices, one.condition.asks) != kAboutChoices.end();
}

bool met(const Joining& joining, std::initializer_list<Asks> asks) {
    return std::ranges::all_of(joining.checks, [&](const Check& one) {
        return one.met || std::ranges::find(asks, one.condition.asks) == asks.end();
    });
}

bool asked(const Joining& joining, Asks asks) {
    return std::ranges::any_of(joining.checks,
                               [&](const Check& one) { return one.condition.asks == asks; });
}

http::Response done(const Joining& joining, std::string_view what) {
    return http::see_other(url("/organisations/{}/campaigns/{}?done={}", joining.here.id().text(),
                               joining.campaign.code, what));
}

Membership as_seen(store::Writer& db, const access::Context& context, const Joining& joining) {
    Membership seen = joining.membership;
    if (!joining.begun())
        seen = begin(db, context.scope.may_write(joining.here.id()), context.stamp(),
                     joining.campaign.id);
    else
        seen.rev = seen_rev(context.form);
    return seen;
}

http::Response save_task(access::Context& context, const Joining& joining, std::string_view what,
                         const Change& change, const Again& again) {
    return context.save([&](store::Writer& db) {
        const auto owner = context.scope.may_write(joining.here.id());
        if (!change(db, owner, context.stamp(), as_seen(db, context, joining)))
            return http::page(http::Status::conflict, again(overtaken()));
        return done(joining, what);
    });
}

http::Response change_membership(const http::Request& request, access::Context& context,
                                 std::string_view what, const Change& change) {
    const auto joining = campaigns::joining(request, context);
    if (!joining || !joining->begun()) return http::not_found();
    return save_task(context, *joining, what, change, [&](const Problems& overtaken) {
        return task_page(context, *joining, joining->campaign.name, overtaken, {});
    });
}

}  // namespace primum::campaigns
