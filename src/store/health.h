#pragma once
// Whether a database is as it should be.

#include <string>
#include <vector>

#include "store/store.h"

namespace primum::store {

struct Finding {
    std::string what;    ///< "audit chains"
    std::string advice;  ///< what is wrong and what to do; empty where all is well
};

/// Reads all of it; nothing is changed. Open the store with longest_read 0.
std::vector<Finding> examine(Store& store);

}  // namespace primum::store
