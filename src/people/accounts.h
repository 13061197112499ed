#pragma once
// What every action of this room works with; made once, when the program starts.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "crypto/keys.h"
#include "crypto/password.h"
#include "crypto/seal.h"
#include "html/url.h"
#include "language/language.h"
#include "mail/outbox.h"
#include "people/presence.h"
#include "store/stamp.h"
#include "store/store.h"

namespace primum::people {

/// Another way to sign in: an organisation's own accounts.
struct Provider {
    std::string label;  ///< "NHS Care Identity"
    html::Url where;    ///< of its route, which takes ?return=…
};

struct Settings {
    std::string public_url;  ///< as the front door has it: "https://primum.example/safety"
    std::string service = "Primum";
    bool sends_mail = false;  ///< a mail server is known; otherwise letters wait, and pages say so
    std::vector<Provider> providers = {};
    crypto::PasswordCost password_cost = {};
    unsigned passwords_waiting = 32;  ///< to be checked, at most; the next is told to come again

    /// Whether cookies carry Secure and the prefix __Host-; otherwise only this very machine may
    /// sign in.
    bool is_secure() const { return public_url.starts_with("https://"); }
};

/// What rooms further right do when accounts change, in the same transaction.
struct Hooks {
    /// An invitation has been accepted: give the person what it promised.
    std::function<void(store::Writer&, const store::Stamp&, PersonId, OrganisationId,
                       std::string_view invitation)>
        accept_invitation;
    /// Make an administrator: of a new organisation of this name at the top of the tree or, where
    /// the name is empty, of those that are there.
    std::function<void(store::Writer&, const store::Stamp&, PersonId,
                       std::string_view organisation)>
        make_administrator;
    /// Where a session that began at a provider ends there too, and comes back from to `back`;
    /// empty where there are no providers. See openid_sign_in.h.
    std::function<std::optional<std::string>(const store::Reader&, std::string_view session,
                                             const std::string& back)>
        provider_sign_out = {};
};

struct Accounts {
    Accounts(store::Store& the_store, const language::Languages& the_languages,
             const crypto::Keys& keys, Settings the_settings, Hooks the_hooks);

    store::Store& store;
    const language::Languages& languages;
    const Settings settings;
    const Hooks hooks;
    crypto::Seal seal;  ///< of secrets of authenticator apps
    mail::Outbox outbox;
    Presence presence;

    /// As crypto::Passwords, but says store::Busy where too many passwords are being checked, which
    /// the front door answers with "try again soon".
    std::string hash_password(std::string_view password);
    crypto::Passwords::Answer check_password(std::string_view password, std::string_view hash);
    void check_nobody(std::string_view password);

    /// For letters: "https://primum.example/safety" and a path that begins with "/".
    std::string link(std::string_view path) const {
        return settings.public_url + std::string(path);
    }

private:
    crypto::Passwords passwords_;
};

}  // namespace primum::people
