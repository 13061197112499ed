#pragma once
// The rows of a membership: what its changes are made of. For this room alone.

#include <string_view>

#include "campaigns/membership.h"
#include "store/audit.h"

namespace primum::campaigns {

Membership read_membership(const store::Row& row);

/// The first statement of every change: counts it, or says that somebody was quicker. It locks the
/// row, so that the periods and choices of one membership never change twice at a time.
bool touch(store::Writer& db, const store::Writable& owner, const Membership& before);

void set_state(store::Writer& db, const store::Writable& owner, const Membership& before,
               State state, std::string_view reason);
void record(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
            std::string_view action, MembershipId id, std::string_view word, std::string_view what);

void add_period(store::Writer& db, const store::Writable& owner, CampaignId campaign, Day from,
                Day to, bool joined);
/// The period that goes on ends after that day; one that began later never was.
void end_period(store::Writer& db, const store::Writable& owner, CampaignId campaign, Day last_day,
                std::string_view because);
/// The day, or the first one after everything that has been.
Day free_day(const store::Reader& db, const store::Readable& organisation, CampaignId campaign,
             Day day);

void add_choice(store::Writer& db, const store::Writable& owner, CampaignId campaign,
                std::string_view intervention, Day from);
void end_choice(store::Writer& db, const store::Writable& owner, CampaignId campaign,
                std::string_view intervention, Day last_day);

/// A member's public page is found by what is public in it.
void tell_search(store::Writer& db, const store::Writable& owner, CampaignId id);

}  // namespace primum::campaigns
