#pragma once
// From the library to the dictionary: a ready measure becomes one that organisations can open.

#include <span>

#include "base/checked.h"
#include "library/item.h"
#include "measures/measure.h"
#include "store/db.h"
#include "store/scope.h"
#include "store/stamp.h"

namespace primum::measures {

/// Makes an agreed measure of each row of the library's set "measures", with the row's code, unless
/// one has been made of it. Returns how many were made. Refuses a row that cannot be read, and one
/// whose code another measure has; nothing may be kept of the transaction then.
Checked<std::size_t> take_up(store::Writer& db, const store::Writable& owner,
                             const store::Stamp& stamp, std::span<const library::Item> rows,
                             Day from);

}  // namespace primum::measures
