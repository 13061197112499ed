#pragma once
// An installation that answers on the network, with its log, its numbers and its jobs.

#include <memory>
#include <string>

#include "app/settings.h"
#include "base/checked.h"

namespace primum::app {

/// Serves until SIGTERM or SIGINT, then finishes what is under way. What people need to know is
/// printed: the address, and a link to set up an installation that is new.
Checked<void> serve(const Settings& settings);

}  // namespace primum::app
