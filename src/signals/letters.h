#pragma once
// The letter that tells of signals.

#include <vector>

#include "announcements/letters.h"
#include "people/accounts.h"
#include "signals/signal.h"

namespace primum::signals {

/// One letter about all of them, without a number of any chart.
mail::Letter letter_about(const people::Accounts& accounts, const language::Language& words,
                          const std::string& to, const std::vector<Told>& told,
                          const std::string& unsubscribe_path, Instant now);

/// Queues one letter about all of them. False where the person has no account any more.
bool queue_letter(const people::Accounts& accounts,
                  const announcements::Unsubscribing& unsubscribing, store::Writer& db,
                  PersonId person, const std::vector<Told>& told, Instant now);

/// Of a signal: /organisations/ID/signals/ID.
std::string path_of(const Signal& signal);

}  // namespace primum::signals
