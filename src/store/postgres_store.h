#pragma once

#include <memory>

#include "store/store.h"

namespace primum::store {

std::unique_ptr<Store> open_postgres(const Options& options);

}  // namespace primum::store
