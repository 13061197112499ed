#pragma once
// How people come to have an account: the first by a link that the program prints, all others by
// invitation.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/checked.h"
#include "language/language.h"
#include "people/accounts.h"
#include "people/letters.h"
#include "people/one_time_token.h"
#include "people/person.h"
#include "store/stamp.h"

namespace primum::people {

/// Writes to somebody that they may join. `organisation` and `invitation` come back to
/// Hooks::accept_invitation. In the transaction that saves the invitation. Gives the link, to be
/// shown only where no letter can be sent: whoever has it can use it.
std::string invite(const Accounts& accounts, store::Writer& db, const language::Language& words,
                   const Invited& invited, OrganisationId organisation, std::string_view invitation,
                   Instant now);

/// Takes the link of an invitation back.
void withdraw_invitation(store::Writer& db, std::string_view invitation);

/// What somebody who joins tells of themselves.
struct Joining {
    std::string email;
    std::string name;
    std::string organisation;  ///< name of the first one; empty where there is one already
    std::string language;
    std::string password_hash;
};

enum class Joined : std::uint8_t {
    done,
    link_is_used,   ///< or out of date, or withdrawn
    email_is_taken  ///< sign in with it instead
};

/// A new account for the address of the invitation.
Joined accept_invitation(const Accounts& accounts, store::Writer& db, std::string_view token,
                         const Joining& joining, store::Stamp stamp);

/// The same by somebody who has an account with that address.
Joined accept_invitation(const Accounts& accounts, store::Writer& db, std::string_view token,
                         const Person& person, const store::Stamp& stamp);

/// A link with which the first administrator sets everything up; absent where somebody has an
/// account. Links printed before no longer work.
std::optional<std::string> setup_link(Accounts& accounts);

/// A link with which the person of this address becomes an administrator or, where they have an
/// account, chooses a new password. For the operator at the machine.
Checked<std::string> administrator_link(Accounts& accounts, std::string_view email);

/// For somebody who has lost phone and recovery codes: their password is enough from now on. For
/// the operator at the machine, once it is certain who asks.
Checked<void> remove_app_of(Accounts& accounts, std::string_view email);

/// Whether the tree of organisations still has no first one.
bool needs_organisation(const store::Reader& db);

/// What the link is for, while it is good: a setup link without an address is good only while
/// nobody has an account.
std::optional<OneTime> find_setup(const store::Reader& db, std::string_view token, Instant now);

Joined set_up(const Accounts& accounts, store::Writer& db, std::string_view token,
              const Joining& joining, store::Stamp stamp);

}  // namespace primum::people
