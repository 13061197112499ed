#pragma once
// A whole installation out of the file that primum export --all has written.

#include <string>

#include "base/checked.h"
#include "store/store.h"

namespace primum::app {

/// Into a database without content, whose schema is brought up to date.
Checked<void> import_everything(store::Store& store, const std::string& file);

}  // namespace primum::app
