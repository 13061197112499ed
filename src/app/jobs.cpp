#include "app/jobs.h"

#include <algorithm>
#include <exception>

namespace primum::app {
namespace {

using Moment = std::chrono::steady_clock::time_point;

}  // namespace

Jobs::Jobs(std::vector<Job> jobs, Complain complain)
    : jobs_(std::move(jobs)),
      complain_(std::move(complain)),
      thread_([this](const std::stop_token& stop) { work(stop); }) {}

Jobs::~Jobs() {
    thread_.request_stop();
    wake_.notify_all();
}

void Jobs::work(const std::stop_token& stop) {
    std::vector<Moment> due;
    for (const Job& job : jobs_)
        due.push_back(std::chrono::steady_clock::now() + job.every);

    std::unique_lock lock(mutex_);
    while (!stop.stop_requested() && !due.empty()) {
        const auto next = std::ranges::min_element(due);
        wake_.wait_until(lock, stop, *next, [] { return false; });
        if (stop.stop_requested() || std::chrono::steady_clock::now() < *next) continue;
        const Job& job = jobs_[static_cast<std::size_t>(next - due.begin())];
        try {
            job.work();
        } catch (const std::exception& error) {
            complain_(job.name, error.what());
        }
        *next = std::chrono::steady_clock::now() + job.every;
    }
}

}  // namespace primum::app
