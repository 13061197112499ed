#pragma once
// What is known of each organisation about a campaign and its programme: two dated facts.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/id.h"
#include "organisations/period.h"
#include "store/db.h"

namespace primum::momentum {

struct Campaign;
using CampaignId = Id<Campaign>;
using organisations::Period;

/// A campaign, as far as this room needs it.
struct Campaign {
    CampaignId id;
    std::string code;
    std::string name;
    OrganisationId owner;
    std::string eligible_kind;  ///< of organisations that may sign up; empty where all may
    Day starts;
    std::optional<Day> ends;
    bool draft = false;
    std::string programme;  ///< what its programme is called for short; empty where it has none
    std::string programme_code;

    bool may_be_joined_by(std::string_view kind) const {
        return eligible_kind.empty() || eligible_kind == kind;
    }
};

/// Nothing where no campaign has this code; capitals make no difference.
std::optional<Campaign> find_campaign(const store::Reader& db, std::string_view code);

/// Those that are open, the one in front first.
std::vector<Campaign> open_campaigns(const store::Reader& db);

/// One organisation, and on which days it was a member and its teams were enrolled.
struct Facts {
    OrganisationId id;
    std::string name;
    std::string code;
    std::string kind;
    std::optional<Day> opened;
    std::optional<Day> closed;
    std::string network;           ///< directly above it, today or when it closed
    std::string region;            ///< above that
    std::vector<Period> member;    ///< in order of time
    std::vector<Period> enrolled;  ///< the same

    bool open_on(Day day) const {
        return (!opened || *opened <= day) && (!closed || day <= *closed);
    }
    bool member_on(Day day) const;
    bool enrolled_on(Day day) const;
    /// The first day of all; nothing where there is none.
    std::optional<Day> first_joined() const;
    std::optional<Day> first_enrolled() const;
};

/// Every organisation of the eligible kind, and every other that has ever joined or enrolled, by
/// name. Who takes part is public.
std::vector<Facts> facts_of(const store::Reader& db, const Campaign& campaign);

/// The same of some organisations only.
std::vector<Facts> facts_of(const store::Reader& db, const Campaign& campaign,
                            std::span<const OrganisationId> organisations);

/// Those of the kind that the campaign asks, open on that day.
std::vector<const Facts*> eligible_on(std::span<const Facts> all, const Campaign& campaign,
                                      Day day);

}  // namespace primum::momentum
