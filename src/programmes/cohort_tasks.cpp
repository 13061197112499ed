// A task of the teams of a cohort, with its own day.

#include "access/context.h"
#include "base/problems.h"
#include "design/date_input.h"
#include "design/heading.h"
#include "design/input.h"
#include "design/textarea.h"
#include "organisations/typed_day.h"
#include "programmes/actions.h"
#include "programmes/keeping.h"
#include "programmes/words.h"

namespace primum::programmes {

using html::html;
using html::url;
using organisations::TypedDay;

namespace {

struct DatedTaskForm {
    Task task;
    TypedDay due;
};

html::Html dated_task_page(const access::Context& context, const Keeping& keeping,
                           const DatedTaskForm& form, const Problems& problems) {
    const design::View& view = context.view;
    auto due =
        organisations::date_fields("due", {view.say("Due"), design::Size::s}, form.due, problems);
    return keeping_form_page(
        context, keeping, view.say("Change a task"), problems,
        {.where = url("/programmes/{}/cohorts/{}/tasks/{}", keeping.programme.code,
                      keeping.cohort->number, form.task.position),
         .rev = std::to_string(form.task.rev),
         .fields =
             html("{}{}{}",
                  design::input(view, {.name = "title",
                                       .label = {view.say("What the team does"), design::Size::s},
                                       .value = form.task.title,
                                       .error = problems.about("title")}),
                  design::textarea(view, {.name = "help",
                                          .label = {view.say("Help (optional)"), design::Size::s},
                                          .value = form.task.help,
                                          .error = problems.about("help"),
                                          .rows = 3}),
                  design::date_input(view, due))});
}

std::optional<Task> dated_task(const http::Request& request, const access::Context& context,
                               const Keeping& keeping) {
    const auto position = number_of(request.part("position"), 0, 100'000);
    if (!position) return {};
    for (Task& task : tasks_of(context.db, keeping.cohort->id))
        if (task.position == *position) return std::move(task);
    return {};
}

}  // namespace

http::Response ask_for_cohort_task(const http::Request& request, access::Context& context) {
    const auto keeping = cohort_keeping_of(request, context);
    const auto task = keeping ? dated_task(request, context, *keeping) : std::nullopt;
    if (!task) return http::not_found();
    return http::ok(dated_task_page(context, *keeping, {*task, TypedDay::of(task->due)}, {}));
}

http::Response save_cohort_task(const http::Request& request, access::Context& context) {
    const auto keeping = cohort_keeping_of(request, context);
    const auto task = keeping ? dated_task(request, context, *keeping) : std::nullopt;
    if (!task) return http::not_found();
    DatedTaskForm form{*task, TypedDay::from(context.form, "due")};
    form.task.title = context.form.text("title");
    form.task.help = context.form.text("help");
    form.task.rev = rev_of(context.form);
    Problems problems;
    check_text(form.task.title, "title", kShortText, "Say what the team does.", problems);
    check_text(form.task.help, "help", kLongText, "", problems);
    const auto due = organisations::check_day(form.due, "due", "Enter the day.", problems);
    if (!problems.empty())
        return http::unprocessable(dated_task_page(context, *keeping, form, problems));
    form.task.due = *due;
    return context.save([&](store::Writer& db) {
        if (!save_task(db, context.stamp(), keeping->programme, *keeping->cohort, form.task))
            return http::page(http::Status::conflict,
                              dated_task_page(context, *keeping, form, overtaken()));
        return http::see_other(after(*keeping, "saved"));
    });
}

}  // namespace primum::programmes
