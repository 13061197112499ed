#pragma once
// A provider's public keys, and what they have signed. libcjose stays in keys.cpp.

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "openid/document.h"
#include "openid/refusal.h"

namespace primum::openid {

/// What a signed token says of its own signature.
struct TokenHeader {
    std::string algorithm;  ///< RS256, PS256 or ES256
    std::string key;        ///< "kid"; empty where there is none
};

/// Refused: not three parts of base64url, another algorithm ("none" and HS256 above all), an
/// extension that we would have to understand ("crit").
Answer<TokenHeader> read_header(std::string_view token);

class Keys {
public:
    Keys();

    /// The keys of a JWK set (RFC 7517) that can verify; others are passed over. Refused: no list.
    static Answer<Keys> read(const Json& set);

    /// Is there a key for it? Where not, the provider may have changed its keys since.
    bool have(const TokenHeader& header) const;

    /// What the token says, once its signature is good.
    Answer<std::string> verify(std::string_view token, const TokenHeader& header) const;

    std::size_t size() const;

private:
    struct Key;
    struct All;
    std::shared_ptr<const All> all_;  // immutable, so that copies may share it
    const Key* find(const TokenHeader& header) const;
};

}  // namespace primum::openid
