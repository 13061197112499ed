#pragma once
// Who changes something, when, and by which request: it enters at the front door as a value.

#include <optional>
#include <string>

#include "base/id.h"

namespace primum::store {

struct Stamp {
    std::optional<PersonId> person;  ///< absent for jobs and for visitors
    Instant at;
    std::string request;  ///< id of the request, or the name of the job
};

}  // namespace primum::store
