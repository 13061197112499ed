#pragma once
// Sign-ins that are under way at a provider: kept for ten minutes, for the browser that began them,
// and used once.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "crypto/seal.h"
#include "openid/relying_party.h"
#include "store/db.h"

namespace primum::people {

inline constexpr std::chrono::minutes kAttemptKept{10};

struct OpenIdAttempt {
    std::string provider;  ///< key
    openid::Attempt attempt;
    std::string return_to;  ///< page on this site
};

/// `browser` names the browser that begins, and is the same when it comes back. Takes away attempts
/// that nobody came back from.
void save_attempt(store::Writer& db, const crypto::Seal& seal, const OpenIdAttempt& attempt,
                  std::string_view browser, Instant now);

/// What a state belongs to, once only, and only for the browser that began; without redirect_uri,
/// which the database does not have.
std::optional<OpenIdAttempt> take_attempt(store::Writer& db, const crypto::Seal& seal,
                                          std::string_view state, std::string_view browser,
                                          Instant now);

}  // namespace primum::people
