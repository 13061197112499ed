#pragma once
// Sums above organisations follow when the tree changes: by the tree of each period, so that
// history stays where it was.

#include <functional>

#include "base/id.h"
#include "store/db.h"

namespace primum::measures {

/// Takes what the series at or below an organisation add to what lies above them out of the sums;
/// what is returned puts it where they lie by then. Everything between is one transaction.
std::function<void()> moving(store::Writer& db, OrganisationId organisation);

}  // namespace primum::measures
