// What a team does: it is listed, and ticked off.

#include "programmes/team_portrait.h"

#include <algorithm>

#include "design/button.h"
#include "design/form.h"
#include "design/tag.h"
#include "programmes/actions.h"
#include "programmes/team_desk.h"
#include "programmes/words.h"

namespace primum::programmes {

using html::html;
using html::url;

std::string tasks_in_words(const design::View& view, const std::vector<TeamTask>& tasks,
                           Day today) {
    std::int64_t done = 0;
    std::int64_t late = 0;
    for (const TeamTask& task : tasks) {
        done += task.done_on ? 1 : 0;
        late += task.overdue(today) ? 1 : 0;
    }
    std::string words = view.say("{} of {} tasks done.", done, tasks.size());
    if (late > 0)
        words += " " + view.words->count(late, "{} waits a little longer than planned.",
                                         "{} wait a little longer than planned.");
    return words;
}

html::Html task_table(const access::Context& context, const TeamPortrait& portrait, bool may_tick) {
    const design::View& view = context.view;
    if (portrait.tasks.empty()) return {};
    html::Html items;
    for (const TeamTask& task : portrait.tasks) {
        html::Html state;
        if (task.done_on)
            state = html("{} {}", design::tag(view.say("Done"), design::Colour::green),
                         task.done_by.empty()
                             ? view.words->day(*task.done_on)
                             : view.say("{}, {}", view.words->day(*task.done_on), task.done_by));
        else if (task.overdue(context.today))
            state = html("{} {}", design::tag(view.say("A little late"), design::Colour::yellow),
                         view.say("was planned for {}", view.words->day(task.due)));
        else
            state = html("{}", view.say("by {}", view.words->day(task.due)));
        html::Html button;
        if (may_tick)
            button = design::form(
                view,
                {.action = url("/organisations/{}/programmes/{}/cohorts/{}/team/tasks/{}",
                               portrait.enrolment.organisation.text(), portrait.programme.code,
                               portrait.cohort.number, task.id.text()),
                 .id = {},
                 .classes = "pr-todo__form"},
                html(
                    "{}{}{}", design::hidden("rev", std::to_string(task.rev)),
                    design::hidden("done", task.done_on ? "no" : "yes"),
                    design::button(
                        {.label = html(R"({}<span class="nhsuk-u-visually-hidden">: {}</span>)",
                                       task.done_on ? view.say("Open again") : view.say("Tick off"),
                                       task.title),
                         .look = design::ButtonLook::secondary,
                         .small = true})));
        html::Html help;
        if (!task.help.empty() && !task.done_on)
            help = html(R"(<span class="pr-todo__help">{}</span>)", task.help);
        items.append(
            R"(<li class="pr-todo__item"><div class="pr-todo__words"><strong>{}</strong>{}<span>{}</span></div>{}</li>)",
            task.title, help, state, button);
    }
    return html(
        R"(<h2 class="nhsuk-heading-m" id="tasks">{}</h2><p>{}</p><ul class="pr-todo">{}</ul>)",
        view.say("What the team does"), tasks_in_words(view, portrait.tasks, context.today), items);
}

http::Response tick_task(const http::Request& request, access::Context& context) {
    const auto desk = team_desk(request, context);
    const auto id = TeamTaskId::parse(request.part("task"));
    if (!desk || !id) return http::not_found();
    const auto owner = context.scope.may_write(desk->workspace.here.id());
    const auto tasks = tasks_of(context.db, owner, desk->enrolment.id);
    if (std::ranges::find(tasks, *id, &TeamTask::id) == tasks.end()) return http::not_found();
    const bool done = context.form.text("done") == "yes";
    return context.save([&](store::Writer& db) {
        // Whoever was quicker has ticked it: it is as it should be, so the page is shown.
        const bool ticked = tick(db, owner, context.stamp(), *id, rev_of(context.form),
                                 done ? std::optional(context.today) : std::nullopt);
        return http::see_other(after(*desk, !ticked ? "" : done ? "ticked" : "unticked"));
    });
}

}  // namespace primum::programmes
