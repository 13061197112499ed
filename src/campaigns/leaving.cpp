// A member pauses, goes on, leaves, or agrees to be carried over.

#include "campaigns/actions.h"
#include "campaigns/frame.h"
#include "campaigns/workspace.h"
#include "design/button.h"
#include "design/choices.h"
#include "design/date_input.h"
#include "design/links.h"
#include "design/textarea.h"
#include "organisations/typed_day.h"

namespace primum::campaigns {

using html::html;
using organisations::TypedDay;

/// What a chief executive can do with a membership: pause, go on, leave, agree to be carried over.
html::Html ways_out(const design::View& view, const Joining& joining) {
    const Membership& mine = joining.membership;
    if (!mine.takes_part() || !joining.signs()) return {};
    html::Html consent = task_form(
        view, joining, "carry-over",
        html("{}{}",
             design::checkboxes(
                 view,
                 {.name = "agrees",
                  .choices = {{.value = "yes",
                               .label = view.say("Carry our membership over to a campaign that "
                                                 "follows this one"),
                               .hint = view.say("Nothing has to be signed again. We write to you "
                                                "when it happens, and you can leave.")}},
                  .values = mine.carry_over ? std::vector<std::string>{"yes"}
                                            : std::vector<std::string>{}}),
             design::button({.label = view.say("Save"), .look = design::ButtonLook::secondary})));
    html::Html pause;
    if (mine.state == State::paused)
        pause = task_form(view, joining, "resumption",
                          design::button({.label = view.say("Go on as a member"), .once = true}));
    else
        pause = html("<p>{}</p>",
                     design::link(task(joining, "pause"), view.say("Pause the membership")));
    return html(R"(<h2 class="nhsuk-heading-m">{}</h2>{}{}<p>{}</p>)", view.say("What comes next"),
                consent, pause,
                design::link(task(joining, "departure"), view.say("Leave the campaign")));
}

namespace {

html::Html pause_page(const access::Context& context, const Joining& joining,
                      const Problems& problems) {
    const design::View& view = context.view;
    return task_page(
        context, joining, view.say("Pause the membership"), problems,
        html("<p>{}</p>{}",
             view.say("From today the organisation does not count among the members. Its pledge, "
                      "choices and history stay, and it can go on at any time."),
             task_form(view, joining, "pause",
                       design::button({.label = view.say("Pause from today"), .once = true}))));
}

html::Html departure_page(const access::Context& context, const Joining& joining,
                          const TypedDay& typed, const Problems& problems) {
    const design::View& view = context.view;
    auto last = organisations::date_fields(
        "last", {view.say("Last day as a member"), design::Size::m}, typed, problems);
    last.hint = view.say("Today or an earlier day. For example, 31 3 2026");
    return task_page(
        context, joining, view.say("Leave the campaign"), problems,
        html("<p>{}</p>{}",
             view.say("The history of the membership stays. The pledge is no longer shown. You can "
                      "join again."),
             task_form(
                 view, joining, "departure",
                 html("{}{}{}", design::date_input(view, last),
                      design::textarea(
                          view, {.name = "reason",
                                 .label = {view.say("Why do you leave?"), design::Size::m},
                                 .hint = view.say("For the campaign’s office, so that it learns. "
                                                  "Not shown to others."),
                                 .value = context.form.text("reason"),
                                 .error = problems.about("reason"),
                                 .rows = 4,
                                 .most_characters = static_cast<int>(kLongestPledge)}),
                      design::button({.label = view.say("Leave the campaign"),
                                      .look = design::ButtonLook::warning,
                                      .once = true})))));
}

}  // namespace

Response ask_for_pause(const Request& request, access::Context& context) {
    const auto joining = campaigns::joining(request, context);
    if (!joining || joining->membership.state != State::joined) return http::not_found();
    return http::ok(pause_page(context, *joining, {}));
}

Response take_pause(const Request& request, access::Context& context) {
    return change_membership(
        request, context, "paused",
        [&](auto& db, const auto& owner, const auto& stamp, const Membership& seen) {
            return pause(db, owner, stamp, seen, context.today);
        });
}

Response take_resumption(const Request& request, access::Context& context) {
    return change_membership(
        request, context, "resumed",
        [&](auto& db, const auto& owner, const auto& stamp, const Membership& seen) {
            return resume(db, owner, stamp, seen, context.today);
        });
}

Response ask_for_departure(const Request& request, access::Context& context) {
    const auto joining = campaigns::joining(request, context);
    if (!joining || !joining->membership.takes_part()) return http::not_found();
    return http::ok(departure_page(context, *joining, TypedDay::of(context.today), {}));
}

Response take_departure(const Request& request, access::Context& context) {
    const auto joining = campaigns::joining(request, context);
    if (!joining || !joining->membership.takes_part()) return http::not_found();
    const auto typed = TypedDay::from(context.form, "last");
    const std::string reason(context.form.text("reason"));
    Problems problems;
    const auto last = organisations::check_day(typed, "last", "Enter the last day.", problems);
    const auto began =
        began_last(context.db, context.scope.may_read(joining->here.id()), joining->campaign.id);
    if (last && *last > context.today) problems.add("last-day", "Enter today or an earlier day.");
    if (last && began && *last < *began)
        problems.add("last-day",
                     "Enter a day on or after the one on which this part of the membership began.");
    if (reason.empty()) problems.add("reason", "Say in a few words why.");
    check_length(problems, "reason", reason, kLongestPledge);
    if (!problems.empty())
        return http::unprocessable(departure_page(context, *joining, typed, problems));
    return save_task(
        context, *joining, "left",
        [&](auto& db, const auto& owner, const auto& stamp, const Membership& seen) {
            return leave(db, owner, stamp, seen, *last, reason);
        },
        [&](const Problems& overtaken) {
            return departure_page(context, *joining, typed, overtaken);
        });
}

Response take_carry_over_consent(const Request& request, access::Context& context) {
    const bool agrees = context.form.text("agrees") == "yes";
    return change_membership(
        request, context, "saved",
        [&](auto& db, const auto& owner, const auto& stamp, const Membership& seen) {
            return save_carry_over(db, owner, stamp, seen, agrees);
        });
}

}  // namespace primum::campaigns
