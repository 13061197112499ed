#pragma once
// What every installation begins with.

#include "base/instant.h"
#include "store/store.h"

namespace primum::app {

/// Puts the content that the executable carries into a database that lacks it.
void bring_content(store::Store& store, Day today);

}  // namespace primum::app
