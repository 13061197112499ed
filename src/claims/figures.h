#pragma once
// From counts to the three versions of the estimate.

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claims/counts.h"
#include "spc/avoided.h"

namespace primum::claims {

enum class Version : std::uint8_t {
    raw,
    case_mix,
    net_of_trend,
    not_joined,  ///< the raw sum of those beside the campaign
};
std::string_view name(Version version);

struct Estimate {
    Version version = Version::raw;
    spc::AvoidedVersion says;
};

struct LeftOut {
    std::string organisation;
    spc::NotCounted why = spc::NotCounted::no;
};

struct Figures {
    Coverage coverage;
    std::vector<Estimate> estimates;  ///< in the order of Version; those that there are
    spc::Avoided joined;
    std::vector<LeftOut> left_out;  ///< of those that the claim is about and that sent numbers
    int beside = 0;                 ///< how many are counted in not_joined
};

/// Counts of months or quarters; other frequencies have no claim.
bool can_be_claimed(const measures::Measure& measure);

std::expected<Figures, spc::NotCounted> figures_of(const Claim& claim,
                                                   const measures::Measure& measure,
                                                   const std::vector<UnitCounts>& counts);

/// The estimates as they were frozen.
std::vector<Estimate> frozen_estimates(const store::Reader& db, const Claim& claim);

/// Freezes everything and makes the claim public. False where it is no draft any more.
bool publish(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
             const Claim& claim, const Figures& figures, const std::vector<UnitCounts>& counts,
             const std::string& fingerprint);

/// False where it is not published.
bool withdraw(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
              const Claim& claim, const std::string& because);

}  // namespace primum::claims
