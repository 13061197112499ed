#pragma once
// Within this room: rows of points, many at a time.

#include <span>
#include <string>

#include "measures/point.h"
#include "store/stamp.h"

namespace primum::measures {

/// New points of one series, none of which is there yet.
void insert_points(store::Writer& db, const store::Writable& organisation, SeriesId series,
                   const store::Stamp& stamp, const std::string& import_id,
                   std::span<const Said> points);

}  // namespace primum::measures
