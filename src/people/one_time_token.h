#pragma once
// Links that let somebody do one thing once. The database has the SHA-256 of their tokens only.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/instant.h"
#include "store/db.h"

namespace primum::people {

enum class Purpose : std::uint8_t {
    setup,          ///< makes an administrator; of one address where it has one
    invitation,     ///< accepts one
    reset,          ///< chooses a new password
    email,          ///< confirms a new address
    second_factor,  ///< the password was right, the code is still missing
    device,         ///< a device on which this person has signed in before; used many times
};

/// How long one is good for; a setup link until it is used.
std::optional<std::chrono::seconds> lifetime(Purpose purpose);

struct OneTime {
    Purpose purpose;
    std::optional<PersonId> person = {};
    std::optional<OrganisationId> organisation = {};  ///< of an invitation
    std::string object = {};                          ///< id of the invitation
    std::string email = {};
};

/// Gives the token, of which there is no other copy.
std::string make_token(store::Writer& db, const OneTime& what, Instant now);

/// What a token is for, while it is good.
std::optional<OneTime> find_token(const store::Reader& db, Purpose purpose, std::string_view token,
                                  Instant now);

/// True for whoever comes first, and for nobody afterwards.
bool use_token(store::Writer& db, Purpose purpose, std::string_view token, Instant now);

/// Takes away every one of that kind: of a person, of an object, or of nobody.
void forget_tokens_of(store::Writer& db, Purpose purpose, PersonId person);
void forget_tokens_about(store::Writer& db, Purpose purpose, std::string_view object);
void forget_tokens_for(store::Writer& db, Purpose purpose, std::string_view email);

}  // namespace primum::people
