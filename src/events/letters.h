#pragma once
// What this room writes to people who have booked or promised, in their language. Each is queued in
// the transaction of what it tells of.

#include <vector>

#include "events/booking.h"
#include "events/promise.h"
#include "people/accounts.h"
#include "store/db.h"

namespace primum::events {

/// To whoever booked: they have moved up from the waiting list.
void tell_moved_up(const people::Accounts& accounts, store::Writer& db,
                   const std::vector<Booking>& moved, Instant now);

/// To everybody who has seats or waits for some.
void tell_cancelled(const people::Accounts& accounts, store::Writer& db, const Event& event,
                    Instant now);

/// The same about another time or place; nothing where neither has changed.
void tell_changed(const people::Accounts& accounts, store::Writer& db, const Event& before,
                  const Event& after, Instant now);

/// What became of it?
void ask_about_promise(const people::Accounts& accounts, store::Writer& db, const ToAsk& ask,
                       Instant now);

}  // namespace primum::events
