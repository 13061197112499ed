// The office carries members over from an earlier campaign.

#include <algorithm>

#include "campaigns/actions.h"
#include "campaigns/frame.h"
#include "campaigns/keeping.h"
#include "campaigns/letters.h"
#include "design/button.h"
#include "design/table.h"

namespace primum::campaigns {
namespace {

using html::html;
using html::url;

html::Html carry_over_page(const access::Context& context, const Campaign& campaign,
                           const Problems& problems) {
    const design::View& view = context.view;
    html::Html forms;
    for (const Relative& one : lineage_of(context.db, campaign.id).ancestors) {
        if (one.campaign.status == Status::history || one.kind != Descent::follows) continue;
        const auto count = count_carry_over(context.db, one.campaign, campaign);
        const auto members = count_members(context.db, one.campaign.id, context.today);
        html::Html form;
        if (count > 0)
            form = design::form(
                view, {.action = url("/campaigns/{}/carry-over", campaign.code)},
                html("{}{}", design::hidden("from", one.campaign.code),
                     design::button({.label = view.words->count(static_cast<std::int64_t>(count),
                                                                "Carry {} member over today",
                                                                "Carry {} members over today"),
                                     .once = true})));
        forms.append("<h2 class=\"nhsuk-heading-m\">{}</h2><p>{}</p>{}", one.campaign.name,
                     view.say("{} of its {} members agreed, are members today and are not here "
                              "yet.",
                              view.words->whole(static_cast<std::int64_t>(count)),
                              view.words->whole(static_cast<std::int64_t>(members))),
                     form);
    }
    if (forms.empty())
        forms =
            design::nothing_yet(view.say("This campaign follows no other that had members "
                                         "here. Say under “Where it comes from” which one it "
                                         "follows."));
    return kept_page(context, campaign, view.say("Carry members over"), problems,
                     html("<p>{}</p>{}",
                          view.say("Members that agreed go on in this campaign without signing "
                                   "again, from today, with those of their interventions that it "
                                   "knows. Each of them gets a letter."),
                          forms));
}

}  // namespace

Response ask_for_carry_over(const people::Accounts&, const Request& request,
                            access::Context& context) {
    const auto campaign = kept_campaign(request, context);
    if (!campaign) return http::not_found();
    return http::ok(carry_over_page(context, *campaign, {}));
}

Response take_carry_over(const people::Accounts& accounts, const Request& request,
                         access::Context& context) {
    const auto campaign = kept_campaign(request, context);
    if (!campaign) return http::not_found();
    const auto from = find_campaign(context.db, context.form.text("from"));
    Problems problems;
    const auto ancestors = lineage_of(context.db, campaign->id).ancestors;
    if (!from || std::ranges::none_of(ancestors, [&](const Relative& one) {
            return one.campaign.id == from->id && one.kind == Descent::follows;
        }))
        problems.add("", "Choose a campaign that this one follows.");
    else if (!context.scope.can_write(from->owner))
        problems.add("", "The earlier campaign is kept by another office: ask it.");
    if (!campaign->open())
        problems.add("", "Open the campaign first: nobody can be a member of a draft.");
    if (!problems.empty())
        return http::unprocessable(carry_over_page(context, *campaign, problems));
    static const auto system = store::Scope::system("members agreed to be carried over");
    return context.save([&](store::Writer& db) {
        for (const OrganisationId& one :
             carry_over(db, system, context.stamp(), *from, *campaign, context.today))
            tell_carried_over(accounts, db, *from, *campaign, one, context.now);
        return saved(*campaign);
    });
}

}  // namespace primum::campaigns
