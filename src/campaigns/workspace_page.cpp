// An organisation's own page about a campaign: where it stands, and what comes next.

#include "campaigns/actions.h"
#include "campaigns/frame.h"
#include "campaigns/spells.h"
#include "campaigns/workspace.h"
#include "design/button.h"
#include "design/callouts.h"
#include "design/details.h"
#include "design/heading.h"
#include "design/links.h"
#include "design/notification_banner.h"
#include "measures/address.h"

namespace primum::campaigns {
namespace {

using html::html;
using html::url;

/// Each condition of the rule with a plain reason where it is not met.
html::Html rule(const design::View& view, const Joining& joining, Day today) {
    html::Html items;
    for (const Check& one : joining.checks)
        items.append(
            R"(<li class="pr-check"><span class="pr-check__what">{}{}</span> {}</li>)",
            says(view, one.condition, joining.interventions),
            one.met ? html::Html()
                    : html(R"(<br><span class="pr-aside">{}</span>)",
                           why_not(view, one, joining.candidate, joining.interventions, today)),
            one.met ? design::tag(view.say("Met"), design::Colour::green)
                    : design::tag(view.say("Not yet"), design::Colour::yellow));
    if (items.empty()) return {};
    return html(R"(<h2 class="nhsuk-heading-m">{}</h2><ul class="nhsuk-list pr-checks">{}</ul>)",
                view.say("The joining rule, as it stands now"), items);
}

std::string done_sentence(const design::View& view, std::string_view done) {
    if (done == "saved") return std::string(view.say("Saved."));
    if (done == "signed")
        return std::string(view.say("Signed. The campaign’s office reads it now."));
    if (done == "taken-back")
        return std::string(view.say("The signature is taken back: you can change everything."));
    if (done == "paused") return std::string(view.say("The membership pauses."));
    if (done == "resumed") return std::string(view.say("Welcome back: you are a member again."));
    if (done == "left") return std::string(view.say("The organisation has left the campaign."));
    if (done == "opened")
        return std::string(view.say("Members of the campaign can read the draft and comment."));
    if (done == "closed") return std::string(view.say("The draft is yours alone again."));
    return {};
}

html::Html standing(const access::Context& context, const Joining& joining) {
    const design::View& view = context.view;
    const Membership& mine = joining.membership;
    switch (mine.state) {
        case State::draft:
            return html("<p>{}</p>",
                        view.say("Nothing of this is public yet. Do the tasks in any order; what "
                                 "you save stays."));
        case State::sent:
            return html(
                "<p>{}</p>{}",
                mine.signed_at
                    ? view.say(
                          "Signed on {}. The campaign’s office reads it and writes to whoever "
                          "signed.",
                          view.words->day(std::chrono::floor<std::chrono::days>(*mine.signed_at)))
                    : std::string(view.say("Signed. The campaign’s office reads it.")),
                joining.signs() ? task_form(view, joining, "signature/withdrawal",
                                            design::button({.label = view.say("Take it back"),
                                                            .look = design::ButtonLook::secondary}))
                                : html::Html());
        case State::declined:
            return design::warning_callout(
                view, view.say("The office asks you to change something"),
                html("{}<p>{}</p>", paragraphs(mine.reason),
                     view.say("Change it below, then have it signed again.")));
        case State::joined:
            return design::inset_text(
                view, html("<p>{}</p><p>{} · {} · {}</p>",
                           view.say("Your organisation is a member. Everybody can see it."),
                           design::link(member_address(joining.campaign, joining.here.id()),
                                        view.say("Your public page")),
                           design::link(url("/campaigns/{}/members/{}/certificate",
                                            joining.campaign.code, joining.here.id().text()),
                                        view.say("Your certificate")),
                           design::link(measures::list_address(joining.here.id()),
                                        view.say("Your measures"))));
        case State::paused:
            return design::inset_text(
                view, html("<p>{}</p>", view.say("The membership pauses: it does not count among "
                                                 "the members until it goes on.")));
        case State::left:
            return design::inset_text(
                view, html("<p>{}</p>{}",
                           view.say("Your organisation has left. It can join again: what it wrote "
                                    "is still here."),
                           paragraphs(mine.reason)));
    }
    return {};
}

html::Html history(const access::Context& context, const Joining& joining) {
    const design::View& view = context.view;
    const auto key = context.scope.may_read(joining.here.id());
    const auto choices = choice_history_of(context.db, key, joining.campaign.id);
    const auto periods = periods_of(context.db, key, joining.campaign.id);
    if (periods.empty()) return {};
    html::Html items = spells(view, periods);
    for (const Choice& one : choices) {
        const auto* intervention = find_intervention(joining.interventions, one.intervention);
        items.append(
            "<li>{}</li>",
            spell(view, intervention ? intervention->name : one.intervention, one.from, one.to));
    }
    return design::details({.summary = view.say("Membership and choices over time")},
                           html(R"(<ul class="nhsuk-list nhsuk-list--bullet">{}</ul>)", items));
}

}  // namespace

Response show_workspace(const Request& request, access::Context& context) {
    const auto joining = campaigns::joining(request, context);
    if (!joining) return http::not_found();
    const design::View& view = context.view;
    html::Html said;
    if (const auto sentence = done_sentence(view, request.parameter("done").value_or(""));
        !sentence.empty())
        said = design::notification_banner(
            view, {.notice = design::Notice::success, .heading = sentence});
    html::Html comments;
    if (joining->begun() && joining->leads()) comments = comment_list(context, *joining);
    html::Html pledge;
    if (!joining->membership.pledge.empty())
        pledge = html(
            R"(<h2 class="nhsuk-heading-m">{}</h2><blockquote class="pr-pledge">{}</blockquote>)",
            view.say("The pledge"), paragraphs(joining->membership.pledge));
    return http::ok(design::page(
        view,
        {.title = joining->campaign.name + " – " + joining->here.organisation.name,
         .breadcrumb = way_here(context, *joining, false)},
        design::two_thirds(
            html("{}{}<p>{}</p>{}{}{}{}{}{}{}<p>{}</p>", said,
                 design::page_heading(joining->campaign.name, joining->here.organisation.name),
                 joining->begun() ? state_tag(view, joining->membership.state)
                                  : design::tag(view.say("Not joined"), design::Colour::grey),
                 standing(context, *joining), tasks(context, *joining),
                 rule(view, *joining, context.today), pledge, comments, ways_out(view, *joining),
                 history(context, *joining),
                 design::link(address(joining->campaign), view.say("About the campaign"))))));
}

}  // namespace primum::campaigns
