#include "programmes/workspace.h"

#include <algorithm>

#include "access/policy.h"
#include "campaigns/campaign.h"
#include "design/button.h"
#include "design/callouts.h"
#include "design/card.h"
#include "design/error_summary.h"
#include "design/form.h"
#include "design/heading.h"
#include "design/summary_list.h"
#include "design/table.h"
#include "design/tag.h"
#include "design/task_list.h"
#include "organisations/frame.h"
#include "programmes/actions.h"
#include "programmes/capability.h"
#include "programmes/readiness.h"
#include "programmes/words.h"

namespace primum::programmes {

using html::html;
using html::url;

bool Workspace::leader() const {
    return std::ranges::any_of(here.roles, [](access::Role role) {
        return access::policy::organisation_leaders.roles.has(role);
    });
}

bool Workspace::chief_executive() const {
    return std::ranges::find(here.roles, access::Role::chief_executive) != here.roles.end();
}

std::optional<Workspace> workspace_of(const http::Request& request,
                                      const access::Context& context) {
    auto here = organisations::here(request, context);
    if (!here) return {};
    auto programme = find_programme(context.db, request.part("programme"));
    if (!programme || programme->status == "draft") return {};
    return Workspace{std::move(*here), std::move(*programme), {}};
}

std::optional<Workspace> cohort_workspace_of(const http::Request& request,
                                             const access::Context& context) {
    auto found = workspace_of(request, context);
    const auto number = number_of(request.part("number"), 1, 100'000);
    if (!found || !number) return {};
    found->cohort = find_cohort(context.db, found->programme.id, *number);
    if (!found->cohort || !found->cohort->public_()) return {};
    return found;
}

html::Html workspace_page(const access::Context& context, const Workspace& workspace,
                          std::string_view title, const Problems& problems,
                          const html::Html& content, bool wide) {
    const design::View& view = context.view;
    auto way = organisations::crumbs(view, context, workspace.here, true);
    const html::Url own = programmes::workspace(workspace.here.id(), workspace.programme);
    if (view.path != own.text()) way.push_back({workspace.programme.called(), own});
    const auto main = html("{}{}{}", design::error_summary(view, problems),
                           design::page_heading(title, workspace.here.organisation.name), content);
    return design::page(view,
                        {.title = title, .error = !problems.empty(), .breadcrumb = std::move(way)},
                        wide ? main : design::two_thirds(main));
}

std::vector<std::string> chief_executives_of(const store::Reader& db,
                                             const store::Readable& organisation, Day day) {
    return db.all([](const store::Row& row) { return row.get<std::string>(0); }, R"sql(
        SELECT DISTINCT p.name
          FROM roles_held r
          JOIN people p ON p.id = r.person_id
         WHERE r.organisation_id = $1 AND r.role = 'chief_executive' AND p.status = 'active'
           AND r.from_day <= $2 AND (r.until_day IS NULL OR r.until_day >= $2)
         ORDER BY p.name
    )sql",
                  organisation, day);
}

namespace {

/// A finding in words, with what to do where it is not met.
design::Task task_for(const access::Context& context, const Workspace& workspace,
                      const Finding& finding) {
    const design::View& view = context.view;
    const std::string_view id = workspace.here.organisation.id.text();
    design::Task task;
    const Check& check = finding.check;
    if (check.kind == "campaign") {
        task.name = view.say("Your organisation has joined the campaign");
        task.hint = finding.met ? std::string(view.say("Campaign and programme support each "
                                                       "other: you benefit from both."))
                                : std::string(view.say("You can apply all the same. The programme "
                                                       "works towards the aims of the campaign, "
                                                       "so joining it as well makes sense."));
        if (!finding.met && workspace.programme.campaign)
            if (const auto campaign = campaigns::find_campaign(
                    context.db, campaigns::CampaignId(*workspace.programme.campaign)))
                task.where = url("/campaigns/{}/join", campaign->code);
    } else if (check.kind == "role") {
        const auto role = access::parse_role(check.code);
        const std::string label =
            role ? std::string(view.say(access::label(*role))) : std::string(check.code);
        task.name = label;
        task.hint = finding.met
                        ? view.say("{} holds this role here.", finding.who)
                        : std::string(view.say("Nobody holds this role here yet. Invite them, so "
                                               "that they can take part."));
        if (!finding.met && !workspace.here.roles_to_give.empty())
            task.where = url("/organisations/{}/roles/new", id);
    } else if (check.kind == "assessment") {
        task.name = view.say("Your organisation has assessed what it can do");
        task.hint = finding.met
                        ? std::string(view.say("What it says stays with your leaders."))
                        : std::string(view.say("Six questions, about a quarter of an hour. What "
                                               "you answer stays with your leaders."));
        // Only those who lead it may open it.
        if (leads(context.db, context.scope.may_read(workspace.here.id()),
                  {context.person().id, context.today}))
            task.where = url("/organisations/{}/capability/{}", id, check.code);
    } else {
        task.name = view.say("Somebody is named for every role of the team that is needed");
        task.hint = finding.met
                        ? std::string(view.say("Your team is complete."))
                        : std::string(view.say("You name them in the application. A complete team "
                                               "comes first where there is a waiting list."));
    }
    const bool required = check.weight == "required";
    if (!required && !finding.met) task.hint = html("{} {}", view.say("Advised."), task.hint);
    if (required && !finding.met)
        task.hint = html("<strong>{}</strong> {}", view.say("Needed before you send."), task.hint);
    task.state = finding.met ? design::TaskState::completed
                 : required  ? design::TaskState::problem
                             : design::TaskState::incomplete;
    return task;
}

html::Html readiness_list(const access::Context& context, const Workspace& workspace,
                          const Readiness& readiness) {
    const design::View& view = context.view;
    if (readiness.findings.empty()) return {};
    std::vector<design::Task> tasks;
    for (const Finding& finding : readiness.findings)
        tasks.push_back(task_for(context, workspace, finding));
    return html(R"(<h2 class="nhsuk-heading-m" id="ready">{}</h2><p>{}</p>{})",
                view.say("How ready your organisation is"),
                view.say("{} of {} are there. This is looked up from what is known here, today.",
                         readiness.met(), readiness.findings.size()),
                design::task_list(view, tasks, "ready"));
}

html::Html application_card(const access::Context& context, const Workspace& workspace,
                            const Cohort& cohort, const Application& application) {
    const design::View& view = context.view;
    html::Html says;
    switch (application.state) {
        case State::draft:
            says.append("<p>{}</p>", view.say("Nobody outside your organisation sees it yet."));
            break;
        case State::sent:
            says.append("<p>{}</p>", view.say("A place is held for your whole team while the "
                                              "faculty reads your application."));
            break;
        case State::waiting:
            says.append("<p>{}</p>",
                        view.say("Every place is taken. Your team is number {} on the waiting "
                                 "list. The next place that becomes free goes to the first whole "
                                 "team at once.",
                                 place_in_queue(context.db, application)));
            break;
        case State::accepted:
            break;
        case State::declined:
        case State::withdrawn:
            if (!application.reason.empty())
                says.append("<p>{} {}</p>", view.say("The reason:"), application.reason);
            break;
    }
    if (application.sent_at)
        says.append("<p>{}</p>",
                    view.say("Sent on {}.", view.words->moment(*application.sent_at, view.zone)));
    if (application.open() || application.state == State::draft) {
        if (application.sponsored_at)
            says.append("<p>{}</p>", view.say("{} is the sponsor.", application.sponsor));
        else if (!application.sponsor.empty())
            says.append("<p>{}</p>",
                        view.say("{} has not agreed yet to be the sponsor.", application.sponsor));
    }
    const OrganisationId id = workspace.here.id();
    html::Html actions;
    if (workspace.leader()) {
        const auto where = application_address(id, workspace.programme, cohort);
        if (application.state == State::draft)
            actions +=
                design::button({.label = view.say("Go on with the application"), .where = where});
        if (application.open()) {
            actions += design::button({.label = view.say("Read or change it"),
                                       .look = design::ButtonLook::secondary,
                                       .where = where});
            actions += design::button(
                {.label = view.say("Withdraw"),
                 .look = design::ButtonLook::secondary,
                 .where = url("/organisations/{}/programmes/{}/cohorts/{}/application/withdrawal",
                              id.text(), workspace.programme.code, cohort.number)});
        }
        if (application.state == State::withdrawn && cohort.takes_applications(context.today))
            actions += design::button({.label = view.say("Apply again"), .where = where});
    }
    html::Html sponsoring;
    if (application.open() && !application.sponsored_at && workspace.chief_executive())
        sponsoring = design::form(
            view,
            {.action = url("/organisations/{}/programmes/{}/cohorts/{}/application/sponsorship",
                           id.text(), workspace.programme.code, cohort.number),
             .id = {},
             .classes = {}},
            html("<p>{}</p>{}{}",
                 view.say("As chief executive you are asked to sponsor this team: to make time for "
                          "it, and to be there when its plan is signed off."),
                 design::hidden("rev", std::to_string(application.rev)),
                 design::button({.label = view.say("I will be the sponsor"), .once = true})));
    return html(R"(<h2 class="nhsuk-heading-m">{}</h2><p>{}</p>{}{}{})",
                view.say("Your application for {}", cohort_name(workspace.programme, cohort)),
                state_tag(view, application.state), says, sponsoring,
                actions.empty() ? html::Html() : design::button_group(actions));
}

html::Html team_card(const access::Context& context, const Workspace& workspace,
                     const Enrolment& enrolment) {
    const design::View& view = context.view;
    const auto cohort = find_cohort(context.db, enrolment.cohort);
    if (!cohort) return {};
    const auto readable = context.scope.may_read(workspace.here.id());
    const Team team = team_of(context.db, readable, enrolment, context.today);
    html::Html body = html(
        "<p>{}</p><p>{}</p>", cohort_tag(view, *cohort, context.today),
        team.complete() ? std::string(view.say("Every place that is needed is taken."))
                        : view.words->count(team.missing(), "{} place of the team is still empty.",
                                            "{} places of the team are still empty."));
    return design::card(
        {.heading = view.say("Your team on {}", cohort_name(workspace.programme, *cohort)),
         .where = team_address(workspace.here.id(), workspace.programme, *cohort),
         .body = body});
}

/// The cohorts for which this organisation may write an application now.
html::Html apply_links(const access::Context& context, const Workspace& workspace,
                       const std::vector<Application>& mine) {
    const design::View& view = context.view;
    html::Html buttons;
    bool any = false;
    for (const Cohort& cohort : cohorts_of(context.db, workspace.programme.id)) {
        if (!cohort.takes_applications(context.today)) continue;
        any = true;
        if (std::ranges::find(mine, cohort.id, &Application::cohort) != mine.end()) continue;
        if (!workspace.leader()) continue;
        buttons += html(
            "<p>{}</p>{}",
            view.say("{} begins on {}. Applications until {}.",
                     cohort_name(workspace.programme, cohort), view.words->day(cohort.starts),
                     view.words->day(cohort.closes)),
            design::button(
                {.label = view.say("Apply for {}", cohort_name(workspace.programme, cohort)),
                 .where = application_address(workspace.here.id(), workspace.programme, cohort)}));
    }
    if (!any)
        return design::inset_text(
            view, html("<p>{}</p>", view.say("No cohort takes applications today.")));
    if (!workspace.leader())
        return design::inset_text(
            view, html("<p>{}</p>", view.say("The leaders of your organisation apply: ask your "
                                             "chief executive or improvement lead.")));
    return buttons;
}

}  // namespace

http::Response show_workspace(const http::Request& request, access::Context& context) {
    const auto found = workspace_of(request, context);
    if (!found) return http::not_found();
    const design::View& view = context.view;
    const auto readable = context.scope.may_read(found->here.id());

    html::Html teams;
    bool enrolled = false;
    for (const Enrolment& enrolment : enrolments_of(context.db, readable))
        if (enrolment.programme == found->programme.id && enrolment.on(context.today)) {
            teams += team_card(context, *found, enrolment);
            enrolled = true;
        }

    html::Html cards;
    std::vector<Application> mine;
    const Application* current = nullptr;
    for (const Application& application : applications_of(context.db, readable)) {
        const auto cohort = find_cohort(context.db, application.cohort);
        if (!cohort || cohort->programme != found->programme.id) continue;
        mine.push_back(application);
        // Of those that are over, the last word is enough.
        if (application.state == State::accepted) continue;
        if (!application.open() && application.state != State::draft && enrolled) continue;
        if (found->leader() || application.state != State::draft)
            cards += application_card(context, *found, *cohort, application);
    }
    for (const Application& application : mine)
        if (application.state == State::draft || application.open()) current = &application;

    html::Html ready;
    const bool decided = current != nullptr && current->open();
    if (!enrolled || current != nullptr)
        ready = readiness_list(
            context, *found,
            readiness_of(context.db, readable, found->programme, current, context.today));
    html::Html apply;
    if (!enrolled)
        apply = html(
            R"(<h2 class="nhsuk-heading-m">{}</h2>{}<p><a class="nhsuk-link" href="{}">{}</a></p>)",
            view.say("Apply"), apply_links(context, *found, mine),
            url("/programmes/{}/apply", found->programme.code),
            view.say("What we ask, and how places are given"));
    if (decided) apply = {};
    return http::ok(workspace_page(
        context, *found, full_name(found->programme), {},
        html(R"({}{}{}{}{}<p><a class="nhsuk-link" href="{}">{}</a></p>)",
             done_banner(view, request.parameter("done").value_or("")), teams, ready, cards, apply,
             address(found->programme), view.say("About {}", found->programme.called()))));
}

http::Response show_workspaces(const http::Request& request, access::Context& context) {
    const auto found = organisations::here(request, context);
    if (!found) return http::not_found();
    const design::View& view = context.view;
    const auto readable = context.scope.may_read(found->id());
    const auto enrolments = enrolments_of(context.db, readable);
    const auto applications = applications_of(context.db, readable);
    std::vector<html::Html> cards;
    for (const Programme& programme : programmes_of(context.db)) {
        if (programme.status == "draft") continue;
        std::string state(view.say("Not enrolled."));
        for (const Application& application : applications) {
            const auto cohort = find_cohort(context.db, application.cohort);
            if (cohort && cohort->programme == programme.id && application.open())
                state = view.say("Has applied for {}.", cohort_name(programme, *cohort));
        }
        for (const Enrolment& enrolment : enrolments)
            if (enrolment.programme == programme.id && enrolment.on(context.today)) {
                const auto cohort = find_cohort(context.db, enrolment.cohort);
                if (cohort)
                    state = view.say("Enrolled on {} since {}.", cohort_name(programme, *cohort),
                                     view.words->day(enrolment.from));
                break;
            }
        cards.push_back(design::card({.heading = full_name(programme),
                                      .where = workspace(found->id(), programme),
                                      .text = state}));
    }
    cards.push_back(design::card(
        {.heading = view.say("What we can do"),
         .where = url("/organisations/{}/capability", found->id().text()),
         .text = view.say("Self-assessment for yourself, your team, your organisation and your "
                          "board, and a plan to close the gaps. It is private.")}));
    const auto title = view.say("Programmes and skills");
    return http::ok(design::page(
        view, {.title = title, .breadcrumb = organisations::crumbs(view, context, *found, true)},
        html("{}{}", design::page_heading(title, found->organisation.name),
             design::card_group(cards, 2))));
}

}  // namespace primum::programmes
