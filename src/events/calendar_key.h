#pragma once
// The secret address of a person's own calendar: known to them and their calendar alone. The
// database has its hash only.

#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/instant.h"
#include "store/db.h"
#include "store/stamp.h"

namespace primum::events {

/// When the address in force was made; nothing where there is none.
std::optional<Instant> calendar_key_made_at(const store::Reader& db, PersonId person);

/// A new secret, shown once; an earlier one works no longer.
std::string make_calendar_key(store::Writer& db, const store::Stamp& stamp, PersonId person);

void revoke_calendar_key(store::Writer& db, const store::Stamp& stamp, PersonId person);

/// Whose calendar it is; nothing where the secret is unknown or revoked, or its owner may not sign
/// in any more.
std::optional<PersonId> owner_of_calendar(const store::Reader& db, std::string_view secret);

}  // namespace primum::events
