#pragma once
// Parts of the patients of one measure, and who may see which.

#include <vector>

#include "access/context.h"
#include "measures/material.h"
#include "organisations/here.h"

namespace primum::measures {

/// Whether the number of people behind any point is so small that somebody might be recognised:
/// 1 to 7 in the denominator or, where nothing divides, in the count itself.
bool has_small_numbers(const Definition& says, const std::vector<Point>& points);

/// Whether who asks works in the organisation: holds a role at it or above it up to its trust.
/// People of a region, of a campaign, of the country are others, however much else they may read.
bool of_the_organisation(const access::Context& context, const organisations::Here& here);

}  // namespace primum::measures
