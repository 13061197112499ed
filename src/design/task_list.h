#pragma once
// What there is to do, and how far each task is.

#include <cstdint>
#include <optional>
#include <vector>

#include "design/text.h"
#include "design/view.h"

namespace primum::design {

enum class TaskState : std::uint8_t {
    not_yet_started,
    in_progress,
    incomplete,
    completed,
    cannot_start_yet,  ///< no link
    problem,
};

struct Task {
    Content name;
    Content hint;
    std::optional<html::Url> where;
    TaskState state = TaskState::not_yet_started;
};
html::Html task_list(const View& view, const std::vector<Task>& tasks,
                     const Text& id_prefix = "task-list");

}  // namespace primum::design
