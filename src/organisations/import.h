#pragma once
// From a plan to the database, a piece at a time.

#include <cstddef>

#include "organisations/plan.h"
#include "store/audit.h"
#include "store/store.h"

namespace primum::organisations {

/// Everything that an import compares its file with.
Register register_of(const store::Reader& db);

/// Does what a plan says for at most `most` organisations that are new or changed, and returns how
/// many are left. The plan must have been made in the same transaction.
std::size_t carry_out(store::Writer& db, const Plan& plan, const store::Stamp& stamp,
                      std::size_t most);

}  // namespace primum::organisations
