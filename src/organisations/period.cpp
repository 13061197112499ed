#include "organisations/period.h"

#include <algorithm>

namespace primum::organisations {

std::optional<Period> shared_days(const Period& one, const Period& other) {
    if (!one.overlaps(other)) return {};
    return Period{std::max(one.from, other.from), std::min(one.until, other.until)};
}

}  // namespace primum::organisations
