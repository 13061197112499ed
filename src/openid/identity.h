#pragma once
// Who a provider says somebody is, and what the operator's rules make of it.

#include <string>
#include <vector>

#include "openid/document.h"
#include "openid/provider.h"
#include "openid/refusal.h"

namespace primum::openid {

/// A role that a rule gives, in an organisation that is known by its code.
struct Given {
    std::string role;
    std::string organisation;
    friend auto operator<=>(const Given&, const Given&) = default;
};

struct Identity {
    std::string provider;  ///< key of the provider
    std::string issuer;
    std::string subject;  ///< names the person at this issuer for ever; the claims joined with "/"
    std::string name;     ///< as the provider has it, without control characters; may be empty
    std::string email;    ///< empty where there is none that looks like one
    /// The provider says that the address is the person's, and the operator lets it say so for the
    /// address's domain. Nothing else may be used to find an account by email.
    bool email_trusted = false;
    std::vector<Given> roles;  ///< sorted, each once; empty where no rule fits
    std::string id_token;      ///< to end the provider's session with; a secret
};

/// From the claims of a verified ID token and, where it was asked, of userinfo. Where both have a
/// claim, the ID token's counts. Refused: no claim that names the person, or a foreign tenant.
Answer<Identity> identify(const Provider& provider, const Json& id_token, const Json* userinfo);

}  // namespace primum::openid
