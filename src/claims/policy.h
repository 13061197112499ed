#pragma once
// Who keeps claims.

#include "access/policy.h"

namespace primum::claims {

/// Publishing claims and withdrawing them: a campaign's office its own, and those who lead an
/// organisation theirs.
inline constexpr access::Policy claim_keepers{
    "claim_keepers",
    access::Audience::role_holders,
    {access::Role::administrator, access::Role::campaign_office, access::Role::chief_executive,
     access::Role::executive, access::Role::medical_director, access::Role::nursing_director,
     access::Role::improvement_lead},
    store::Reach::write};

}  // namespace primum::claims
