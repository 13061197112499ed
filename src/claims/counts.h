#pragma once
// The numbers that a claim is made from: of each organisation, period by period.

#include <optional>
#include <string>
#include <vector>

#include "claims/claim.h"

namespace primum::claims {

struct Count {
    Day period;
    double numerator = 0;
    std::optional<double> denominator;
    std::optional<double> risk;  ///< what the case-mix model expected
    friend bool operator==(const Count&, const Count&) = default;
};

/// One organisation with what it and everything below it counted, in order of time; empty where it
/// sent nothing.
struct UnitCounts {
    OrganisationId unit;
    std::string name;
    bool joined = true;  ///< one that the claim is about; else one beside it, for comparison
    std::vector<Count> counts;
};

/// As the data is now: every organisation that was a member on a day of what is claimed, and, for
/// comparison, those of the campaign's kind that were not; or the one organisation. What an
/// organisation reports itself stands for what lies below it.
std::vector<UnitCounts> live_counts(const store::Reader& db, const Claim& claim,
                                    const measures::Measure& measure);

/// As they were frozen when the claim was published; organisations without numbers are not there.
std::vector<UnitCounts> frozen_counts(const store::Reader& db, const Claim& claim);

/// How many numbers of the claim's own organisations differ.
struct Changes {
    int changed = 0;
    int added = 0;
    int removed = 0;
    bool any() const { return changed + added + removed > 0; }
};
Changes changes_between(const std::vector<UnitCounts>& before,
                        const std::vector<UnitCounts>& after);

}  // namespace primum::claims
