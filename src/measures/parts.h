#pragma once
// Parts of the patients of one measure, and who may see them.

#include <span>
#include <vector>

#include "access/context.h"
#include "measures/material.h"

namespace primum::measures {

/// Whether the number of people behind any point is so small that somebody might be recognised:
/// 1 to 7 in the denominator or, where nothing divides, in the count itself.
bool has_small_numbers(const Definition& says, const std::vector<Point>& points);

/// Whether one of these is the organisation, or lies above it up to its trust: whoever works there
/// is among its own people. Those of a region, of a campaign, of the country are others, however
/// much else they may read.
bool is_of(const store::Reader& db, const OrganisationId& organisation,
           std::span<const OrganisationId> works_at, Day today);

/// Whether a series is a part of the patients that whoever asks does not see: they are not of its
/// organisation, and some point of it or of another part beside it has small numbers. All parts are
/// hidden then, for the whole less the others would tell the small one.
bool is_hidden_part(const access::Context& context, const Measure& measure, const Series& series);

/// What stands in its place: English for a catalogue.
const char* hidden_part_words();

}  // namespace primum::measures
