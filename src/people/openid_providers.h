#pragma once
// The identity providers that people may sign in with, ready to be asked.

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/keys.h"
#include "crypto/seal.h"
#include "openid/relying_party.h"
#include "people/accounts.h"
#include "store/db.h"
#include "store/stamp.h"

namespace primum::people {

class OpenId {
public:
    /// Makes the roles that a provider gives a person exactly these; gives what could not be done.
    using TakeRoles = std::function<std::vector<std::string>(store::Writer&, const store::Stamp&,
                                                             PersonId, std::string_view provider,
                                                             const std::vector<openid::Given>&)>;
    /// Told why somebody could not sign in, or not as the rules say: for the log.
    using Tell = std::function<void(std::string_view provider, std::string_view request,
                                    std::string_view reason)>;

    OpenId(std::vector<openid::Provider> providers, const crypto::Keys& keys, TakeRoles roles,
           Tell teller, const Clock& clock = system_clock());

    /// Nothing where the settings do not name it.
    openid::RelyingParty* find(std::string_view key) const;

    /// For the sign-in page, in the order of the settings.
    std::vector<Provider> doors() const;

    const TakeRoles take_roles;
    const Tell tell;
    const crypto::Seal
        seal;  ///< of what a sign-in keeps until the person is back, and of ID tokens

private:
    std::vector<std::unique_ptr<openid::RelyingParty>> parties_;
};

}  // namespace primum::people
