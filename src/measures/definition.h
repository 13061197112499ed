#pragma once
// What makes a definition whole, what changes when its words change, and which chart suits it.

#include <span>

#include "base/problems.h"
#include "measures/measure.h"

namespace primum::measures {

/// A chart that people may choose for a measure.
struct OfferedChart {
    spc::Chart chart;
    const char* label;  ///< "p chart": English for a catalogue
    const char* when;   ///< for which numbers it is made
};
std::span<const OfferedChart> offered_charts();
const char* label(spc::Chart chart);

/// Whether a chart shows shares or rates, which need to know out of how many.
bool needs_denominator(spc::Chart chart);

/// Whether what is counted differs, so that numbers of before and after are not of one kind:
/// numerator, denominator, exclusions or multiplier. Spaces do not count.
bool counts_differently(const Definition& before, const Definition& after);

/// What to correct, by the names of the form's fields. Asks for a name and a numerator, for texts
/// of a bearable length without NHS numbers, and that chart, frequency and denominator go together.
void check_definition(const Definition& says, Problems& problems);

}  // namespace primum::measures
