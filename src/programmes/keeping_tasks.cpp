// A task of the template, which every team of the next cohort gets.

#include "access/context.h"
#include "base/problems.h"
#include "design/heading.h"
#include "design/input.h"
#include "design/textarea.h"
#include "programmes/actions.h"
#include "programmes/keeping.h"
#include "programmes/words.h"

namespace primum::programmes {

using html::html;
using html::url;

namespace {

struct TaskForm {
    Task task;
    std::string after;
};

html::Html task_page(const access::Context& context, const Keeping& keeping, const TaskForm& form,
                     bool fresh, const Problems& problems) {
    const design::View& view = context.view;
    const auto where =
        fresh ? url("/programmes/{}/tasks/new", keeping.programme.code)
              : url("/programmes/{}/tasks/{}", keeping.programme.code, form.task.position);
    return keeping_form_page(
        context, keeping, fresh ? view.say("Add a task") : view.say("Change a task"), problems,
        {.where = where,
         .rev = std::to_string(form.task.rev),
         .fields = html(
             "{}{}{}",
             design::input(view, {.name = "title",
                                  .label = {view.say("What the team does"), design::Size::s},
                                  .value = form.task.title,
                                  .error = problems.about("title")}),
             design::textarea(view, {.name = "help",
                                     .label = {view.say("Help (optional)"), design::Size::s},
                                     .value = form.task.help,
                                     .error = problems.about("help"),
                                     .rows = 3}),

             design::input(view, {.name = "after",
                                  .label = {view.say("Due so many days after the cohort begins"),
                                            design::Size::s},
                                  .value = form.after,
                                  .error = problems.about("after"),
                                  .width = 4,
                                  .inputmode = "numeric"})),
         .buttons = save_or_remove(context, fresh, view.say("Take this task out"))});
}

std::optional<Task> task_of(const http::Request& request, const access::Context& context,
                            const Keeping& keeping) {
    if (request.part("position").empty()) return Task{};
    const auto position = number_of(request.part("position"), 0, 100'000);
    if (!position) return {};
    for (Task& task : template_tasks_of(context.db, keeping.programme.id))
        if (task.position == *position) return std::move(task);
    return {};
}

}  // namespace

http::Response ask_for_task(const http::Request& request, access::Context& context) {
    const auto keeping = keeping_of(request, context);
    const auto task = keeping ? task_of(request, context, *keeping) : std::nullopt;
    if (!task) return http::not_found();
    return http::ok(task_page(context, *keeping, {*task, std::to_string(task->due_after_days)},
                              request.part("position").empty(), {}));
}

http::Response save_one_task(const http::Request& request, access::Context& context) {
    const auto keeping = keeping_of(request, context);
    const auto task = keeping ? task_of(request, context, *keeping) : std::nullopt;
    if (!task) return http::not_found();
    const bool fresh = request.part("position").empty();
    const bool removing = !fresh && context.form.text("step") == "remove";
    TaskForm form{*task, std::string(context.form.text("after"))};
    form.task.title = context.form.text("title");
    form.task.help = context.form.text("help");
    form.task.rev = rev_of(context.form);
    Problems problems;
    if (!removing) {
        check_text(form.task.title, "title", kShortText, "Say what the team does.", problems);
        check_text(form.task.help, "help", kLongText, "", problems);
        const auto after_days = number_of(form.after, 0, kLongestTemplateDays);
        if (!after_days) problems.add("after", "Enter a whole number of days, 0 or more.");
        form.task.due_after_days = after_days.value_or(0);
    }
    if (!problems.empty())
        return http::unprocessable(task_page(context, *keeping, form, fresh, problems));
    return context.save([&](store::Writer& db) {
        bool saved = true;
        if (removing)
            saved = remove_template_task(db, context.stamp(), keeping->programme, form.task);
        else if (fresh)
            add_template_task(db, context.stamp(), keeping->programme, form.task);
        else
            saved = save_template_task(db, context.stamp(), keeping->programme, form.task);
        if (!saved)
            return http::page(http::Status::conflict,
                              task_page(context, *keeping, form, fresh, overtaken()));
        return http::see_other(after(*keeping, removing ? "removed" : "saved"));
    });
}

}  // namespace primum::programmes
