#pragma once
// What systemd wants to know of a service. Without systemd, nothing happens.

#include <chrono>
#include <optional>

namespace primum::app {

/// Requests are answered from now on.
void tell_systemd_ready();

/// No new requests; what is under way is finished.
void tell_systemd_stopping();

/// Still alive. To be called at least every watchdog_interval(), from a place that stands still
/// when the service does.
void tell_systemd_alive();

/// Half of what the unit's WatchdogSec allows; nothing where it has none.
std::optional<std::chrono::microseconds> watchdog_interval();

}  // namespace primum::app
