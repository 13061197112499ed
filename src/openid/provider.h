#pragma once
// What an operator says about one identity provider: plain data that the settings file fills.
// docs/openid.md describes every setting.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/checked.h"

namespace primum::openid {

/// Whoever's claim has this value holds this role in that organisation. The claim is text, a list
/// of texts, or a list of objects where `field` names the member that is compared.
struct RoleRule {
    std::string claim;               ///< "roles"; a member of a member as "realm_access.roles"
    std::string field;               ///< "role_code" where the claim is a list of objects
    std::string value;               ///< "Primum.Editor", compared exactly
    std::string role;                ///< as access::name() spells it: "team_member"
    std::string organisation;        ///< its code; or
    std::string organisation_field;  ///< the member of the same object that holds the code
    /// Only the object that the person has chosen: the one whose `chosen_field` equals the claim
    /// `chosen_claim`. Both empty where every object counts.
    std::string chosen_claim, chosen_field;
};

/// How the token endpoint is told the client's secret (RFC 6749, section 2.3.1).
enum class SecretBy : std::uint8_t { post, basic };

struct Provider {
    std::string key;     ///< in our URLs: "entra"; small letters, digits and hyphens
    std::string label;   ///< on the sign-in page: "your NHS.net account"
    std::string issuer;  ///< exactly as the provider's tokens spell it
    std::string client_id;
    std::string secret;       ///< or
    std::string secret_file;  ///< whose first line is the secret
    SecretBy secret_by = SecretBy::post;

    std::vector<std::string> scopes{"openid", "profile", "email"};
    std::vector<std::pair<std::string, std::string>>
        parameters;                               ///< more, of the authorise request
    std::string prompt;                           ///< "login", "select_account"; empty: none
    std::optional<std::chrono::seconds> max_age;  ///< how long ago the person may have signed in
    std::vector<std::string> acr;                 ///< one of these is asked for and insisted on
    bool userinfo = true;                         ///< ask the userinfo endpoint as well

    std::vector<std::string> person{"sub"};  ///< claims that together name the person for ever
    std::string name_claim = "name";
    std::string email_claim = "email";
    std::string email_verified_claim = "email_verified";
    std::vector<std::string> domains;  ///< email domains that this provider may vouch for
    std::vector<std::string> tenants;  ///< values of "tid" that may sign in; empty: not looked at
    std::vector<RoleRule> roles;

    std::vector<std::string> networks;  ///< addresses that are not public and may be reached
    std::string ca_file;                ///< PEM of a private authority; empty: the system's
};

/// The same with its secret read from the file; or one sentence for the operator.
Checked<Provider> complete(Provider provider);

}  // namespace primum::openid
