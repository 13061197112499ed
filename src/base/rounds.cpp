#include "base/rounds.h"

#include <exception>
#include <stop_token>
#include <utility>

namespace primum {

Rounds::Rounds(std::chrono::milliseconds pause, std::function<void()> task,
               std::function<void(const std::string&)> complain, AtEnd at_end)
    : pause_(pause),
      task_(std::move(task)),
      complain_(std::move(complain)),
      at_end_(at_end),
      thread_([this](const std::stop_token& stop) { work(stop); }) {}

Rounds::~Rounds() = default;

void Rounds::work(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        do_task();
        std::unique_lock lock(mutex_);
        wake_.wait_for(lock, stop, pause_, [] { return false; });
    }
    if (at_end_ == AtEnd::once_more) do_task();
}

void Rounds::do_task() {
    try {
        task_();
    } catch (const std::exception& error) {
        complain_(error.what());
    }
}

}  // namespace primum
