#include "app/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cmath>
#include <csignal>
#include <cstdio>

namespace primum::app {
namespace {

volatile std::sig_atomic_t g_stop = 0;

void request_stop(int) {
    g_stop = 1;
}

}  // namespace

ProgressBar::ProgressBar(std::string what)
    : what_(std::move(what)), visible_(::isatty(STDERR_FILENO) == 1) {}

ProgressBar::~ProgressBar() {
    if (drawn_) std::fputs("\r\x1b[K", stderr);
}

void ProgressBar::show(std::size_t done, std::size_t all) {
    using namespace std::chrono_literals;
    const auto now = Clock::now();
    if (!visible_ || now - last_ < 100ms) return;
    last_ = now;
    drawn_ = true;
    const double seconds = std::chrono::duration<double>(now - begin_).count();
    std::fprintf(stderr, "\r%s\x1b[K", progress_line(what_, done, all, seconds).c_str());
    std::fflush(stderr);
}

std::string progress_line(const std::string& what, std::size_t done, std::size_t all,
                          double seconds) {
    constexpr std::size_t kWidth = 30;
    const double rate = seconds > 0 ? static_cast<double>(done) / seconds : 0;
    const auto filled = all > 0 ? kWidth * done / all : kWidth;
    std::string line = fmt::format("{} [{}{}] {} of {}", what, std::string(filled, '#'),
                                   std::string(kWidth - filled, ' '), done, all);
    if (rate <= 0) return line;
    const auto left = std::lround(std::ceil(static_cast<double>(all - done) / rate));
    return line + fmt::format(", {:.0f} a second, {}:{:02} left", rate, left / 60, left % 60);
}

bool stop_requested() {
    [[maybe_unused]] static const auto before = std::signal(SIGINT, request_stop);
    return g_stop != 0;
}

}  // namespace primum::app
