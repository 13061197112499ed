#pragma once
// Roles that somebody holds because their identity provider says so.

#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "openid/identity.h"
#include "store/db.h"
#include "store/stamp.h"

namespace primum::organisations {

/// Makes the roles that a provider gives a person exactly these: gives new ones from today on, ends
/// those it gave before and gives no longer. Roles that people gave are not touched. Ends the
/// person's sessions where a role ends. What cannot be done stays as it is and is named in words
/// for the log: no such organisation or one that is closed, the last administrator.
std::vector<std::string> take_provider_roles(store::Writer& db, const store::Stamp& stamp,
                                             PersonId person, std::string_view provider,
                                             const std::vector<openid::Given>& given);

}  // namespace primum::organisations
