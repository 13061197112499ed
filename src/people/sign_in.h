#pragma once
// From an address and a password to a session.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "people/accounts.h"
#include "people/session.h"
#include "store/stamp.h"

namespace primum::people {

enum class Outcome : std::uint8_t {
    wrong,      ///< not which of the two, and not whether there is such a person
    wait,       ///< too many attempts: not even looked at
    asks_code,  ///< right so far; the token is for give_code()
    too_late,   ///< the token is no longer good: begin again
    signed_in,
};

struct SignIn {
    Outcome outcome = Outcome::wrong;
    Instant wait_until = {};
    std::string token = {};   ///< of the session, or for the code
    std::string device = {};  ///< token for the cookie of a device that is known from now on
};

/// Takes as long for people who do not exist. Each attempt counts before it is looked at.
SignIn sign_in(Accounts& accounts, const Visitor& visitor, std::string_view email,
               std::string_view password, const store::Stamp& stamp);

/// The code of the app, or a recovery code.
SignIn give_code(Accounts& accounts, const Visitor& visitor, std::string_view token,
                 std::string_view code, const store::Stamp& stamp);

/// Whether somebody who is signed in knows their password. Counts, so that a borrowed session is no
/// place to guess.
struct Guess {
    bool right = false;
    std::optional<Instant> wait_until = {};
};
Guess check_own_password(Accounts& accounts, PersonId person, const Visitor& visitor,
                         std::string_view password, Instant now);

/// Asks somebody who is signed in for the password again; gives another token for their session.
/// With a second factor, `code` is asked for as well.
SignIn sign_in_again(Accounts& accounts, const access::Session& session, const Visitor& visitor,
                     std::string_view password, std::string_view code, const store::Stamp& stamp);

}  // namespace primum::people
