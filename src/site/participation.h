#pragma once
// Who takes part, in numbers that anybody may see.

#include <cstdint>
#include <string>
#include <vector>

#include "store/db.h"

namespace primum::site {

/// How many organisations of one kind are open.
struct Participation {
    std::string singular;
    std::string plural;
    std::int64_t open;
};

/// One row a kind that has any, the widest first.
std::vector<Participation> participation_of(const store::Reader& db, Day today);

}  // namespace primum::site
