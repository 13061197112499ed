#pragma once

#include <optional>

#include "app/settings.h"
#include "base/checked.h"
#include "mail/server.h"

namespace primum::app {

/// Who takes our letters; absent where no setting says so.
Checked<std::optional<mail::Server>> mail_server(const Settings& settings);

}  // namespace primum::app
