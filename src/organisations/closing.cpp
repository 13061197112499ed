// Closing an organisation, or merging it into another.

#include "design/button.h"
#include "design/callouts.h"
#include "organisations/actions.h"
#include "organisations/candidates.h"
#include "organisations/changes.h"
#include "organisations/frame.h"
#include "organisations/typed_day.h"

namespace primum::organisations {
namespace {

html::Html closure_page(const access::Context& context, const Here& here, const TypedDay& typed,
                        const Problems& problems) {
    const design::View& view = context.view;
    auto last = date_fields("last", {view.say("Last day"), design::Size::m}, typed, problems);
    last.hint = view.say("The last day on which it is open. For example, 31 3 2026");
    return task_page(
        context, here, view.say("Close it"), problems,
        html::html(
            "{}{}{}",
            design::inset_text(
                view, html::html("<p>{}</p>",
                                 view.say("It stays findable with everything it has. What lies "
                                          "below it stays open: close or move that as well."))),
            design::form(
                view,
                {.action = html::url("/organisations/{}/closure", here.id().text()),
                 .id = {},
                 .classes = {}},
                html::html("{}{}{}", rev_field(here.organisation), design::date_input(view, last),
                           design::button({.label = view.say("Close it"),
                                           .look = design::ButtonLook::warning,
                                           .once = true}))),
            cancel_link(view, here)));
}

html::Html merger_page(const access::Context& context, const Here& here,
                       const Candidates& successors, std::string_view chosen, const TypedDay& typed,
                       const Problems& problems) {
    const design::View& view = context.view;
    const auto page = html::url("/organisations/{}/merger", here.id().text());
    auto on = date_fields("on", {view.say("First day together"), design::Size::m}, typed, problems);
    on.hint = view.say("It closes the day before. For example, 1 4 2026");
    html::Html form;
    if (successors.found.empty())
        form = candidate_choice(context, here, "", successors, "", problems);
    else
        form = design::form(
            view, {.action = page, .id = {}, .classes = {}},
            html::html("{}{}{}{}", rev_field(here.organisation),
                       candidate_choice(context, here, view.say("Into which organisation?"),
                                        successors, chosen, problems),
                       design::date_input(view, on),
                       design::button({.label = view.say("Merge"),
                                       .look = design::ButtonLook::warning,
                                       .once = true})));
    return task_page(
        context, here, view.say("Merge it into another"), problems,
        html::html(
            "{}{}{}{}",
            design::inset_text(
                view,
                html::html("<p>{}</p>", view.say("What lies below it goes on below the other. Its "
                                                 "own page and history stay, and each of the two "
                                                 "says what became of the other."))),
            candidate_search(context, page, view.say("Find the organisation it becomes part of"),
                             successors),
            form, cancel_link(view, here)));
}

void not_before_opening(const Organisation& organisation, Day last_day, std::string_view field,
                        Problems& problems) {
    if (organisation.opened && last_day < *organisation.opened)
        problems.add(std::string(field), "Enter a day after the one on which it opened.");
}

}  // namespace

http::Response ask_for_closure(const http::Request& request, access::Context& context) {
    const auto found = here(request, context);
    if (!found) return http::not_found();
    return http::ok(closure_page(context, *found, TypedDay::of(found->organisation.closed), {}));
}

http::Response save_closure(const http::Request& request, access::Context& context) {
    const auto found = here(request, context);
    if (!found) return http::not_found();
    const auto typed = TypedDay::from(context.form, "last");
    Problems problems;
    const auto last = check_day(typed, "last", "Enter the last day.", problems);
    if (last) not_before_opening(found->organisation, *last, "last-day", problems);
    if (!problems.empty())
        return http::unprocessable(closure_page(context, *found, typed, problems));

    const auto owner = context.scope.may_write(found->id());
    return context.save([&](store::Writer& db) {
        if (!close(db, owner, context.stamp(), as_seen(*found, context.form), *last))
            return http::page(http::Status::conflict,
                              closure_page(context, *found, typed, overtaken()));
        return done(found->id(), "closed");
    });
}

http::Response ask_for_merger(const http::Request& request, access::Context& context) {
    const auto found = here(request, context);
    if (!found) return http::not_found();
    const auto successors =
        candidates(context, *found, Among::same_kind, request.parameter("search").value_or(""));
    return http::ok(merger_page(context, *found, successors, "", {}, {}));
}

http::Response save_merger(const Neighbours& neighbours, const http::Request& request,
                           access::Context& context) {
    const auto found = here(request, context);
    if (!found) return http::not_found();
    const auto successors =
        candidates(context, *found, Among::same_kind, std::string(context.form.text("search")));
    const auto typed = TypedDay::from(context.form, "on");
    Problems problems;
    const auto successor = check_candidate(context, context.form, problems);
    if (successor && (successor->id == found->id() || successor->kind != found->organisation.kind))
        problems.add("other", "Choose another organisation of the same kind.");
    const auto on = check_day(typed, "on", "Enter their first day together.", problems);
    if (on) not_before_opening(found->organisation, *on - std::chrono::days(1), "on-day", problems);
    if (found->organisation.closed && *found->organisation.closed < context.today)
        problems.add("", "It has closed already: nothing is left to merge.");
    const auto again = [&](const Problems& wrong) {
        return merger_page(context, *found, successors, context.form.text("other"), typed, wrong);
    };
    if (!problems.empty()) return http::unprocessable(again(problems));

    const auto owner = context.scope.may_write(found->id());
    const auto into = context.scope.may_write(successor->id);
    return context.save([&](store::Writer& db) {
        const auto change = [&] {
            return merge(db, owner, into, context.stamp(), as_seen(*found, context.form), *on);
        };
        if (!move_with(neighbours, db, found->id(), change))
            return http::page(http::Status::conflict, again(overtaken()));
        for (const Merged& follow : neighbours.merged)
            follow(db, owner, into, context.stamp(), *on);
        return done(successor->id, "merged");
    });
}

}  // namespace primum::organisations
