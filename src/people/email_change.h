#pragma once
// Another address for an account.

#include <optional>
#include <string>
#include <string_view>

#include "language/language.h"
#include "people/accounts.h"
#include "people/person.h"
#include "store/stamp.h"

namespace primum::people {

/// Sends a link to the new address, or none where another account has it: what is answered must be
/// the same.
void ask_for_email(const Accounts& accounts, store::Writer& db, const language::Language& words,
                   PersonId person, const std::string& email, const store::Stamp& stamp);

/// The address that this person's link confirms, while it is good.
std::optional<std::string> find_email_to_confirm(const store::Reader& db, PersonId person,
                                                 std::string_view token, Instant now);

/// False where the link is no longer good or the address has been taken since.
bool confirm_email(const Accounts& accounts, store::Writer& db, const language::Language& words,
                   PersonId person, std::string_view token, const store::Stamp& stamp);

/// Without a link, for an installation that cannot send any. Tells the former address once it can.
bool change_email(const Accounts& accounts, store::Writer& db, const language::Language& words,
                  PersonId person, const std::string& email, const store::Stamp& stamp);

}  // namespace primum::people
