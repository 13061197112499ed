#pragma once
// Asking people what became of their promises; done now and then by the service.

#include <cstddef>

#include "people/accounts.h"

namespace primum::events {

/// Queues a letter for every promise that is 30 or 90 days old and has not been asked about at that
/// age. What is asked is written down in the same transaction, so that each is asked once whoever
/// runs this, and however often it is started anew. The number of letters.
std::size_t ask_about_promises(const people::Accounts& accounts, Instant now);

}  // namespace primum::events
