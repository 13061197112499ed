#pragma once
// From a plan to the database, a piece at a time.

#include <cstddef>

#include "organisations/neighbours.h"
#include "organisations/plan.h"
#include "store/audit.h"
#include "store/store.h"

namespace primum::organisations {

/// Everything that an import compares its file with. It may change what lies at or below `top`, or
/// did before it lay nowhere; the rest is there so that no code is given twice.
Register register_of(const store::Reader& db, OrganisationId top, Day today);

/// Does what a plan says for at most `most` organisations that are new or changed, and returns how
/// many are left. The plan must have been made in the same transaction.
std::size_t carry_out(store::Writer& db, const Plan& plan, const store::Stamp& stamp,
                      std::size_t most, const Neighbours& neighbours = {});

}  // namespace primum::organisations
