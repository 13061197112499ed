#pragma once
// The two requests that a sign-in makes to its provider: tokens for the code, claims for the token.

#include <string>

#include "openid/directory.h"
#include "openid/provider.h"

namespace primum::openid {

struct Tokens {
    std::string access_token;
    std::string id_token;  ///< not verified yet
};

/// Refused: the provider does not take the code, answers with too much or without a token.
Answer<Tokens> exchange(const Provider& provider, const Outside& outside, const Metadata& metadata,
                        const std::string& code, const std::string& verifier,
                        const std::string& redirect_uri);

/// Claims about `subject`. Refused: claims about anybody else (OpenID Connect Core, 5.3.2).
Answer<Json> ask_userinfo(const Outside& outside, const Metadata& metadata,
                          const std::string& access_token, const std::string& subject);

}  // namespace primum::openid
