#pragma once
// The sums of what lies below an organisation, as the material of a chart.

#include <optional>

#include "measures/material.h"
#include "measures/totals.h"

namespace primum::boards {

/// What the organisation would have if it kept the measure itself: a point a period, each the sum
/// of what was reported, on a p' or u' chart where each of them has a p or u chart. Nothing where
/// sums mean nothing (medians, days between events, a count of a number of places that changes), or
/// nobody below reports. `until`: periods that begin later are left out.
struct Sums {
    measures::Material material;
    std::int64_t reported = 0;  ///< how many series are in the sum of the latest period
    std::int64_t most = 0;      ///< how many were in the fullest period
};
std::optional<Sums> sums_of(const store::Reader& db, const store::Readable& organisation,
                            OrganisationId id, const measures::Measure& measure, Day until);

/// Of sums that are at hand, in order of time; published ones as well.
measures::Material material_of_sums(OrganisationId id, const measures::Measure& measure,
                                    std::vector<measures::Point> points);

/// Measures of which anything below reports, in order of their codes.
std::vector<measures::MeasureId> measures_below(const store::Reader& db,
                                                const store::Readable& organisation);

}  // namespace primum::boards
