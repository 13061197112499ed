// A whole team leaves.

#include "access/context.h"
#include "base/problems.h"
#include "design/button.h"
#include "design/callouts.h"
#include "design/date_input.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/textarea.h"
#include "organisations/typed_day.h"
#include "programmes/actions.h"
#include "programmes/enrolment.h"
#include "programmes/letters.h"
#include "programmes/team_desk.h"
#include "programmes/words.h"
#include "programmes/workspace.h"

namespace primum::programmes {

using html::html;
using html::url;
using organisations::TypedDay;

namespace {

html::Html leaving_page(const access::Context& context, const TeamDesk& desk, const TypedDay& typed,
                        std::string_view because, const Problems& problems) {
    const design::View& view = context.view;
    auto last = organisations::date_fields("last", {view.say("Last day"), design::Size::s}, typed,
                                           problems);
    return workspace_page(
        context, desk.workspace,
        view.say("Leave {}", cohort_name(desk.workspace.programme, *desk.workspace.cohort)),
        problems,
        html(
            "{}{}{}",
            design::inset_text(
                view, html("<p>{}</p>", view.say("The whole team leaves. Before the cohort begins, "
                                                 "the place goes to the next whole team on the "
                                                 "waiting list. What the team has done stays."))),
            design::form(
                view,
                {.action = url("/organisations/{}/programmes/{}/cohorts/{}/team/withdrawal",
                               desk.workspace.here.id().text(), desk.workspace.programme.code,
                               desk.workspace.cohort->number),
                 .id = {},
                 .classes = {}},
                html("{}{}{}{}", design::hidden("rev", std::to_string(desk.enrolment.rev)),
                     design::date_input(view, last),
                     design::textarea(view, {.name = "because",
                                             .label = {view.say("Why?"), design::Size::s},
                                             .hint = view.say("The faculty reads it"),
                                             .value = because,
                                             .error = problems.about("because"),
                                             .rows = 3}),
                     design::button({.label = view.say("Leave the programme"),
                                     .look = design::ButtonLook::warning,
                                     .once = true}))),
            back_to_team(context, desk)));
}

}  // namespace

http::Response ask_for_leaving(const http::Request& request, access::Context& context) {
    const auto desk = team_desk(request, context);
    if (!desk) return http::not_found();
    return http::ok(leaving_page(context, *desk, TypedDay::of(context.today), "", {}));
}

http::Response save_leaving(const people::Accounts& accounts, const http::Request& request,
                            access::Context& context) {
    const auto desk = team_desk(request, context);
    if (!desk) return http::not_found();
    const auto typed = TypedDay::from(context.form, "last");
    const std::string because(context.form.text("because"));
    Problems problems;
    const auto last =
        organisations::check_day(typed, "last", "Enter the last day of the team.", problems);
    if (last && *last < desk->enrolment.from)
        problems.add("last-day", "Enter a day that is not before the team was accepted.");
    if (last && *last > context.today) problems.add("last-day", "Enter today or a day before it.");
    check_text(because, "because", kLongText, "Say why the team leaves, in a few words.", problems);
    if (!problems.empty())
        return http::unprocessable(leaving_page(context, *desk, typed, because, problems));
    Enrolment seen = desk->enrolment;
    seen.rev = rev_of(context.form);
    const Workspace& workspace = desk->workspace;
    const auto owner = context.scope.may_write(workspace.here.id());
    return context.save([&](store::Writer& db) {
        if (!leave(db, owner, context.stamp(), seen, *last, because))
            return http::page(http::Status::conflict,
                              leaving_page(context, *desk, typed, because, overtaken()));
        const Desk letters{accounts, context};
        tell_withdrawn(letters, db, workspace.programme, *workspace.cohort, workspace.here.id(),
                       because);
        tell_moved(letters, db, workspace.programme, *workspace.cohort,
                   fill(db, context.stamp(), *workspace.cohort, context.today));
        return http::see_other(url("/organisations/{}/programmes/{}?done=left",
                                   workspace.here.id().text(), workspace.programme.code));
    });
}

}  // namespace primum::programmes
