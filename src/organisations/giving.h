#pragma once
// Who may give which role to others.

#include <vector>

#include "access/role.h"

namespace primum::organisations {

/// Whether a holder of one role may give, and end, the other at or below where the first is held.
bool may_give(access::Role giver, access::Role given);

/// The roles that somebody may give who holds `held` at or above an organisation, in the order in
/// which lists show them.
std::vector<access::Role> may_give(const std::vector<access::Role>& held);

}  // namespace primum::organisations
