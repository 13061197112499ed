#pragma once
// What is done again and again beside everything else, in a thread of its own.

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace primum {

class Rounds {
public:
    enum class AtEnd : std::uint8_t {
        leave,
        once_more,  ///< what is only in memory is written down before the program ends
    };

    /// Does the task at once and after every pause, for as long as this lives. `complain` hears of
    /// a round that failed; the next one tries again.
    Rounds(std::chrono::milliseconds pause, std::function<void()> task,
           std::function<void(const std::string&)> complain, AtEnd at_end = AtEnd::leave);
    /// Waits for a round that is under way.
    ~Rounds();
    Rounds(const Rounds&) = delete;

private:
    void work(const std::stop_token& stop);
    void do_task();

    std::chrono::milliseconds pause_;
    std::function<void()> task_;
    std::function<void(const std::string&)> complain_;
    AtEnd at_end_;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::jthread thread_;  // last: it uses all of the above
};

}  // namespace primum
