#pragma once
// A connection of a pool as a Lease: one read-only transaction from beginning to end.

#include <memory>

#include "store/pool.h"
#include "store/store.h"

namespace primum::store {

Lease lend(Pool& pool, std::unique_ptr<Connection> connection, const Clock& clock, Random& random);

}  // namespace primum::store
