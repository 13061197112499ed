#pragma once
// Tokens in the database: made, listed and ended by people of an organisation.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/token.h"
#include "api/secret.h"
#include "store/db.h"
#include "store/scope.h"
#include "store/stamp.h"
#include "store/store.h"

namespace primum::api {

struct KeptToken;
using TokenId = Id<KeptToken>;

inline constexpr std::chrono::days kLongestLife{366};

struct KeptToken {
    TokenId id;
    std::string key;
    std::string name;  ///< what it is for, as people say it: "Ward system"
    access::Rights rights;
    std::string made_by;  ///< a name; empty where nobody knows
    Instant made_at;
    Instant expires_at;
    std::optional<Instant> last_used_at;  ///< to the hour
    std::optional<Instant> ended_at;

    bool works(Instant now) const { return !ended_at && now < expires_at; }
};

/// "read", "data:write", "public": as requests, documents and the database spell them.
std::string names(access::Rights rights);
std::optional<access::Right> parse_right(std::string_view name);

/// The secret is not kept: whoever makes it shows it, once.
TokenId save_token(store::Writer& db, const store::Writable& organisation,
                   const store::Stamp& stamp, const Secret& secret, const KeptToken& token);

/// The latest first, with those that have ended.
std::vector<KeptToken> tokens_of(const store::Reader& db, const store::Readable& organisation);

/// False where there is none that has not ended.
bool end_token(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
               TokenId id);

/// Whose token this text is, where it works now; notes that it was used, once an hour.
std::optional<access::Token> recognise(store::Store& store, const store::Reader& db,
                                       std::string_view text, Instant now);

}  // namespace primum::api
