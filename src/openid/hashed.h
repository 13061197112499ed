#pragma once
// SHA-256 in base64url, as PKCE challenges and at_hash have it.

#include <cstddef>
#include <string>
#include <string_view>

#include "crypto/hash.h"
#include "crypto/token.h"

namespace primum::openid {

/// The first so many bytes of the hash.
inline std::string hashed(std::string_view text, std::size_t bytes = 32) {
    const crypto::Digest digest = crypto::sha256(text);
    return crypto::base64url({reinterpret_cast<const char*>(digest.data()), bytes});
}

}  // namespace primum::openid
