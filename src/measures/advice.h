#pragma once
// Is this chart right here? What to say to whoever chooses one.

#include <vector>

#include "measures/definition.h"
#include "measures/uses.h"

namespace primum::measures {

/// Sentences, in English for a catalogue; none where the chart suits the numbers so far. Rare
/// events (a mean below 1 a point) on a chart of counts; limits from fewer than 12 points a
/// series; single events as shares.
/// Sources: Benneyan, Lloyd and Plsek, Qual Saf Health Care 2003;12:458 (rare events: g and t);
/// NHS England, Making Data Count (fewer than 10 to 12 points: a run chart).
std::vector<const char*> advice_on(const Definition& says, const Experience& experience);

}  // namespace primum::measures
