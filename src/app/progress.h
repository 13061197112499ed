#pragma once
// How far long work has come, on a terminal.

#include <chrono>
#include <cstddef>
#include <string>

namespace primum::app {

/// A line on standard error with count, rate and time left, rewritten at most ten times a second.
/// Silent where standard error is no terminal, and for work that is done at once.
class ProgressBar {
public:
    explicit ProgressBar(std::string what);
    ~ProgressBar();

    void show(std::size_t done, std::size_t all);

private:
    using Clock = std::chrono::steady_clock;

    std::string what_;
    bool visible_;
    bool drawn_ = false;
    Clock::time_point begin_ = Clock::now();
    Clock::time_point last_ = begin_;
};

/// "charts  [#####     ] 80 of 160, 420 a second, 0:01 left"
std::string progress_line(const std::string& what, std::size_t done, std::size_t all,
                          double seconds);

/// Whether the person has asked the program to stop (Ctrl-C). From the first call on, that request
/// is left to the program.
bool stop_requested();

}  // namespace primum::app
