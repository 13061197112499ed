#pragma once
// Against guessing: how often somebody may try. Kept in the database, for there may be several
// processes; an account is never locked for good, or anybody could lock anybody out.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "store/db.h"

namespace primum::people {

/// None for the first five failures in a row, then 1, 2, 4 … seconds up to 15 minutes.
std::chrono::seconds wait_after_failures(int failures);

/// Whose attempts are counted.
std::string account_subject(std::string_view email);
std::string device_subject(std::string_view device_hash);
std::string network_subject(std::string_view network);

/// Counts an attempt as a failure until forgive() is called; when it must wait instead, until when.
/// Counting first means that a hundred attempts at once are a hundred attempts.
std::optional<Instant> blocked_until(store::Writer& db, const std::string& subject, Instant now);

/// The attempt was right after all.
void forgive(store::Writer& db, const std::string& subject);

/// The same for a network, of which many people may share one: 20 attempts a minute.
std::optional<Instant> network_blocked_until(store::Writer& db, const std::string& network,
                                             Instant now);

}  // namespace primum::people
