// The desk of a cohort: applications, teams, parts, tasks.

#include "access/context.h"
#include "design/links.h"
#include "design/table.h"
#include "programmes/actions.h"
#include "programmes/capability.h"
#include "programmes/enrolment.h"
#include "programmes/keeping.h"
#include "programmes/readiness.h"
#include "programmes/team.h"
#include "programmes/team_portrait.h"
#include "programmes/words.h"

namespace primum::programmes {

using html::html;
using html::url;

namespace {

html::Html applications_table(const access::Context& context, const Keeping& keeping) {
    const design::View& view = context.view;
    const auto all = applications_of(context.db, keeping.cohort->id);
    if (all.empty()) return design::nothing_yet(view.say("No application has been sent yet."));
    design::TableWriter table({.caption = view.say("Applications"),
                               .columns = {{.heading = view.say("Organisation")},
                                           {.heading = view.say("Sent")},
                                           {.heading = view.say("Ready")},
                                           {.heading = view.say("Team named")},
                                           {.heading = view.say("Sponsor")},
                                           {.heading = view.say("Status")}},
                               .first_cell_is_heading = true});
    const auto scope = faculty_scope();
    const auto roles = team_roles_of(context.db, keeping.programme.id);
    for (const Application& one : all) {
        const auto readiness = readiness_of(context.db, scope.may_read(one.organisation),
                                            keeping.programme, &one, context.today);
        html::Html state = state_tag(view, one.state);
        if (one.state == State::waiting)
            state = html("{} {}", state, view.say("Number {}", place_in_queue(context.db, one)));
        table.row(design::link(url("/programmes/{}/cohorts/{}/applications/{}",
                                   keeping.programme.code, keeping.cohort->number, one.id.text()),
                               one.organisation_name),
                  one.sent_at ? view.words->day(std::chrono::floor<std::chrono::days>(*one.sent_at))
                              : std::string(),
                  view.say("{} of {}", readiness.met(), readiness.findings.size()),
                  is_complete(one.who, roles) ? view.say("Complete") : view.say("Not complete"),
                  one.sponsored_at ? view.say("Has agreed") : view.say("Not yet"), state);
    }
    return std::move(table).done();
}

html::Html teams_table(const access::Context& context, const Keeping& keeping,
                       const std::vector<Part>& parts) {
    const design::View& view = context.view;
    const auto teams = teams_of(context.db, keeping.cohort->id, context.today);
    if (teams.empty()) return design::nothing_yet(view.say("No team has been accepted yet."));
    design::TableWriter table({.caption = view.say("Teams"),
                               .columns = {{.heading = view.say("Organisation")},
                                           {.heading = view.say("Places that are needed")},
                                           {.heading = view.say("Came")},
                                           {.heading = view.say("Had prepared")},
                                           {.heading = view.say("Tasks")}},
                               .first_cell_is_heading = true});
    const auto scope = faculty_scope();
    constexpr int kHundred = 100;
    for (const Enrolment& enrolment : teams) {
        const auto readable = scope.may_read(enrolment.organisation);
        const Team team = team_of(context.db, readable, enrolment, context.today);
        const Completion completion = completion_of(
            team, parts, presences_of(context.db, readable, enrolment.id), context.today);
        const auto share = [&](int part) {
            return completion.expected == 0
                       ? std::string(view.say("Nothing yet"))
                       : view.say("{}%", part * kHundred / completion.expected);
        };
        table.row(
            design::link(url("/programmes/{}/cohorts/{}/teams/{}", keeping.programme.code,
                             keeping.cohort->number, enrolment.organisation.text()),
                         enrolment.name),
            team.complete() ? std::string(view.say("All taken"))
                            : view.say("{} of {}", team.needed() - team.missing(), team.needed()),
            share(completion.attended), share(completion.prepared),
            tasks_in_words(view, tasks_of(context.db, readable, enrolment.id), context.today));
    }
    return std::move(table).done();
}

html::Html shared_list(const access::Context& context, const Keeping& keeping) {
    const design::View& view = context.view;
    const auto shared = shared_with(context.db, keeping.cohort->id, context.today);
    if (shared.empty()) return {};
    html::Html items;
    for (const SharedAssessment& one : shared)
        items.append("<li>{}, {}</li>",
                     design::link(url("/programmes/{}/cohorts/{}/teams/{}", keeping.programme.code,
                                      keeping.cohort->number, one.assessment.organisation.text()),
                                  one.organisation_name),
                     view.words->day(one.assessment.made_on));
    return html(
        R"(<h2 class="nhsuk-heading-m">{}</h2><ul class="nhsuk-list nhsuk-list--bullet">{}</ul>)",
        view.say("Self-assessments that teams share with you"), items);
}

}  // namespace

http::Response show_cohort_desk(const http::Request& request, access::Context& context) {
    const auto keeping = cohort_keeping_of(request, context);
    if (!keeping) return http::not_found();
    const design::View& view = context.view;
    const Cohort& cohort = *keeping->cohort;
    const std::string& code = keeping->programme.code;
    const auto parts = parts_of(context.db, cohort.id);
    const Places places = places_of(context.db, cohort);

    design::TableWriter days({.caption = view.say("Parts and their days"),
                              .columns = {{.heading = view.say("Part")},
                                          {.heading = view.say("Days")},
                                          {.heading = view.say("Change")},
                                          {.heading = view.say("Attendance")}},
                              .first_cell_is_heading = true});
    for (const Part& part : parts)
        days.row(html("{}<br>{}", part.part, part.title),
                 days_in_words(view, part.starts, part.ends),
                 design::link(
                     url("/programmes/{}/cohorts/{}/parts/{}", code, cohort.number, part.position),
                     view.say("Change"), part.title),
                 part.starts <= context.today
                     ? design::link(url("/programmes/{}/cohorts/{}/attendance/{}", code,
                                        cohort.number, part.position),
                                    view.say("Who came"), part.title)
                     : html("{}", view.say("Not yet")));
    design::TableWriter tasks({.caption = view.say("Tasks of every team"),
                               .columns = {{.heading = view.say("Task")},
                                           {.heading = view.say("Due")},
                                           {.heading = view.say("Change")}},
                               .first_cell_is_heading = true});
    for (const Task& task : tasks_of(context.db, cohort.id))
        tasks.row(task.title, view.words->day(task.due),
                  design::link(
                      url("/programmes/{}/cohorts/{}/tasks/{}", code, cohort.number, task.position),
                      view.say("Change"), task.title));
    return http::ok(keeping_page(
        context, *keeping, cohort_name(keeping->programme, cohort), {},
        html(R"({}<p>{} {}</p><p>{}</p>
            <p><a class="nhsuk-link" href="{}">{}</a></p><p><a class="nhsuk-link" href="{}">{}</a></p>
            {}{}{}{}{})",
             done_banner(view, request.parameter("done").value_or("")),
             cohort_tag(view, cohort, context.today),
             view.say("Applications from {} to {}", view.words->day(cohort.opens),
                      view.words->day(cohort.closes)),
             view.say("{} of {} places are taken, {} teams wait.", places.taken, places.all,
                      places.waiting),
             url("/programmes/{}/cohorts/{}/details", code, cohort.number),
             view.say("Change days and places"), address(keeping->programme, cohort),
             view.say("The page that everybody sees"), applications_table(context, *keeping),
             teams_table(context, *keeping, parts), shared_list(context, *keeping),
             std::move(days).done(), std::move(tasks).done()),
        true));
}

}  // namespace primum::programmes
