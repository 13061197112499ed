#pragma once
// The content that Primum brings with it.

#include "store/store.h"

namespace primum::library {

/// Puts every row of content/library into a database that lacks it, as an agreed first version from
/// the day `from`. Rows that are there stay as their owners left them. Done at every start.
void stock(store::Store& store, Day from);

}  // namespace primum::library
