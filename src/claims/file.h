#pragma once
// The file to redo a claim from.

#include <string>
#include <vector>

#include "claims/counts.h"
#include "claims/shown.h"

namespace primum::claims {

/// Every number that the claim was made from: unit, joined, period, numerator, denominator,
/// model_expected. For those who may read all of it. Units are named by their ids, which outlive
/// names and codes, and come in their order. The claim's fingerprint is the SHA-256 of these bytes.
std::string file_of(const measures::Measure& measure, std::vector<UnitCounts> counts);

/// The sums over all organisations, as they are shown: period, observed_so_far, expected_so_far,
/// expected_with_trend_so_far.
std::string published_file(const measures::Measure& measure, const Shown& shown);

}  // namespace primum::claims
