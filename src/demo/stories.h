#pragma once
// What has happened in the country: each room's story, in the order in which they build on each
// other.

#include <span>

#include "demo/world.h"

namespace primum::demo {

std::span<const Story> stories();

void tell_library(store::Store& store, const World& world);
void tell_partners(store::Store& store, const World& world);
void tell_resources(store::Store& store, const World& world);
void tell_events(store::Store& store, const World& world);
void tell_momentum(store::Store& store, const World& world);
void tell_programmes(store::Store& store, const World& world);
void tell_announcements(store::Store& store, const World& world);
void tell_measures(store::Store& store, const World& world);
void tell_collection(store::Store& store, const World& world);
void tell_campaigns(store::Store& store, const World& world);
void tell_claims(store::Store& store, const World& world);
void tell_boards(store::Store& store, const World& world);
void tell_signals(store::Store& store, const World& world);

}  // namespace primum::demo
