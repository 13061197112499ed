#pragma once
// What was changed, by whom: written in the transaction of the change itself, and chained by hashes
// so that no entry can be changed or taken away unnoticed.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "store/db.h"
#include "store/scope.h"
#include "store/stamp.h"

namespace primum::store {

/// Whose chain holds what belongs to no organisation: accounts, settings.
OrganisationId installation();

struct Change {
    std::string_view action;  ///< "organisations.rename", a room and a verb
    std::string_view object;  ///< id of what was changed
    std::string_view before;  ///< JSON, empty where there was nothing
    std::string_view after;   ///< JSON, empty where nothing is left; never secrets
};

/// Appends to the chain of the organisation that owns what was changed.
void record(Writer& db, const Writable& owner, const Stamp& stamp, const Change& change);

/// The same for the installation's own chain.
void record(Writer& db, const Stamp& stamp, const Change& change);

/// The first entry that is not as it was written, or missing.
struct BadEntry {
    OrganisationId owner;
    std::int64_t number;  ///< of the entry in its chain, from 1
    std::string why;
};

/// Reads every chain; nothing where all are whole.
std::optional<BadEntry> verify_audit(const Reader& db, const Scope& system);

}  // namespace primum::store
