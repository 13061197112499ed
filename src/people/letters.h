#pragma once
// What this room writes to people, in their language.

#include <chrono>
#include <string>

#include "html/html.h"
#include "language/language.h"
#include "mail/outbox.h"
#include "people/accounts.h"
#include "people/person.h"
#include "store/db.h"

namespace primum::people {

/// The language that a person has chosen; `otherwise` where they have not.
const language::Language& words_for(const Accounts& accounts, const Person& person,
                                    const language::Language& otherwise);

/// A link with which to choose a new password.
mail::Letter reset_letter(const Accounts& accounts, const language::Language& words,
                          const std::string& to, const std::string& token, Instant now);

/// A link that confirms a new address.
mail::Letter confirm_email_letter(const Accounts& accounts, const language::Language& words,
                                  const std::string& to, const std::string& token, Instant now);

/// Somebody asks a person to take part.
struct Invited {
    std::string email;
    std::string inviter;       ///< their name
    std::string organisation;  ///< its name
};
mail::Letter invitation_letter(const Accounts& accounts, const language::Language& words,
                               const Invited& invited, const std::string& token, Instant now);

/// What has been changed, so that the owner of an account hears of what a stranger might have done.
enum class Changed : std::uint8_t { password, email, second_factor_added, second_factor_removed };
mail::Letter changed_letter(const Accounts& accounts, const language::Language& words,
                            const std::string& to, Changed what, Instant now);

}  // namespace primum::people
