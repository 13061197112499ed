#pragma once
// Every table of this room: what came of signposts, weights, chases, milestones.

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "momentum/engagement.h"
#include "momentum/hinge.h"
#include "store/audit.h"
#include "store/db.h"
#include "store/scope.h"

namespace primum::momentum {

// Signposts
// -----------------------------------------------------------------------------------------

/// What people did about a signpost.
struct Noticed {
    Direction direction;
    Day since;  ///< as Signpost::since
    std::optional<Instant> seen_at;
    std::optional<Instant> followed_at;
};
std::vector<Noticed> noticed_of(const store::Reader& db, const store::Readable& organisation,
                                const CampaignId& campaign);
/// Of every organisation, for the office's counts.
std::unordered_map<OrganisationId, std::vector<Noticed>> all_noticed(const store::Reader& db,
                                                                     const CampaignId& campaign);

/// The first of the right people has seen it; later ones change nothing.
void save_seen(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
               const CampaignId& campaign, Direction direction, Day since);
/// Somebody went where it points. It has been seen, then, if it was not before.
void save_followed(store::Writer& db, const store::Writable& organisation,
                   const store::Stamp& stamp, const CampaignId& campaign, Direction direction,
                   Day since);

/// Whether a team's application is under way, or membership waits to be verified: then a signpost
/// has nothing more to say.
bool is_under_way(const store::Reader& db, const store::Readable& organisation,
                  const CampaignId& campaign, Direction direction);

// Weights
// -------------------------------------------------------------------------------------------

/// Those of a campaign, one a kind of act; first_weights() where it has changed none.
std::vector<Weight> weights_of(const store::Reader& db, const CampaignId& campaign);

/// False where somebody else has changed one of them since: nothing is changed then.
bool save_weights(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                  const CampaignId& campaign, const std::vector<Weight>& weights);

// Chases
// --------------------------------------------------------------------------------------------

struct Chase;
using ChaseId = Id<Chase>;

/// That somebody spoke to an organisation, or means to, and what came of it.
struct Chase {
    ChaseId id;
    OrganisationId organisation;
    std::string organisation_name;
    std::string reason;
    std::string act;
    std::string made_by;  ///< a name; empty where nobody knows
    Instant made_at;
    std::optional<Day> done_on;  ///< when its result was entered
    std::string result;
    std::int64_t rev = 1;
};
/// Those at or below an organisation, open ones first, then the latest.
std::vector<Chase> chases_below(const store::Reader& db, const store::ReadableTree& top,
                                const CampaignId& campaign, Day today);
std::vector<Chase> chases_of(const store::Reader& db, const store::Readable& organisation,
                             const CampaignId& campaign);
std::optional<Chase> find_chase(const store::Reader& db, const store::Readable& organisation,
                                ChaseId id);

ChaseId add_chase(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
                  const CampaignId& campaign, const std::string& reason, const std::string& act);
/// False where it has changed since.
bool save_result(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
                 const Chase& before, Day done_on, const std::string& result);

// Milestones
// ----------------------------------------------------------------------------------------

struct Milestone;
using MilestoneId = Id<Milestone>;

enum class Measured : std::uint8_t { members, share_of_eligible, enrolled, personal_pledges };
std::string_view name(Measured measured);
std::optional<Measured> parse_measured(std::string_view name);
/// "Members": English for a catalogue.
const char* label(Measured measured);

struct Milestone {
    MilestoneId id;
    std::string name;
    Measured measure;
    double target;  ///< of a share: from 0 to 1
    Day due;
    std::int64_t rev = 1;
};
/// In order of their days.
std::vector<Milestone> milestones_of(const store::Reader& db, const CampaignId& campaign);
std::optional<Milestone> find_milestone(const store::Reader& db, const CampaignId& campaign,
                                        MilestoneId id);
MilestoneId add_milestone(store::Writer& db, const store::Writable& owner,
                          const store::Stamp& stamp, const CampaignId& campaign,
                          const Milestone& milestone);
/// False where it has changed since.
bool save_milestone(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                    const Milestone& milestone);
bool remove_milestone(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                      const Milestone& milestone);

/// The days on which people's own pledges were confirmed, in order; those that stand.
std::vector<Day> pledge_days(const store::Reader& db, const CampaignId& campaign);

/// What is measured, on a day.
double value_on(Measured measure, std::span<const Facts> all, const Campaign& campaign,
                std::span<const Day> pledges, Day day);

/// The first day, up to today, on which the target was met; computed from the facts each time, so
/// that it is right when they are corrected.
std::optional<Day> reached_on(const Milestone& milestone, std::span<const Facts> all,
                              const Campaign& campaign, std::span<const Day> pledges, Day today);

// What is known of members
// --------------------------------------------------------------------------

/// How many members have each part of what a campaign wants to know of them.
struct Completeness {
    int members = 0;
    int pledge = 0;  ///< written
    int pledge_public = 0;
    int staff_letter = 0;
    int review_training = 0;
    int enrolled = 0;
    int team_complete = 0;  ///< of the enrolled
    int assessed = 0;       ///< a self-assessment of the team, organisation or board
};
Completeness completeness_on(const store::Reader& db, std::span<const Facts> all,
                             const Campaign& campaign, const ActsByOrganisation& acts, Day day);

}  // namespace primum::momentum
