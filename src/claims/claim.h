#pragma once
// A claim that lives were saved or harm avoided: what is claimed, of what, and what became of it.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "measures/measure.h"
#include "momentum/facts.h"
#include "store/db.h"
#include "store/scope.h"
#include "store/stamp.h"

namespace primum::claims {

struct Claim;
using ClaimId = Id<Claim>;

enum class State : std::uint8_t { draft, published, withdrawn };
std::string_view name(State state);

/// The version of the arithmetic (spc/avoided.h) that new claims are made with.
inline constexpr int kMethod = 1;

/// How much of what it is about the numbers cover.
struct Coverage {
    int units = 0;                 ///< organisations that the claim is about
    int reporting = 0;             ///< of these, sent numbers for a period that is claimed
    int counted = 0;               ///< of these, have the baseline to be held against
    double exposure = 0;           ///< of the counted, in what is claimed
    double exposure_reported = 0;  ///< of all reporting
    friend bool operator==(const Coverage&, const Coverage&) = default;
};

/// Periods are named by their first days, and belong to what is named.
struct Claim {
    ClaimId id;
    OrganisationId organisation;                   ///< whose claim it is
    std::optional<momentum::CampaignId> campaign;  ///< whose members it is about; else itself
    measures::MeasureId measure;
    std::optional<measures::MeasureId> risk;  ///< counts what a case-mix model expected
    std::string words;                        ///< what is claimed, in plain words
    Day baseline_from;
    Day baseline_to;
    Day from;
    Day to;
    int method = kMethod;
    State state = State::draft;
    std::string made_by;  ///< names; empty where nobody knows
    Instant made_at;
    std::string published_by;
    std::optional<Instant> published_at;
    std::string withdrawn_by;
    std::optional<Instant> withdrawn_at;
    std::string withdrawn_because;
    std::string fingerprint;  ///< of the file to redo it; empty for a draft
    Coverage coverage;        ///< frozen; of a draft nothing
    std::int64_t rev = 1;

    bool is_public() const { return state != State::draft; }
};

/// All claims that are not drafts, and drafts that `scope` reads; the newest first.
std::vector<Claim> all_claims(const store::Reader& db, const store::Scope& scope);
/// The same about a campaign's members, or of one organisation.
std::vector<Claim> claims_about(const store::Reader& db, const store::Scope& scope,
                                const momentum::CampaignId& campaign);
std::vector<Claim> claims_about(const store::Reader& db, const store::Scope& scope,
                                OrganisationId organisation);
/// Nothing for a draft that `scope` does not read.
std::optional<Claim> find_claim(const store::Reader& db, const store::Scope& scope,
                                std::string_view id);

/// A draft; id, state, names and coverage of what is given do not matter.
ClaimId add_claim(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
                  const Claim& claim);

}  // namespace primum::claims
