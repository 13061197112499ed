#pragma once
// What a verb says on standard output.

#include <string_view>

#include "base/checked.h"

namespace primum::app {

/// Writes it whole, after everything else has gone well, so that there is no half an answer.
Checked<void> print(std::string_view text);

}  // namespace primum::app
