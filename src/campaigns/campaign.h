#pragma once
// A campaign: what it is for, who stands behind it, what it asks, and what it came from.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "resources/resource.h"
#include "store/audit.h"
#include "store/db.h"

namespace primum::partners {
struct Partner;
}
namespace primum::campaigns {

struct Campaign;
using CampaignId = Id<Campaign>;

enum class Status : std::uint8_t {
    draft,    ///< its keepers prepare it
    open,     ///< can be joined
    closed,   ///< has ended here
    history,  ///< was run elsewhere, or before this service: kept for what others learned from it
};
std::string_view name(Status status);

/// The aim as data: so much of a measure by a day. Any of the three may be missing, and what is
/// said of it never says more.
struct Goal {
    std::optional<double> amount;
    std::string unit;     ///< "fewer deaths", "% fewer"
    std::string measure;  ///< code of the library's measures
    std::optional<Day> by;

    friend bool operator==(const Goal&, const Goal&) = default;
};

struct Campaign {
    CampaignId id;
    std::string code;      ///< in addresses: "PSF"
    OrganisationId owner;  ///< whose campaign office keeps it
    std::string name;
    std::string strapline;
    std::string place;  ///< in words: "Merrowland", "the whole world"
    std::string cause;
    std::string aim;  ///< in words
    Goal goal;
    Day starts;
    std::optional<Day> ends;
    Status status = Status::draft;
    std::string eligible_kind = "trust";  ///< of organisations; empty where all are eligible
    bool front = false;                   ///< chosen for the home page
    std::string reach;                    ///< of a campaign of history: how many took part
    std::string result;                   ///< what it claimed
    std::string source;                   ///< who says so
    std::optional<resources::ResourceId> origin;
    std::int64_t rev = 1;

    bool open() const { return status == Status::open; }
    /// Whether visitors may see it.
    bool is_public() const { return status != Status::draft; }
};

/// Those that visitors may see: open ones first, then closed, then history; the newest first.
std::vector<Campaign> campaigns_of(const store::Reader& db);
/// Drafts as well, for those who keep them.
std::vector<Campaign> all_campaigns(const store::Reader& db);
/// Capitals make no difference. Drafts are found as well: ask is_public() or who keeps it.
std::optional<Campaign> find_campaign(const store::Reader& db, std::string_view code);
std::optional<Campaign> find_campaign(const store::Reader& db, CampaignId id);
/// The open one that was chosen for the home page; else the newest that is open.
std::optional<Campaign> front_campaign(const store::Reader& db);

/// Who stands behind it, in the order in which they are shown.
struct Sponsor {
    Id<partners::Partner> partner;
    std::string code;
    std::string name;
    std::string country;
    std::string link;  ///< empty where there is none
    bool closed = false;
    std::string role;  ///< in this campaign: "Joint sponsor"
};
std::vector<Sponsor> sponsors_of(const store::Reader& db, CampaignId campaign);

enum class Descent : std::uint8_t { inspired_by, follows, part_of };
std::string_view name(Descent descent);
std::optional<Descent> parse_descent(std::string_view name);

/// A campaign and how this one comes from it, or it from this one.
struct Relative {
    Campaign campaign;
    Descent kind = Descent::inspired_by;
};
struct Lineage {
    std::vector<Relative> ancestors;
    std::vector<Relative> descendants;
    bool empty() const { return ancestors.empty() && descendants.empty(); }
};
/// Both ways, one step. Without drafts.
Lineage lineage_of(const store::Reader& db, CampaignId campaign);

/// What it asks its members to change, as the library says it on a day.
struct Intervention {
    std::string code;
    std::string name;  ///< the code where the library does not know it
    std::string kind;  ///< "leadership", "clinical", "system"
    std::string aim;
    std::string population;
    std::string provenance;
    std::string source;
    std::vector<std::string> elements;
    std::vector<Intervention> parts;  ///< "choose one to start with"; those have none of their own
    bool compulsory = false;          ///< the joining rule names it
};
std::vector<Intervention> interventions_of(const store::Reader& db, CampaignId campaign, Day day);
/// Among them or their parts; nothing where there is none.
const Intervention* find_intervention(const std::vector<Intervention>& all, std::string_view code);
/// Every one that the library offers on a day and that is no part of another.
std::vector<Intervention> offered_interventions(const store::Reader& db, Day day);

/// The document that it came from; nothing where it has none, or it is no longer published.
std::optional<resources::Resource> origin_of(const store::Reader& db, const Campaign& campaign);

/// A document to choose from.
struct Document {
    resources::ResourceId id;
    std::string title;
};
/// Published ones, by title.
std::vector<Document> possible_origins(const store::Reader& db);

/// Sponsors to choose from.
std::vector<Sponsor> possible_sponsors(const store::Reader& db);

// Changes. Those of a known campaign name the one that the person saw and answer false, having done
// nothing, where somebody has changed it since. `owner` is the campaign's owner.

/// Letters, digits and "-" between them, at most 60.
bool is_code(std::string_view code);

/// id and rev of what is given do not matter. Throws where the code is taken: ask find_campaign in
/// the same transaction.
CampaignId add_campaign(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                        const Campaign& campaign);
/// Everything but code and owner. Choosing it for the front page unchooses the one before.
bool save_campaign(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                   const Campaign& campaign);
bool save_sponsors(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                   const Campaign& before, const std::vector<Sponsor>& sponsors);
bool save_interventions(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                        const Campaign& before, const std::vector<std::string>& codes);

struct Ancestor {
    CampaignId campaign;
    Descent kind = Descent::inspired_by;
};
bool save_ancestors(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                    const Campaign& before, const std::vector<Ancestor>& ancestors);

/// Adds the campaigns of the library that are not here yet, as history, with how they come from
/// each other where the library's sources say so. Gives how many were added.
std::size_t bring_in_history(store::Writer& db, const store::Writable& owner,
                             const store::Stamp& stamp, Day day);

/// Counts a change of the campaign, or says that somebody was quicker: the first statement of every
/// change, so that changes come one after another. Within this room.
bool touch(store::Writer& db, const Campaign& before);

}  // namespace primum::campaigns
