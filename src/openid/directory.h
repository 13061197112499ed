#pragma once
// What a provider publishes of itself (OpenID Connect Discovery 1.0): endpoints and keys, kept for
// a while so that a sign-in costs the provider, and us, no more than it must.

#include <memory>
#include <string>

#include "base/instant.h"
#include "openid/fetch.h"
#include "openid/keys.h"
#include "openid/refusal.h"

namespace primum::openid {

struct Metadata {
    std::string authorization_endpoint;
    std::string token_endpoint;
    std::string jwks_uri;
    std::string userinfo_endpoint;     ///< empty where there is none
    std::string end_session_endpoint;  ///< empty where there is none
    bool names_issuer = false;         ///< answers always carry "iss" (RFC 9207)
};

/// Refused: a document of another issuer, an endpoint that is absent or that may not be opened.
Answer<Metadata> read_metadata(const Json& document, const std::string& issuer,
                               const Outside& outside);

/// Safe to use from several threads: one asks the provider, the others wait a second for it.
class Directory {
public:
    Directory(std::string issuer, Outside outside, const Clock& clock);
    ~Directory();

    Answer<Metadata> metadata();

    /// The keys, asked for again where none of them fits: keys change.
    Answer<Keys> keys_for(const TokenHeader& header);

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The JSON object that a reply of status 200 holds.
Answer<Json> document_of(const std::string& url, const Answer<Reply>& reply);

}  // namespace primum::openid
