#pragma once
// A forgotten password.

#include <string>
#include <string_view>

#include "language/language.h"
#include "people/accounts.h"
#include "store/stamp.h"

namespace primum::people {

/// Queues a letter with a link where an account has this address and a password, and does nothing
/// otherwise: what is answered must be the same. Asked often for one address, it does nothing
/// either.
void ask_for_reset(const Accounts& accounts, store::Writer& db, const language::Language& words,
                   std::string_view email, const store::Stamp& stamp);

/// The person whose link this is, while it is good.
std::optional<Person> find_by_reset_link(const store::Reader& db, std::string_view token,
                                         Instant now);

/// Ends every session. False where the link is no longer good: another was faster, perhaps.
bool reset_password(const Accounts& accounts, store::Writer& db, const language::Language& words,
                    std::string_view token, std::string_view hash, const store::Stamp& stamp);

}  // namespace primum::people
