#pragma once
// A person's own pledge: an act with a day, by anybody in the world, with an account or without.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "campaigns/campaign.h"
#include "people/accounts.h"

namespace primum::campaigns {

struct PersonalPledge;
using PersonalPledgeId = Id<PersonalPledge>;

struct PersonalPledge {
    PersonalPledgeId id;
    CampaignId campaign;
    std::optional<PersonId> person;  ///< where they were signed in
    std::string name;
    std::string email;
    std::string place;          ///< where in the world; may be empty
    std::string pledge;         ///< "I will never walk past a missed observation."
    std::string act;            ///< what they will do
    std::optional<Day> act_on;  ///< by when
    std::optional<Day> done_on;
    std::string outcome;  ///< what came of it, in their words
    bool is_public = false;
    Instant made_at;
    std::optional<Instant> confirmed_at;
    std::optional<Instant> withdrawn_at;
    std::string language;  ///< of the letters
    std::int64_t rev = 1;

    bool counts() const { return confirmed_at && !withdrawn_at; }
};

/// The key is for the link in a letter: whoever has it may confirm, report and withdraw. There is
/// no other copy of it.
struct MadePledge {
    PersonalPledgeId id;
    std::string key;
};
MadePledge make_pledge(store::Writer& db, const store::Stamp& stamp, const PersonalPledge& pledge);

std::optional<PersonalPledge> find_pledge(const store::Reader& db, std::string_view key);
std::optional<PersonalPledge> find_pledge(const store::Reader& db, PersonalPledgeId id);
/// Those of somebody with an account that count, the newest first.
std::vector<PersonalPledge> pledges_of(const store::Reader& db, PersonId person);

/// What everybody may read: confirmed, public, not withdrawn; the newest first.
std::vector<PersonalPledge> public_pledges_of(const store::Reader& db, CampaignId campaign,
                                              std::size_t offset, std::size_t limit);

struct PledgeCounts {
    std::int64_t confirmed = 0;
    std::int64_t is_public = 0;
    std::int64_t done = 0;
    std::int64_t due = 0;  ///< of those confirmed, how many had their day before this one
};
PledgeCounts count_pledges(const store::Reader& db, CampaignId campaign, Day today);

// Changes; false where it was changed since, or is withdrawn.

bool confirm(store::Writer& db, const store::Stamp& stamp, const PersonalPledge& before);
/// It is done, with what came of it.
bool say_done(store::Writer& db, const store::Stamp& stamp, const PersonalPledge& before, Day on,
              std::string_view outcome);
/// Not yet: it is asked again on the new day.
bool put_off(store::Writer& db, const store::Stamp& stamp, const PersonalPledge& before, Day until);
/// It will not be done, and why.
bool give_up(store::Writer& db, const store::Stamp& stamp, const PersonalPledge& before,
             std::string_view outcome);
/// Takes the name, the address and the words away for good; that there was one stays known.
bool withdraw(store::Writer& db, const store::Stamp& stamp, const PersonalPledge& before);

/// What the keeper does: writes "have you done it?" to everybody whose day has come and who has not
/// been asked for it, each once however often this is done, and takes away what nobody has
/// confirmed for a week. Gives how many letters were written.
std::size_t ask_what_became_of_pledges(const people::Accounts& accounts, store::Store& store,
                                       Instant now);

}  // namespace primum::campaigns
