// An organisation lets peers comment on its draft, and answers them.

#include "campaigns/actions.h"
#include "campaigns/frame.h"
#include "campaigns/peers.h"
#include "campaigns/workspace.h"
#include "design/button.h"

namespace primum::campaigns {

using html::html;
using html::url;

html::Html comment_list(const access::Context& context, const Joining& joining) {
    const design::View& view = context.view;
    html::Html items;
    for (const Comment& one : comments_of(context.db, context.scope.may_read(joining.here.id()),
                                          joining.campaign.id, context.today)) {
        html::Html answer;
        if (one.answered_at)
            answer = design::tag(view.say("Answered"), design::Colour::green);
        else if (joining.leads())
            answer = design::form(
                view,
                {.action = url("/organisations/{}/campaigns/{}/comments/{}/answer",
                               joining.here.id().text(), joining.campaign.code, one.id.text())},
                html("{}{}", rev_field(one.rev),
                     design::button({.label = view.say("Mark as answered"),
                                     .look = design::ButtonLook::secondary,
                                     .small = true})));
        items.append(R"(<li class="pr-comment">{}<p class="pr-aside">{}</p>{}</li>)",
                     paragraphs(one.words),
                     one.from.empty()
                         ? view.say("{}, {}", one.name, view.words->moment(one.made_at, view.zone))
                         : view.say("{} of {}, {}", one.name, one.from,
                                    view.words->moment(one.made_at, view.zone)),
                     answer);
    }
    if (items.empty()) return {};
    return html(R"(<h2 class="nhsuk-heading-m">{}</h2><ul class="nhsuk-list">{}</ul>)",
                view.say("What peers say"), items);
}

namespace {

html::Html peers_page(const access::Context& context, const Joining& joining,
                      const Problems& problems) {
    const design::View& view = context.view;
    const bool open = joining.membership.open_to_peers;
    return task_page(
        context, joining, view.say("Ask peers to comment"), problems,
        html("<p>{}</p>{}{}",
             open ? view.say("People of organisations that have joined can read your draft pledge "
                             "and comment on it. Nobody else can.")
                  : view.say("You can let people of organisations that have joined read your draft "
                             "pledge and comment on it. Nobody else sees it, and you can close it "
                             "again at any time."),
             task_form(view, joining, "peers",
                       html("{}{}", design::hidden("open", open ? "no" : "yes"),
                            design::button({.label = open ? view.say("Close the draft again")
                                                          : view.say("Open the draft to peers"),
                                            .once = true}))),
             comment_list(context, joining)));
}

}  // namespace

Response show_peers(const Request& request, access::Context& context) {
    const auto joining = campaigns::joining(request, context);
    if (!joining) return http::not_found();
    return http::ok(peers_page(context, *joining, {}));
}

Response save_peers(const Request& request, access::Context& context) {
    const auto joining = campaigns::joining(request, context);
    if (!joining) return http::not_found();
    const bool open = context.form.text("open") == "yes";
    Problems problems;
    if (joining->membership.pledge.empty())
        problems.add("", "There is no draft yet: write the pledge first.");
    if (!problems.empty()) return http::unprocessable(peers_page(context, *joining, problems));
    return save_task(
        context, *joining, open ? "opened" : "closed",
        [&](auto& db, const auto& owner, const auto& stamp, const Membership& seen) {
            return open_to_peers(db, owner, stamp, seen, open);
        },
        [&](const Problems& overtaken) { return peers_page(context, *joining, overtaken); });
}

Response answer_comment(const Request& request, access::Context& context) {
    const auto joining = campaigns::joining(request, context);
    const auto id = CommentId::parse(request.part("comment"));
    if (!joining || !id) return http::not_found();
    return context.save([&](store::Writer& db) {
        mark_answered(db, context.scope.may_write(joining->here.id()), context.stamp(), *id,
                      seen_rev(context.form));
        return done(*joining, "saved");
    });
}

}  // namespace primum::campaigns
