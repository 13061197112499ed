#pragma once
// Everything that a claim's page shows, gathered for whoever looks.

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "access/context.h"
#include "claims/shown.h"

namespace primum::claims {

struct Sight {
    Claim claim;
    measures::Measure measure;
    std::string risk_name;  ///< of the measure with a model's expected counts; empty without one
    std::string about;      ///< the campaign's or the organisation's name
    std::string campaign_code;
    bool keeps = false;   ///< may publish and withdraw it
    bool inside = false;  ///< may read every number that it is made from

    std::vector<UnitCounts> counts;  ///< frozen; of a draft, live
    std::expected<Figures, spc::NotCounted> figures = std::unexpected(spc::NotCounted::no);
    Shown shown;  ///< the frozen estimates; of a draft, live ones

    /// Of a claim that is no draft: how the data differs now, and what would be claimed from it.
    std::optional<Changes> changes;
    std::optional<Shown> now;
};

/// Nothing where {claim} names none, or a draft that this person may not see.
std::optional<Sight> sight_of(const http::Request& request, const access::Context& context);

/// The claim alone, for whoever may publish and withdraw it.
std::optional<Claim> kept_claim(const http::Request& request, const access::Context& context);

/// Whether whoever looks keeps claims of an organisation.
bool keeps_claims(const access::Context& context, OrganisationId organisation);

}  // namespace primum::claims
