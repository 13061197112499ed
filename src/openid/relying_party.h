#pragma once
// Sign-in with one provider: where to send the person, and who it is that comes back.
// OpenID Connect Core 1.0, code flow with PKCE (RFC 7636, S256) and RFC 9207.

#include <memory>
#include <optional>
#include <string>

#include "base/instant.h"
#include "base/random.h"
#include "openid/identity.h"
#include "openid/provider.h"
#include "openid/refusal.h"

namespace primum::openid {

/// One sign-in under way. All three are secrets of the browser that began it; whoever keeps them
/// sees to it that they are used once, by that browser, and soon.
struct Attempt {
    std::string state;
    std::string nonce;
    std::string verifier;
    std::string redirect_uri;  ///< ours, exactly as the provider has it registered
    bool again = false;        ///< whoever it is has to prove it now, though they did so before
};

struct Started {
    std::string url;  ///< the provider's page to send the person to
    Attempt attempt;
};

/// What came back in the query of our redirect URI; absent where it was not sent.
struct Returned {
    std::optional<std::string> state, code, issuer, error;
};

/// Safe to use from several threads. Asks the provider only when it has to: its discovery document
/// and keys are kept for an hour, an unknown key makes it look again at most once a minute, and
/// after a failure it is left alone for ten seconds.
class RelyingParty {
public:
    /// A provider that complete() has let pass.
    explicit RelyingParty(Provider provider, const Clock& clock = system_clock(),
                          Random& random = system_random());
    ~RelyingParty();

    const Provider& provider() const;

    /// With `again` the provider asks for the password even of those whom it knows, and its token
    /// must say that it has done so just now.
    Answer<Started> start(const std::string& redirect_uri, bool again = false);
    Answer<Identity> finish(const Attempt& attempt, const Returned& returned);

    /// Where to send the person so that the provider's own session ends too, and then back here;
    /// nothing where the provider has no such page or cannot be reached.
    std::optional<std::string> sign_out_url(const std::string& id_token, const std::string& back);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace primum::openid
