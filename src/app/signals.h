#pragma once
// Being asked to stop, by a person's Ctrl-C or by the supervisor.

#include <functional>
#include <thread>

namespace primum::app {

/// While it lives, SIGINT and SIGTERM go to `stop`, once, in a thread of its own. A second Ctrl-C
/// ends the process at once.
class Signals {
public:
    /// Keeps them from this thread and from all that it starts. To be called before the first of
    /// those, or a signal that comes to one of them ends the process.
    static void hold();

    explicit Signals(std::function<void()> stop);
    ~Signals();
    Signals(const Signals&) = delete;

private:
    std::function<void()> stop_;
    std::thread thread_;
};

}  // namespace primum::app
