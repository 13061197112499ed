#pragma once
// Who counts by a definition: numbers only, for anybody may see them.

#include <cstdint>

#include "measures/measure.h"
#include "store/db.h"

namespace primum::measures {

struct Uses {
    std::int64_t organisations = 0;
    std::int64_t series = 0;  ///< not ended by the day
};
Uses uses_of(const store::Reader& db, MeasureId measure, Day day);

/// How many charts have points both before a day and from it on, so that a new phase shows there.
std::int64_t charts_across(const store::Reader& db, MeasureId measure, Day day);

/// How many points there are, and how much is counted in one on average; of all series.
struct Experience {
    std::int64_t series = 0;  ///< that have points
    std::int64_t points = 0;
    double mean = 0;  ///< of the numerators
};
Experience experience_of(const store::Reader& db, MeasureId measure);

}  // namespace primum::measures
