#pragma once
// How an organisation came to be what it is, and what became of it.

#include <string>
#include <vector>

#include "organisations/organisation.h"
#include "store/db.h"

namespace primum::organisations {

/// The latest first.
std::vector<FormerName> former_names_of(const store::Reader& db, OrganisationId id);

std::vector<Identifier> identifiers_of(const store::Reader& db, OrganisationId id);

/// One side of a succession with the name of the other.
struct Relative {
    OrganisationId id;
    std::string name;
    Day on;
};

/// Into which it was merged: usually one.
std::vector<Relative> successors_of(const store::Reader& db, OrganisationId id);

/// Of which it was formed, or which were merged into it, in order of time.
std::vector<Relative> predecessors_of(const store::Reader& db, OrganisationId id);

/// Its name on a day.
std::string name_on(const std::vector<FormerName>& former, const Organisation& now, Day day);

}  // namespace primum::organisations
