#include "app/signals.h"

#include <pthread.h>
#include <signal.h>

namespace primum::app {
namespace {

sigset_t awaited() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGUSR2);  // of our own destructor: nobody asked, stop waiting
    return signals;
}

}  // namespace

void Signals::hold() {
    const sigset_t signals = awaited();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

Signals::Signals(std::function<void()> stop) : stop_(std::move(stop)) {
    hold();
    thread_ = std::thread([this, signals = awaited()] {
        int which = 0;
        sigwait(&signals, &which);
        if (which == SIGUSR2) return;
        sigset_t asked = signals;  // our own may still come, from the destructor
        sigdelset(&asked, SIGUSR2);
        pthread_sigmask(SIG_UNBLOCK, &asked, nullptr);
        stop_();
    });
}

Signals::~Signals() {
    pthread_kill(thread_.native_handle(), SIGUSR2);
    thread_.join();
}

}  // namespace primum::app
