#pragma once
// How a token is written: prm_KEY_SECRET_CHECK, 65 characters.
//
// KEY is 8 letters and digits by which it is found and named; SECRET is 32 random bytes as 43 of
// them; CHECK is the CRC-32 of all before it, in hexadecimal, so that a token that was mistyped or
// cut is refused without a look at the database, and scanners for leaked secrets can be sure.

#include <optional>
#include <string>
#include <string_view>

#include "base/random.h"

namespace primum::api {

struct Secret {
    std::string key;
    std::string secret;

    std::string text() const;
    /// SHA-256 of the secret, in hexadecimal: what the database has.
    std::string hash() const;
    friend bool operator==(const Secret&, const Secret&) = default;
};

Secret make_secret(Random& random = system_random());

/// Nothing where the text is not exactly one.
std::optional<Secret> parse_secret(std::string_view text);

}  // namespace primum::api
