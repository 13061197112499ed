#pragma once
// Saving what was entered in a form with many numbers: all in one transaction.

#include <string>
#include <vector>

#include "access/context.h"
#include "collection/due.h"

namespace primum::collection {

struct Entry {
    Kept kept;
    measures::Said said;
};

/// A form is open from when its page is made: the field that remembers it.
html::Html opened_field(const access::Context& context);

/// How long a form was open until it was sent: what the browser says where it has counted (the time
/// during which the page was looked at), else since its page was made. At most kLongestOpen, which
/// stands for whoever was called away.
inline constexpr std::chrono::seconds kLongestOpen{1200};
std::chrono::seconds time_taken(const access::Context& context);
/// When its page was made; now where it does not say.
Instant opened_at(const access::Context& context);

struct SavedEntries {
    std::size_t saved = 0;
    std::vector<const Entry*> taken;  ///< others have entered another number there since
};

/// Adds the points; also in the place of others that were entered before `replaces`, whose old
/// numbers are kept. Writes down how long it took. Within context.save.
SavedEntries save_entries(store::Writer& db, const store::Scope& scope, const store::Stamp& stamp,
                          Day today, std::chrono::seconds taken, const std::vector<Entry>& entries,
                          std::optional<Instant> replaces);

}  // namespace primum::collection
