#pragma once
// A claim in words, which never say more than its numbers do.

#include <string>

#include "claims/shown.h"
#include "design/view.h"

namespace primum::claims {

/// "Estimate: about 30 fewer than expected. 210 were counted, and 240 expected."
std::string estimate_sentence(const design::View& view, const ShownEstimate& estimate,
                              disclosure::Mode mode);

/// "The 95% interval runs from 12 more to 72 fewer. It includes zero: …"
std::string interval_sentence(const design::View& view, const ShownEstimate& estimate,
                              disclosure::Mode mode);

/// How the versions agree: what of them is clear of zero.
std::string versions_sentence(const design::View& view, const Shown& shown);

/// "118 of 140 organisations sent numbers, and 115 of these are counted …"
std::string coverage_sentence(const design::View& view, const Coverage& coverage);

/// How fast rates were changing before, and what the version net of it assumes.
std::string trend_sentence(const design::View& view, const spc::Avoided& joined, int per_year);

/// "30 fewer", "12 more", "none".
std::string amount(const design::View& view, double saved, disclosure::Mode mode);
/// "12 more to 72 fewer"
std::string span(const design::View& view, spc::Interval interval, disclosure::Mode mode);
std::string number(double value, disclosure::Mode mode);

/// English for a catalogue.
const char* label(Version version);
const char* label(State state);
/// Why an organisation, or a whole claim, is not counted: one sentence.
const char* why(spc::NotCounted reason);

}  // namespace primum::claims
