#pragma once
// What has to be done now and then, beside requests.

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace primum::app {

struct Job {
    std::string name;
    std::chrono::seconds every;
    std::function<void()> work;
};

/// Does each job in its time, one after the other, for as long as it lives. A job that throws is
/// reported and tried again when its time comes.
class Jobs {
public:
    using Complain = std::function<void(const std::string& job, const char* what)>;

    Jobs(std::vector<Job> jobs, Complain complain);
    /// Waits for the job that is under way.
    ~Jobs();

private:
    void work(const std::stop_token& stop);

    std::vector<Job> jobs_;
    Complain complain_;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::jthread thread_;  // last: it uses all of the above
};

}  // namespace primum::app
