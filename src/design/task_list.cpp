#include "design/task_list.h"

#include "design/tag.h"

namespace primum::design {

using html::html;

namespace {

// Colours as the service manual gives them; what is done is plain, because it needs no attention.
Content status_of(const View& view, TaskState state) {
    switch (state) {
        case TaskState::not_yet_started:
            return tag(view.say("Not yet started"), Colour::blue);
        case TaskState::in_progress:
            return tag(view.say("In progress"), Colour::white);
        case TaskState::incomplete:
            return tag(view.say("Incomplete"), Colour::blue);
        case TaskState::problem:
            return tag(view.say("There is a problem"), Colour::red);
        case TaskState::cannot_start_yet:
            return view.say("Cannot start yet");
        case TaskState::completed:
            break;
    }
    return view.say("Completed");
}

std::string_view status_class(TaskState state) {
    if (state == TaskState::completed) return " nhsuk-task-list__status--completed";
    if (state == TaskState::cannot_start_yet) return " nhsuk-task-list__status--cannot-start-yet";
    return "";
}

html::Html item(const View& view, const Task& task, const std::string& id) {
    const bool linked = task.where && task.state != TaskState::cannot_start_yet;
    const std::string hint_id = id + "-hint";
    const std::string status_id = id + "-status";
    const auto name =
        linked ? html(R"(<a class="nhsuk-task-list__link nhsuk-link" href="{}" )"
                      R"(aria-describedby="{}">{}</a>)",
                      *task.where, task.hint.empty() ? status_id : hint_id + " " + status_id,
                      task.name)
               : html("<div>{}</div>", task.name);
    html::Html hint;
    if (!task.hint.empty())
        hint = html(R"(<div class="nhsuk-task-list__hint" id="{}">{}</div>)", hint_id, task.hint);
    return html(R"(
        <li class="nhsuk-task-list__item{}">
        <div class="nhsuk-task-list__name-and-hint">{}{}</div>
        <div class="nhsuk-task-list__status{}" id="{}">{}</div></li>)",
                linked ? " nhsuk-task-list__item--with-link" : "", name, hint,
                status_class(task.state), status_id, status_of(view, task.state));
}

}  // namespace

html::Html task_list(const View& view, const std::vector<Task>& tasks, const Text& id_prefix) {
    html::Html items;
    for (std::size_t i = 0; i < tasks.size(); ++i)
        items += item(view, tasks[i], id_prefix + "-" + std::to_string(i + 1));
    return html(R"(<ul class="nhsuk-task-list">{}</ul>)", items);
}

}  // namespace primum::design
