#pragma once
// What an ID token must say before we believe it (OpenID Connect Core 1.0, section 3.1.3.7).

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "openid/document.h"
#include "openid/refusal.h"

namespace primum::openid {

/// Two clocks may differ by so much.
inline constexpr std::chrono::seconds kSkew{60};

struct Expected {
    std::string issuer;
    std::string client_id;
    std::string nonce;
    std::string access_token;  ///< that came with it
    std::optional<std::chrono::seconds> max_age;
    std::vector<std::string> acr;
    Instant now;
};

/// Why the claims of a token with a good signature do not serve; empty where they do.
std::string objection(const Json& claims, const Expected& expected);

}  // namespace primum::openid
