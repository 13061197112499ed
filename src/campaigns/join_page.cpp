// How an organisation joins, for whoever asks.

#include "access/policy.h"
#include "campaigns/actions.h"
#include "campaigns/frame.h"
#include "design/button.h"
#include "design/links.h"
#include "organisations/tree.h"

namespace primum::campaigns {

using html::html;
using html::url;

Response show_join(const Request& request, access::Context& context) {
    const auto campaign = public_campaign(request, context.db);
    if (!campaign || !campaign->open()) return http::not_found();
    const design::View& view = context.view;
    const auto interventions = interventions_of(context.db, campaign->id, context.today);
    html::Html rule;
    for (const Condition& one : conditions_of(context.db, campaign->id))
        rule.append("<li>{}</li>", says(view, one, interventions));
    html::Html next;
    if (context.session) {
        html::Html mine;
        for (const access::Held& held : context.person().roles)
            if (const auto organisation =
                    organisations::find_organisation(context.db, held.organisation);
                organisation &&
                (campaign->eligible_kind.empty() || organisation->kind == campaign->eligible_kind ||
                 access::policy::organisation_leaders.roles.has(held.role)))
                mine.append("<li>{}</li>", design::link(workspace(held.organisation, *campaign),
                                                        organisation->name));
        next = mine.empty()
                   ? html("<p>{}</p>",
                          view.say("You have no role in an organisation here yet. Ask the person "
                                   "who looks after it to give you one."))
                   : html(R"(<p>{}</p><ul class="nhsuk-list">{}</ul>)",
                          view.say("Choose the organisation that joins:"), mine);
    } else {
        next = html(
            "{}<p>{}</p>",
            design::button(
                {.label = view.say("Sign in to start"),
                 .where = url("/sign-in?return={}", "/campaigns/" + campaign->code + "/join")}),
            view.say("No account yet? Accounts come by invitation: ask the person who looks after "
                     "your organisation here, often the improvement lead, or the campaign’s "
                     "office."));
    }
    return http::ok(
        side_page(context, *campaign, Door::join, view.say("Join as an organisation"),
                  design::two_thirds(html(
                      R"(
            <h2 class="nhsuk-heading-m">{}</h2><p>{}</p>
            <ol class="nhsuk-list nhsuk-list--number">{}</ol>
            <h2 class="nhsuk-heading-m">{}</h2>
            <ol class="nhsuk-list nhsuk-list--number"><li>{}</li><li>{}</li><li>{}</li><li>{}</li></ol>
            <h2 class="nhsuk-heading-m">{}</h2>{}
            <h2 class="nhsuk-heading-m">{}</h2><p>{}</p><p>{}</p>)",
                      view.say("What the campaign asks"),
                      view.say("This is the whole rule. You can see at any time which "
                               "parts of it are done and what is missing."),
                      rule, view.say("How it goes"),
                      view.say("Leaders of the organisation prepare: they choose, write "
                               "and fill in. Nothing is public yet."),
                      view.say("Members of the campaign can be invited to comment on the "
                               "draft."),
                      view.say("The chief executive signs."),
                      view.say("The campaign’s office reads it, then the organisation is "
                               "on the public list with its pledge and has its "
                               "certificate."),
                      view.say("Start"), next, view.say("Are you asking for yourself?"),
                      view.say("People join with a pledge of their own. No organisation "
                               "and no account is needed."),
                      design::link(url("/campaigns/{}/pledge", campaign->code),
                                   view.say("Make your own pledge"))))));
}

}  // namespace primum::campaigns
