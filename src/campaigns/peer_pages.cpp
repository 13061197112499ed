// Members read drafts that were opened to them, and say what they think.

#include <algorithm>

#include "campaigns/actions.h"
#include "campaigns/frame.h"
#include "campaigns/peers.h"
#include "design/button.h"
#include "design/heading.h"
#include "design/table.h"
#include "design/textarea.h"
#include "organisations/tree.h"

namespace primum::campaigns {
namespace {

using html::html;
using html::url;

struct Reading {
    Campaign campaign;
    OrganisationId from;  ///< the member that the reader speaks for
};

/// Only people of organisations that have joined read drafts: for others there is no such page.
std::optional<Reading> reading(const Request& request, const access::Context& context) {
    const auto campaign = public_campaign(request, context.db);
    if (!campaign || !context.session) return {};
    const auto from = speaks_for(context.db, context.person().id, campaign->id, context.today);
    if (!from) return {};
    return Reading{*campaign, *from};
}

struct OpenDraft {
    organisations::Organisation organisation;
    Membership membership;
};

std::optional<OpenDraft> open_draft(const Request& request, const access::Context& context,
                                    const Campaign& campaign) {
    const auto id = OrganisationId::parse(request.part("id"));
    if (!id) return {};
    static const auto scope = store::Scope::system("a draft that was opened to members");
    const auto membership = find_membership(context.db, scope.may_read(*id), campaign.id);
    const auto organisation = organisations::find_organisation(context.db, *id);
    if (!membership || !organisation || !membership->open_to_peers || !membership->in_preparation())
        return {};
    return OpenDraft{*organisation, *membership};
}

html::Html draft_page(const access::Context& context, const Reading& reading,
                      const OpenDraft& draft, std::string_view typed, const Problems& problems) {
    const design::View& view = context.view;
    static const auto scope = store::Scope::system("comments on a draft that was opened");
    html::Html comments;
    for (const Comment& one : comments_of(context.db, scope.may_read(draft.organisation.id),
                                          reading.campaign.id, context.today))
        comments.append(
            R"(<li class="pr-comment">{}<p class="pr-aside">{}{}</p></li>)", paragraphs(one.words),
            one.from.empty() ? one.name : view.say("{} of {}", one.name, one.from),
            one.answered_at ? html(" {}", design::tag(view.say("Answered"), design::Colour::green))
                            : html::Html());
    auto way = crumbs(view, reading.campaign);
    way.push_back(
        {view.say("Drafts to comment on"), url("/campaigns/{}/drafts", reading.campaign.code)});
    return form_page(
        context, reading.campaign, std::move(way), draft.organisation.name,
        view.say("A draft pledge, not public"), problems,
        html(R"(<blockquote class="pr-pledge">{}</blockquote>{}{})",
             paragraphs(draft.membership.pledge),
             comments.empty()
                 ? comments
                 : html(R"(<h2 class="nhsuk-heading-m">{}</h2><ul class="nhsuk-list">{}</ul>)",
                        view.say("What peers say"), comments),
             design::form(
                 view,
                 {.action = url("/campaigns/{}/drafts/{}", reading.campaign.code,
                                draft.organisation.id.text())},
                 html("{}{}",
                      design::textarea(
                          view, {.name = "comment",
                                 .label = {view.say("Your comment"), design::Size::m},
                                 .hint = view.say("What is clear, what is missing, what you did. "
                                                  "The organisation sees your name."),
                                 .value = typed,
                                 .error = problems.about("comment"),
                                 .rows = 5,
                                 .most_characters = static_cast<int>(kLongestPledge)}),
                      design::button({.label = view.say("Send the comment"), .once = true})))));
}

}  // namespace

Response show_drafts(const Request& request, access::Context& context) {
    const auto what = reading(request, context);
    if (!what) return http::not_found();
    const design::View& view = context.view;
    html::Html items;
    for (const Draft& one : open_drafts(context.db, what->campaign.id))
        items.append(
            R"(<li><a class="nhsuk-link" href="{}">{}</a> <span class="pr-aside">{}</span></li>)",
            url("/campaigns/{}/drafts/{}", what->campaign.code, one.organisation.text()), one.name,
            view.words->count(one.comments, "{} comment", "{} comments"));
    return http::ok(form_page(
        context, what->campaign, crumbs(view, what->campaign), view.say("Drafts to comment on"),
        what->campaign.name, {},
        html("<p>{}</p>{}",
             view.say("Organisations that prepare to join have opened these draft pledges to "
                      "members. They are not public."),
             items.empty() ? design::nothing_yet(view.say("No draft is open at the moment."))
                           : html(R"(<ul class="nhsuk-list">{}</ul>)", items))));
}

Response show_draft(const Request& request, access::Context& context) {
    const auto what = reading(request, context);
    if (!what) return http::not_found();
    const auto draft = open_draft(request, context, what->campaign);
    if (!draft) return http::not_found();
    return http::ok(draft_page(context, *what, *draft, "", {}));
}

Response take_comment(const Request& request, access::Context& context) {
    const auto what = reading(request, context);
    if (!what) return http::not_found();
    const auto draft = open_draft(request, context, what->campaign);
    if (!draft) return http::not_found();
    const std::string words(context.form.text("comment"));
    Problems problems;
    if (words.empty()) problems.add("comment", "Write a comment.");
    check_length(problems, "comment", words, kLongestPledge);
    if (!problems.empty())
        return http::unprocessable(draft_page(context, *what, *draft, words, problems));
    static const auto scope = store::Scope::system("a comment on a draft that was opened");
    return context.save([&](store::Writer& db) {
        add_comment(db, scope.may_write(draft->organisation.id), context.stamp(), what->campaign.id,
                    context.person().id, words);
        return http::see_other(
            url("/campaigns/{}/drafts/{}", what->campaign.code, draft->organisation.id.text()));
    });
}

}  // namespace primum::campaigns
