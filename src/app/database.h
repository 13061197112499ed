#pragma once
// The database that a verb's options name.

#include <functional>

#include "app/settings.h"
#include "base/checked.h"
#include "store/store.h"

namespace primum::app {

using UseStore = std::function<Checked<void>(store::Store&)>;

/// Opens the database, which must exist and be of this program's schema, for as long as it takes.
/// What cannot be opened or done is refused with the reason.
Checked<void> with_database(const Settings& settings, const UseStore& use);

/// The same of any schema; makes the database where there is none.
Checked<void> with_any_database(const Settings& settings, const UseStore& use);

}  // namespace primum::app
