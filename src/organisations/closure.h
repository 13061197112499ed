#pragma once
// Who lies below whom, kept ready for every question: organisation_closure.
//
// It has one row for each chain of parent links that were in force together, valid while all of
// them were; so on any day there is at most one row for an ancestor and what lies below it. A
// change of one link touches the chains through that link and no others.

#include <vector>

#include "organisations/organisation.h"
#include "store/db.h"

namespace primum::organisations {

/// A new organisation lies below itself, always.
void plant(store::Writer& db, OrganisationId organisation);

/// Makes `after` the parents of an organisation that has the parents `before`: the links
/// themselves, and every chain through them. The cost grows with what lies below `child`.
void replace_links(store::Writer& db, OrganisationId child, const std::vector<ParentLink>& before,
                   const std::vector<ParentLink>& after);

}  // namespace primum::organisations
