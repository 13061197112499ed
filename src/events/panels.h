#pragma once
// What this room says on an organisation's page and on "Your organisations".

#include "organisations/neighbours.h"

namespace primum::events {

/// On an organisation's page its coming bookings; on "Your organisations" promises that wait for an
/// answer, and the person's next events. Where one organisation takes over from another, its coming
/// bookings and open promises go with it.
void add_neighbours(organisations::Neighbours& neighbours);

}  // namespace primum::events
