#pragma once
// Whom to look at: drawn by the day, so that nobody can choose.

#include <string_view>
#include <vector>

#include "base/instant.h"

namespace primum::collection {

struct Draw {
    int hour = 0;           ///< from when to look, 7 to 21
    std::vector<int> beds;  ///< in the order in which to go
};

/// The same for everybody on that day, and another on the next. Beds are put in an order that
/// depends on day and series alone, and the first `many` up to the last bed are drawn: asking again
/// with other numbers does not draw another bed in the place of one that is there.
Draw draw_for(std::string_view series, Day day, int beds, int many);

}  // namespace primum::collection
