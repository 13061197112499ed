#pragma once
// Looking at readings that have changed, and telling whoever should know; done now and then by the
// service.

#include <chrono>
#include <cstddef>
#include <optional>

#include "announcements/letters.h"
#include "people/accounts.h"
#include "store/store.h"

namespace primum::signals {

/// Looks at every series whose reading has moved on since it was last looked at, each once whoever
/// runs this and however often it is started anew. A signal that the chart did not have before, in
/// the last 13 months, is written down with who is to be told; while the chart goes on saying the
/// same it is not found again. One that was told before and comes back unchanged, after a number
/// was corrected twice, say, goes on as it was. The number of signals found.
std::size_t look_for_signals(store::Store& store, Instant now);

/// A letter to each person who was not told of something yet: all of it in one, a quarter of an
/// hour after the first was found, and not within 20 hours of the last letter. Letters name the
/// chart and lead to it; they have no numbers. None to those who have ended such letters. The
/// number of letters.
std::size_t write_letters(const people::Accounts& accounts,
                          const announcements::Unsubscribing& unsubscribing, Instant now);

/// Who is told of a series: its keeper; else who leads improvement, nursing or medicine, in this
/// order, at its organisation or the nearest above. Nobody where there is none.
std::optional<PersonId> whom_to_tell(const store::Reader& db, OrganisationId organisation,
                                     const std::optional<PersonId>& keeper, Day today);

}  // namespace primum::signals
