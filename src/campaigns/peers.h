#pragma once
// Draft pledges that an organisation has opened to members of the campaign, and what they say.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "campaigns/membership.h"

namespace primum::campaigns {

struct Comment;
using CommentId = Id<Comment>;

struct Comment {
    CommentId id;
    std::string name;  ///< of who wrote it
    std::string from;  ///< the member that they speak for
    std::string words;
    Instant made_at;
    std::optional<Instant> answered_at;
    std::int64_t rev = 1;
};
/// The oldest first. `from` is the member for which the writer speaks today.
std::vector<Comment> comments_of(const store::Reader& db, const store::Readable& organisation,
                                 CampaignId campaign, Day today);
std::size_t count_unanswered(const store::Reader& db, const store::Readable& organisation,
                             CampaignId campaign);

void add_comment(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                 CampaignId campaign, PersonId person, std::string_view words);
/// False where somebody was quicker.
bool mark_answered(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                   CommentId id, std::int64_t rev);

/// The member of the campaign for which a person may speak: one at which or below which they hold a
/// role today. Nothing where there is none: then drafts are not for them.
std::optional<OrganisationId> speaks_for(const store::Reader& db, PersonId person,
                                         CampaignId campaign, Day today);

struct Draft {
    OrganisationId organisation;
    std::string name;
    std::int64_t comments = 0;
};
/// Drafts that are open to the members of a campaign, by name.
std::vector<Draft> open_drafts(const store::Reader& db, CampaignId campaign);

}  // namespace primum::campaigns
