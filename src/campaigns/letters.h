#pragma once
// What this room writes to people.

#include <string>
#include <string_view>

#include "campaigns/campaign.h"
#include "campaigns/membership.h"
#include "campaigns/pledge.h"
#include "language/language.h"
#include "mail/outbox.h"
#include "people/accounts.h"

namespace primum::campaigns {

/// A person pledged: the link confirms that the address is theirs. It tells nothing but what was
/// just typed, and is the same whether or not the address is known.
mail::Letter confirm_letter(const people::Accounts& accounts, const language::Language& words,
                            const Campaign& campaign, const PersonalPledge& pledge,
                            const std::string& key, Instant now);
/// The same for somebody who was signed in: the link leads to the pledge.
mail::Letter thanks_letter(const people::Accounts& accounts, const language::Language& words,
                           const Campaign& campaign, const PersonalPledge& pledge,
                           const std::string& key, Instant now);
/// The day has come: have you done it?
mail::Letter ask_letter(const people::Accounts& accounts, const Campaign& campaign,
                        const PersonalPledge& pledge, const std::string& key, Instant now);

/// To whoever signed, in their language: the office has decided. Nothing is written where the
/// membership was signed by nobody we know.
void tell_signer(const people::Accounts& accounts, store::Writer& db, const Campaign& campaign,
                 const Membership& membership, std::string_view organisation, Instant now);
/// To whoever signed for the campaign before: it goes on in this one.
void tell_carried_over(const people::Accounts& accounts, store::Writer& db, const Campaign& from,
                       const Campaign& to, OrganisationId organisation, Instant now);

}  // namespace primum::campaigns
