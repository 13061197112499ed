// The desk of those who keep a programme: its cohorts, and its template.

#include "access/context.h"
#include "design/button.h"
#include "design/links.h"
#include "design/table.h"
#include "programmes/actions.h"
#include "programmes/enrolment.h"
#include "programmes/keeping.h"
#include "programmes/words.h"

namespace primum::programmes {

using html::html;
using html::url;

http::Response show_desk(const http::Request& request, access::Context& context) {
    const auto keeping = keeping_of(request, context);
    if (!keeping) return http::not_found();
    const design::View& view = context.view;
    const Programme& programme = keeping->programme;

    design::TableWriter cohorts({.caption = view.say("Cohorts"),
                                 .columns = {{.heading = view.say("Cohort")},
                                             {.heading = view.say("Dates")},
                                             {.heading = view.say("Places taken"), .numeric = true},
                                             {.heading = view.say("To read"), .numeric = true},
                                             {.heading = view.say("Waiting"), .numeric = true},
                                             {.heading = view.say("Status")}},
                                 .first_cell_is_heading = true});
    const auto all = cohorts_of(context.db, programme.id);
    for (const Cohort& cohort : all) {
        const Places places = places_of(context.db, cohort);
        std::int64_t to_read = 0;
        for (const Application& one : applications_of(context.db, cohort.id))
            to_read += one.state == State::sent ? 1 : 0;
        cohorts.row(design::link(desk_address(programme, cohort), cohort_name(programme, cohort)),
                    days_in_words(view, cohort.starts, cohort.ends.value_or(cohort.starts)),
                    view.say("{} of {}", places.taken, places.all), to_read, places.waiting,
                    cohort_tag(view, cohort, context.today));
    }

    design::TableWriter parts({.caption = view.say("Parts of the template"),
                               .columns = {{.heading = view.say("Part")},
                                           {.heading = view.say("Title")},
                                           {.heading = view.say("Begins after")},
                                           {.heading = view.say("Change")}},
                               .first_cell_is_heading = true});
    for (const Part& part : template_of(context.db, programme.id))
        parts.row(
            part.part, part.title, view.words->count(part.starts_after_days, "{} day", "{} days"),
            html(
                R"(<a class="nhsuk-link" href="{}">{}<span class="nhsuk-u-visually-hidden"> {}</span></a>)",
                url("/programmes/{}/parts/{}", programme.code, part.position), view.say("Change"),
                part.title));

    design::TableWriter tasks({.caption = view.say("Tasks of every team"),
                               .columns = {{.heading = view.say("Task")},
                                           {.heading = view.say("Due after")},
                                           {.heading = view.say("Change")}},
                               .first_cell_is_heading = true});
    for (const Task& task : template_tasks_of(context.db, programme.id))
        tasks.row(
            task.title, view.words->count(task.due_after_days, "{} day", "{} days"),
            html(
                R"(<a class="nhsuk-link" href="{}">{}<span class="nhsuk-u-visually-hidden"> {}</span></a>)",
                url("/programmes/{}/tasks/{}", programme.code, task.position), view.say("Change"),
                task.title));

    return http::ok(keeping_page(
        context, *keeping, view.say("Keep this programme"), {},
        html(R"({}
            <ul class="nhsuk-list">
            <li><a class="nhsuk-link" href="{}">{}</a></li>
            <li><a class="nhsuk-link" href="{}">{}</a></li>
            <li><a class="nhsuk-link" href="{}">{}</a></li></ul>
            {}{}
            <h2 class="nhsuk-heading-l">{}</h2><p>{}</p>
            {}{}{}{})",
             done_banner(view, request.parameter("done").value_or("")),
             url("/programmes/{}/details", programme.code), view.say("Change what is said of it"),
             url("/programmes/{}/roles", programme.code), view.say("Change who a team should have"),
             url("/programmes/{}/checks", programme.code),
             view.say("Change what is looked at before a team applies"),
             all.empty() ? design::nothing_yet(view.say("There is no cohort yet."))
                         : std::move(cohorts).done(),
             design::button({.label = view.say("Open the next cohort"),
                             .where = url("/programmes/{}/cohorts/new", programme.code)}),
             view.say("The template"),
             view.say("From it the next cohort gets its days and its tasks. Cohorts that are there "
                      "already stay as they are."),
             std::move(parts).done(),
             design::button({.label = view.say("Add a part"),
                             .look = design::ButtonLook::secondary,
                             .where = url("/programmes/{}/parts/new", programme.code)}),
             std::move(tasks).done(),
             design::button({.label = view.say("Add a task"),
                             .look = design::ButtonLook::secondary,
                             .where = url("/programmes/{}/tasks/new", programme.code)})),
        true));
}

}  // namespace primum::programmes
