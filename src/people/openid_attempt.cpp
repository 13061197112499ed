#include "people/openid_attempt.h"

#include "crypto/hash.h"

namespace primum::people {
namespace {

struct Sealed {
    OpenIdAttempt attempt;
    std::string nonce, verifier, browser;
    Instant created_at;
};

Sealed read_sealed(const store::Row& row) {
    Sealed sealed;
    sealed.attempt.provider = row.get<std::string>(0);
    sealed.nonce = row.get<std::string>(1);
    sealed.verifier = row.get<std::string>(2);
    sealed.attempt.return_to = row.get<std::string>(3);
    sealed.attempt.attempt.again = row.get<bool>(4);
    sealed.browser = row.get<std::string>(5);
    sealed.created_at = row.get<Instant>(6);
    return sealed;
}

}  // namespace

void save_attempt(store::Writer& db, const crypto::Seal& seal, const OpenIdAttempt& attempt,
                  std::string_view browser, Instant now) {
    const std::string state = crypto::sha256_hex(attempt.attempt.state);
    db.run("DELETE FROM oidc_attempts WHERE created_at <= $1", now - kAttemptKept);
    db.run(R"sql(
        INSERT INTO oidc_attempts (state_hash, browser_hash, provider, nonce, verifier, return_to,
                                   again, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    )sql",
           state, crypto::sha256_hex(browser), attempt.provider,
           seal.seal(attempt.attempt.nonce, state), seal.seal(attempt.attempt.verifier, state),
           attempt.return_to, attempt.attempt.again, now);
}

std::optional<OpenIdAttempt> take_attempt(store::Writer& db, const crypto::Seal& seal,
                                          std::string_view state_text, std::string_view browser,
                                          Instant now) {
    const std::string state = crypto::sha256_hex(state_text);
    auto found = db.one(read_sealed, R"sql(
        SELECT provider, nonce, verifier, return_to, again, browser_hash, created_at
          FROM oidc_attempts WHERE state_hash = $1
    )sql",
                        state);
    // Another browser's visit does not use it up: nobody can spoil a sign-in by opening its
    // address.
    if (!found || found->browser != crypto::sha256_hex(browser)) return std::nullopt;
    if (db.run("DELETE FROM oidc_attempts WHERE state_hash = $1", state) == 0) return std::nullopt;
    if (found->created_at <= now - kAttemptKept) return std::nullopt;
    const auto nonce = seal.open(found->nonce, state);
    const auto verifier = seal.open(found->verifier, state);
    if (!nonce || !verifier) return std::nullopt;
    found->attempt.attempt.state = state_text;
    found->attempt.attempt.nonce = *nonce;
    found->attempt.attempt.verifier = *verifier;
    return std::move(found->attempt);
}

}  // namespace primum::people
