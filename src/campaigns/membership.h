#pragma once
// Who has joined a campaign, from which day to which, with what pledge and which interventions.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "campaigns/campaign.h"
#include "campaigns/rule.h"
#include "store/audit.h"

namespace primum::campaigns {

struct Membership;
using MembershipId = Id<Membership>;

enum class State : std::uint8_t {
    draft,     ///< its leaders prepare it
    sent,      ///< signed; the campaign's office has not decided yet
    declined,  ///< the office has said why; it can be put right and signed again
    joined,
    paused,
    left,
};
std::string_view name(State state);

struct Membership {
    MembershipId id;
    OrganisationId organisation;
    CampaignId campaign;
    State state = State::draft;
    std::string pledge;
    bool pledge_public = false;
    std::optional<Day> staff_letter_on;
    std::optional<Day> review_training_on;
    std::optional<PersonId> signed_by;
    std::optional<Instant> signed_at;
    std::string reason;       ///< why it was declined, or why it left
    bool carry_over = false;  ///< agrees to become a member of a campaign that follows this one
    bool open_to_peers = false;
    std::int64_t rev = 1;

    /// Being prepared: everything can still be changed before it is signed.
    bool in_preparation() const {
        return state == State::draft || state == State::declined || state == State::left;
    }
    bool takes_part() const { return state == State::joined || state == State::paused; }
};

inline constexpr Day kOpenEnd = std::chrono::year(9999) / 12 / 31;

/// A stretch of membership. On the days of a joined one the organisation is a member.
struct Period {
    Day from;
    Day to = kOpenEnd;
    bool joined = true;         ///< false: paused
    std::string ended_because;  ///< "", "paused", "resumed", "left", "merged"
};

/// An intervention, or a part of one, that was chosen, from a day to a day.
struct Choice {
    std::string intervention;
    Day from;
    Day to = kOpenEnd;
};

std::optional<Membership> find_membership(const store::Reader& db,
                                          const store::Readable& organisation, CampaignId campaign);
/// In any campaign and state.
std::vector<Membership> memberships_of(const store::Reader& db,
                                       const store::Readable& organisation);
/// In order of time.
std::vector<Period> periods_of(const store::Reader& db, const store::Readable& organisation,
                               CampaignId campaign);
/// Codes that are chosen on a day, in the order of their choosing.
std::vector<std::string> choices_of(const store::Reader& db, const store::Readable& organisation,
                                    CampaignId campaign, Day day);
/// All there were, in order of time.
std::vector<Choice> choice_history_of(const store::Reader& db, const store::Readable& organisation,
                                      CampaignId campaign);

// What everybody may know: who has joined is public.

/// Codes of the interventions that any of these organisations has chosen in any campaign on a day.
std::vector<std::string> chosen_interventions(const store::Reader& db,
                                              std::span<const OrganisationId> organisations,
                                              Day day);

/// Whether it is a member on that day: a day of a joined period.
bool is_member(const store::Reader& db, OrganisationId organisation, CampaignId campaign, Day day);

struct Member {
    OrganisationId organisation;
    std::string name;
    std::string kind;
    std::string region;  ///< name of the region that it lies in; empty where it lies in none
    std::optional<OrganisationId> region_id;
    Day since;  ///< first day of the membership that goes on
};
/// All that are members on a day, by name.
std::vector<Member> members_of(const store::Reader& db, CampaignId campaign, Day day);
std::size_t count_members(const store::Reader& db, CampaignId campaign, Day day);

/// How many of the eligible are members on a day.
struct Uptake {
    std::int64_t members = 0;   ///< of any kind
    std::int64_t joined = 0;    ///< of the eligible kind
    std::int64_t eligible = 0;  ///< open on the day, of the eligible kind
    std::int64_t pledges = 0;   ///< of people, confirmed and not withdrawn
    std::int64_t done = 0;      ///< of those, how many say that it is done
};
Uptake uptake_of(const store::Reader& db, const Campaign& campaign, Day day);

/// How many members have chosen each intervention of the campaign on a day.
struct Taken {
    std::string intervention;
    std::int64_t members = 0;
};
std::vector<Taken> taken_of(const store::Reader& db, CampaignId campaign, Day day);

/// Members that have chosen one, by name.
std::vector<Member> members_working_on(const store::Reader& db, CampaignId campaign,
                                       std::string_view intervention, Day day);

// Changes, each recorded. They name the membership as the person saw it and answer false, having
// done nothing, where it has changed since or is in a state in which the change makes no sense.

/// The membership that there is, or a new draft.
Membership begin(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
                 CampaignId campaign);

/// The words; of a member, by its chief executive: they are public at once.
bool save_pledge(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                 const Membership& before, std::string_view pledge, bool is_public);
bool save_staff_letter(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                       const Membership& before, std::optional<Day> on);
bool save_review_training(store::Writer& db, const store::Writable& owner,
                          const store::Stamp& stamp, const Membership& before,
                          std::optional<Day> on);
/// These from that day on; what is no longer among them ends the day before.
bool save_choices(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                  const Membership& before, const std::vector<std::string>& codes, Day from);
bool save_carry_over(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                     const Membership& before, bool agrees);
bool open_to_peers(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                   const Membership& before, bool open);

/// The rule's answers for a membership as it is now.
Candidate candidate_of(const store::Reader& db, const Membership& membership, Day today);

enum class Signed : std::uint8_t { done, overtaken, rule_not_met };
/// By the chief executive: from now on it waits for the office. The rule is asked again.
Signed sign(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
            const Membership& before, Day today);
/// Takes the signature back before the office has decided.
bool take_back(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
               const Membership& before);

/// The office lets it in, from that day on; where it was a member that day already, the day after.
bool approve(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
             const Membership& before, Day from);
bool decline(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
             const Membership& before, std::string_view reason);

/// `from` is the first day of the pause, or the first day after it.
bool pause(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
           const Membership& before, Day from);
bool resume(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
            const Membership& before, Day from);
/// Its last day is not before the period that goes on began: ask first_day_to_leave.
bool leave(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
           const Membership& before, Day last_day, std::string_view reason);
/// First day of the period that goes on; nothing where none does.
std::optional<Day> began_last(const store::Reader& db, const store::Readable& organisation,
                              CampaignId campaign);

/// What follows when one organisation goes on as another, for every campaign: what went before
/// stays with both; the successor is a member from that day with the choices of both.
void merged(store::Writer& db, const store::Writable& from, const store::Writable& into,
            const store::Stamp& stamp, Day on);

/// Makes members of `from` that agreed to it members of `to`, from a day on, with those of their
/// choices that `to` knows. Once: who has a membership of `to` already keeps it as it is. Gives
/// those that were carried over. `system` writes for all of them.
std::vector<OrganisationId> carry_over(store::Writer& db, const store::Scope& system,
                                       const store::Stamp& stamp, const Campaign& from,
                                       const Campaign& to, Day on);
/// How many would be.
std::size_t count_carry_over(const store::Reader& db, const Campaign& from, const Campaign& to);

/// Those that wait for the office, the longest first.
struct Waiting {
    Membership membership;
    std::string organisation;
    std::string signer;
};
std::vector<Waiting> waiting_of(const store::Reader& db, CampaignId campaign);

}  // namespace primum::campaigns
