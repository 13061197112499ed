#include "app/systemd.h"

#include <systemd/sd-daemon.h>

#include <cstdint>

namespace primum::app {

void tell_systemd_ready() {
    ::sd_notify(0, "READY=1");
}

void tell_systemd_stopping() {
    ::sd_notify(0, "STOPPING=1");
}

void tell_systemd_alive() {
    ::sd_notify(0, "WATCHDOG=1");
}

std::optional<std::chrono::microseconds> watchdog_interval() {
    std::uint64_t microseconds = 0;
    if (::sd_watchdog_enabled(0, &microseconds) <= 0) return std::nullopt;
    return std::chrono::microseconds(microseconds / 2);
}

}  // namespace primum::app
