#pragma once
// News by audience, and digests.

#include "access/routes.h"
#include "announcements/letters.h"
#include "organisations/neighbours.h"

namespace primum::announcements {

/// `unsubscribing` must outlive the routes.
void add_routes(access::Routes& routes, const Unsubscribing& unsubscribing);

/// The panel of "Your organisations": the latest news for this person.
void add_neighbours(organisations::Neighbours& neighbours);

}  // namespace primum::announcements
