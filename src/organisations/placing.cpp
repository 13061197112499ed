// Moving an organisation in the tree.

#include "design/button.h"
#include "organisations/actions.h"
#include "organisations/candidates.h"
#include "organisations/changes.h"
#include "organisations/frame.h"
#include "organisations/tree.h"
#include "organisations/typed_day.h"

namespace primum::organisations {
namespace {

html::Html place_page(const access::Context& context, const Here& here, const Candidates& parents,
                      std::string_view chosen, const TypedDay& typed, const Problems& problems) {
    const design::View& view = context.view;
    const auto page = html::url("/organisations/{}/place", here.id().text());
    auto from =
        date_fields("from", {view.say("From which day?"), design::Size::m}, typed, problems);
    from.hint = view.say("Until then it stays where it is. For example, 1 4 2026");
    html::Html form;
    if (!parents.found.empty())
        form = design::form(
            view, {.action = page, .id = {}, .classes = {}},
            html::html("{}{}{}{}", rev_field(here.organisation),
                       candidate_choice(context, here, view.say("Below which organisation?"),
                                        parents, chosen, problems),
                       design::date_input(view, from),
                       design::button({.label = view.say("Move"), .once = true})));
    else
        form = candidate_choice(context, here, "", parents, "", problems);
    return task_page(
        context, here, view.say("Move it in the tree"), problems,
        html::html(
            "{}{}{}",
            candidate_search(context, page, view.say("Find the organisation above it"), parents),
            form, cancel_link(view, here)));
}

}  // namespace

http::Response ask_for_place(const http::Request& request, access::Context& context) {
    const auto found = here(request, context);
    if (!found) return http::not_found();
    const auto parents = candidates(context, *found, Among::possible_parents,
                                    request.parameter("search").value_or(""));
    return http::ok(place_page(context, *found, parents, "", TypedDay::of(context.today), {}));
}

http::Response save_place(const Neighbours& neighbours, const http::Request& request,
                          access::Context& context) {
    const auto found = here(request, context);
    if (!found) return http::not_found();
    const auto parents = candidates(context, *found, Among::possible_parents,
                                    std::string(context.form.text("search")));
    const auto typed = TypedDay::from(context.form, "from");
    Problems problems;
    const auto parent = check_candidate(context, context.form, problems);
    if (parent)
        if (const auto fits = check_parent(found->kinds, found->organisation.kind, parent->kind,
                                           ever_below(context.db, found->id(), parent->id));
            !fits)
            problems.add("other", fits.error().sentence);
    const auto from = check_day(typed, "from", "Enter the day from which it lies there.", problems);
    const auto again = [&](const Problems& wrong) {
        return place_page(context, *found, parents, context.form.text("other"), typed, wrong);
    };
    if (!problems.empty()) return http::unprocessable(again(problems));

    const auto owner = context.scope.may_write(found->id());
    return context.save([&](store::Writer& db) {
        const auto links = moved(links_of(db, found->id()), parent->id, *from);
        const auto change = [&] {
            return place(db, owner, context.stamp(), as_seen(*found, context.form), links);
        };
        if (!move_with(neighbours, db, found->id(), change))
            return http::page(http::Status::conflict, again(overtaken()));
        return done(found->id(), "moved");
    });
}

}  // namespace primum::organisations
