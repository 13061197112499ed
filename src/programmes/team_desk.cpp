#include "programmes/team_desk.h"

#include "programmes/actions.h"
#include "programmes/team_portrait.h"
#include "programmes/words.h"

namespace primum::programmes {

using html::html;
using html::url;

std::optional<TeamDesk> team_desk(const http::Request& request, const access::Context& context) {
    auto found = cohort_workspace_of(request, context);
    if (!found) return {};
    auto enrolment = find_enrolment(context.db, context.scope.may_read(found->here.id()),
                                    found->cohort->id, context.today);
    if (!enrolment) return {};
    return TeamDesk{std::move(*found), std::move(*enrolment)};
}

html::Url after(const TeamDesk& desk, std::string_view done) {
    return url("/organisations/{}/programmes/{}/cohorts/{}/team?done={}",
               desk.workspace.here.id().text(), desk.workspace.programme.code,
               desk.workspace.cohort->number, done);
}

html::Html back_to_team(const access::Context& context, const TeamDesk& desk) {
    return html(
        R"(<p><a class="nhsuk-link" href="{}">{}</a></p>)",
        team_address(desk.workspace.here.id(), desk.workspace.programme, *desk.workspace.cohort),
        context.view.say("Cancel and go back"));
}

http::Response show_team(const http::Request& request, access::Context& context) {
    const auto desk = team_desk(request, context);
    if (!desk) return http::not_found();
    const design::View& view = context.view;
    const Workspace& workspace = desk->workspace;
    const auto readable = context.scope.may_read(workspace.here.id());
    const TeamPortrait portrait = portrait_of(context.db, readable, workspace.programme,
                                              *workspace.cohort, desk->enrolment, context.today);
    html::Html leave;
    if (workspace.leader())
        leave = html(
            R"(<p><a class="nhsuk-link" href="{}">{}</a></p>)",
            url("/organisations/{}/programmes/{}/cohorts/{}/team/withdrawal",
                workspace.here.id().text(), workspace.programme.code, workspace.cohort->number),
            view.say("Leave the programme"));
    return http::ok(workspace_page(
        context, workspace,
        view.say("Your team on {}", cohort_name(workspace.programme, *workspace.cohort)), {},
        html(R"({}<p>{} {}</p>{}{}{}
            <h2 class="nhsuk-heading-m" id="parts">{}</h2>{}
            <p><a class="nhsuk-link" href="{}">{}</a></p>{})",
             done_banner(view, request.parameter("done").value_or("")),
             cohort_tag(view, *workspace.cohort, context.today),
             view.say("Enrolled since {}.", view.words->day(desk->enrolment.from)),
             seats_picture(context, portrait, workspace.leader()),
             task_table(context, portrait, true), attendance_table(context, portrait),
             view.say("Parts and their days"), timeline(view, portrait.parts, context.today),
             url("/organisations/{}/capability", workspace.here.id().text()),
             view.say("What we can do: self-assessment and plan"), leave),
        true));
}

}  // namespace primum::programmes
