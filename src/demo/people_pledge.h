#pragma once
// What people all over the world pledge, and what became of it.

#include "demo/world.h"

namespace primum::demo {

/// The campaign is there; its story's chance goes on here.
void people_pledge(store::Store& store, const World& world, SeededRandom& chance);

}  // namespace primum::demo
