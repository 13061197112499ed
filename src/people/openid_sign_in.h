#pragma once
// From what a provider says of somebody to a session.

#include <cstdint>
#include <optional>
#include <string>

#include "access/context.h"
#include "openid/identity.h"
#include "people/accounts.h"
#include "people/openid_providers.h"
#include "people/session.h"
#include "store/stamp.h"

namespace primum::people {

enum class Arrival : std::uint8_t {
    signed_in,
    no_role,      ///< no rule fits, and nobody has given a role: nothing was opened
    no_email,     ///< somebody new whose provider names no address that could be used
    email_taken,  ///< somebody new with the address of an account that may not be joined
    disabled,
    somebody_else,  ///< asked again who they are, and it is another person
};

struct Arrived {
    Arrival how = Arrival::no_role;
    std::string token = {};  ///< of the session
};

/// Finds the account by issuer and subject; by email address only where the identity says that it
/// can be trusted; else makes one where a rule gives a role. The provider's roles are taken anew.
Arrived sign_in_with(Accounts& accounts, const OpenId& providers, const openid::Identity& identity,
                     const Visitor& visitor, const store::Stamp& stamp);

/// Somebody who is signed in has been asked again who they are.
Arrived sign_in_again_with(Accounts& accounts, const OpenId& providers,
                           const openid::Identity& identity, const access::Session& session,
                           const store::Stamp& stamp);

/// Where a session that began at a provider ends there too, and comes back from to `back`; absent
/// for other sessions, and where the provider has no such page. Ask before the session ends here.
std::optional<std::string> provider_sign_out(const OpenId& providers, const store::Reader& db,
                                             std::string_view session, const std::string& back);

}  // namespace primum::people
