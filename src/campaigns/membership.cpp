#include "campaigns/membership.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "campaigns/membership_rows.h"

namespace primum::campaigns {
namespace {

using store::Row;

constexpr std::array kStates = {
    std::pair{State::draft, std::string_view("draft")},
    std::pair{State::sent, std::string_view("sent")},
    std::pair{State::declined, std::string_view("declined")},
    std::pair{State::joined, std::string_view("joined")},
    std::pair{State::paused, std::string_view("paused")},
    std::pair{State::left, std::string_view("left")},
};

State state_of(std::string_view text) {
    for (const auto& [state, name] : kStates)
        if (name == text) return state;
    throw std::runtime_error("The database holds a state that nobody knows.");
}

}  // namespace

std::string_view name(State state) {
    return kStates[static_cast<std::size_t>(state)].second;
}

Membership read_membership(const Row& row) {
    return {.id = row.get<MembershipId>(0),
            .organisation = row.get<OrganisationId>(1),
            .campaign = row.get<CampaignId>(2),
            .state = state_of(row.get<std::string_view>(3)),
            .pledge = row.get<std::string>(4),
            .pledge_public = row.get<bool>(5),
            .staff_letter_on = row.get<std::optional<Day>>(6),
            .review_training_on = row.get<std::optional<Day>>(7),
            .signed_by = row.get<std::optional<PersonId>>(8),
            .signed_at = row.get<std::optional<Instant>>(9),
            .reason = row.get<std::string>(10),
            .carry_over = row.get<bool>(11),
            .open_to_peers = row.get<bool>(12),
            .rev = row.get<std::int64_t>(13)};
}

std::optional<Membership> find_membership(const store::Reader& db,
                                          const store::Readable& organisation,
                                          CampaignId campaign) {
    return db.one(read_membership, R"sql(
        SELECT id, organisation_id, campaign_id, state, pledge, pledge_public, staff_letter_on,
               review_training_on, signed_by, signed_at, reason, carry_over, open_to_peers, rev
          FROM campaign_memberships
         WHERE organisation_id = $1 AND campaign_id = $2
    )sql",
                  organisation, campaign);
}

std::vector<Membership> memberships_of(const store::Reader& db,
                                       const store::Readable& organisation) {
    return db.all(read_membership, R"sql(
        SELECT m.id, m.organisation_id, m.campaign_id, m.state, m.pledge, m.pledge_public,
               m.staff_letter_on, m.review_training_on, m.signed_by, m.signed_at, m.reason,
               m.carry_over, m.open_to_peers, m.rev
          FROM campaign_memberships m
          JOIN campaigns c ON c.id = m.campaign_id
         WHERE m.organisation_id = $1
         ORDER BY c.starts DESC, c.name
    )sql",
                  organisation);
}

std::vector<Period> periods_of(const store::Reader& db, const store::Readable& organisation,
                               CampaignId campaign) {
    const auto read = [](const Row& row) {
        return Period{.from = row.get<Day>(0),
                      .to = row.get<Day>(1),
                      .joined = row.get<std::string_view>(2) == "joined",
                      .ended_because = row.get<std::string>(3)};
    };
    return db.all(read, R"sql(
        SELECT from_day, to_day, state, ended_because
          FROM campaign_periods
         WHERE organisation_id = $1 AND campaign_id = $2
         ORDER BY from_day
    )sql",
                  organisation, campaign);
}

std::optional<Day> began_last(const store::Reader& db, const store::Readable& organisation,
                              CampaignId campaign) {
    return db.one([](const Row& row) { return row.get<Day>(0); }, R"sql(
        SELECT from_day FROM campaign_periods
         WHERE organisation_id = $1 AND campaign_id = $2 AND to_day = $3
    )sql",
                  organisation, campaign, kOpenEnd);
}

std::vector<std::string> choices_of(const store::Reader& db, const store::Readable& organisation,
                                    CampaignId campaign, Day day) {
    return db.all([](const Row& row) { return row.get<std::string>(0); }, R"sql(
        SELECT intervention FROM campaign_choices
         WHERE organisation_id = $1 AND campaign_id = $2 AND from_day <= $3 AND $3 <= to_day
         ORDER BY from_day, intervention
    )sql",
                  organisation, campaign, day);
}

std::vector<std::string> chosen_interventions(const store::Reader& db,
                                              std::span<const OrganisationId> organisations,
                                              Day day) {
    static const auto kScope = store::Scope::system("what members work on is public");
    std::vector<std::string> all;
    for (const OrganisationId& organisation : organisations)
        for (std::string& code : db.all([](const Row& row) { return row.get<std::string>(0); },
                                        R"sql(
                SELECT DISTINCT intervention FROM campaign_choices
                 WHERE organisation_id = $1 AND from_day <= $2 AND $2 <= to_day
                 ORDER BY intervention
            )sql",
                                        kScope.may_read(organisation), day))
            if (std::ranges::find(all, code) == all.end()) all.push_back(std::move(code));
    return all;
}

std::vector<Choice> choice_history_of(const store::Reader& db, const store::Readable& organisation,
                                      CampaignId campaign) {
    const auto read = [](const Row& row) {
        return Choice{.intervention = row.get<std::string>(0),
                      .from = row.get<Day>(1),
                      .to = row.get<Day>(2)};
    };
    return db.all(read, R"sql(
        SELECT intervention, from_day, to_day FROM campaign_choices
         WHERE organisation_id = $1 AND campaign_id = $2
         ORDER BY from_day, intervention
    )sql",
                  organisation, campaign);
}

Candidate candidate_of(const store::Reader& db, const Membership& membership, Day) {
    static const auto scope = store::Scope::system("the joining rule looks at one membership");
    return {.choices = choices_of(db, scope.may_read(membership.organisation), membership.campaign,
                                  kOpenEnd),
            .pledge = !membership.pledge.empty(),
            .pledge_public = membership.pledge_public,
            .staff_letter_on = membership.staff_letter_on,
            .review_training_on = membership.review_training_on,
            .is_signed = membership.state == State::sent || membership.takes_part()};
}

}  // namespace primum::campaigns
