// A membership is prepared and signed.

#include <algorithm>

#include "campaigns/membership_rows.h"

namespace primum::campaigns {

using std::chrono::days;

Membership begin(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
                 CampaignId campaign) {
    if (auto known = find_membership(db, organisation, campaign)) return *known;
    Membership membership;
    membership.id = db.new_id<Membership>();
    membership.organisation = organisation.organisation();
    membership.campaign = campaign;
    db.run(R"sql(
        INSERT INTO campaign_memberships (organisation_id, id, campaign_id) VALUES ($1, $2, $3)
    )sql",
           organisation, membership.id, campaign);
    record(db, organisation, stamp, "campaigns.begin", membership.id, "campaign", campaign.text());
    return membership;
}

bool save_pledge(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                 const Membership& before, std::string_view pledge, bool is_public) {
    if (before.state == State::sent || !touch(db, owner, before)) return false;
    db.run(R"sql(
        UPDATE campaign_memberships SET pledge = $1, pledge_public = $2
         WHERE organisation_id = $3 AND id = $4
    )sql",
           pledge, is_public, owner, before.id);
    record(db, owner, stamp, "campaigns.pledge", before.id, "pledge", pledge);
    tell_search(db, owner, before.campaign);
    return true;
}

bool save_staff_letter(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                       const Membership& before, std::optional<Day> on) {
    if (before.state == State::sent || !touch(db, owner, before)) return false;
    db.run(R"sql(
        UPDATE campaign_memberships SET staff_letter_on = $1
         WHERE organisation_id = $2 AND id = $3
    )sql",
           on, owner, before.id);
    record(db, owner, stamp, "campaigns.staff_letter", before.id, "on", on ? iso_day(*on) : "");
    return true;
}

bool save_review_training(store::Writer& db, const store::Writable& owner,
                          const store::Stamp& stamp, const Membership& before,
                          std::optional<Day> on) {
    if (before.state == State::sent || !touch(db, owner, before)) return false;
    db.run(R"sql(
        UPDATE campaign_memberships SET review_training_on = $1
         WHERE organisation_id = $2 AND id = $3
    )sql",
           on, owner, before.id);
    record(db, owner, stamp, "campaigns.review_training", before.id, "on", on ? iso_day(*on) : "");
    return true;
}

bool save_choices(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                  const Membership& before, const std::vector<std::string>& codes, Day from) {
    if (before.state == State::sent || !touch(db, owner, before)) return false;
    const auto were = choices_of(db, owner, before.campaign, kOpenEnd);
    std::string all;
    for (const std::string& code : were)
        if (std::ranges::find(codes, code) == codes.end())
            end_choice(db, owner, before.campaign, code, from - days(1));
    for (const std::string& code : codes) {
        if (std::ranges::find(were, code) == were.end())
            add_choice(db, owner, before.campaign, code, from);
        all += (all.empty() ? "" : " ") + code;
    }
    record(db, owner, stamp, "campaigns.choices", before.id, "interventions", all);
    return true;
}

bool save_carry_over(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                     const Membership& before, bool agrees) {
    if (!touch(db, owner, before)) return false;
    db.run(R"sql(
        UPDATE campaign_memberships SET carry_over = $1 WHERE organisation_id = $2 AND id = $3
    )sql",
           agrees, owner, before.id);
    record(db, owner, stamp, "campaigns.carry_over_consent", before.id, "agrees",
           agrees ? "yes" : "no");
    return true;
}

bool open_to_peers(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                   const Membership& before, bool open) {
    if (!before.in_preparation() || !touch(db, owner, before)) return false;
    db.run(R"sql(
        UPDATE campaign_memberships SET open_to_peers = $1 WHERE organisation_id = $2 AND id = $3
    )sql",
           open, owner, before.id);
    record(db, owner, stamp, "campaigns.open_to_peers", before.id, "open", open ? "yes" : "no");
    return true;
}

Signed sign(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
            const Membership& before, Day today) {
    if (!before.in_preparation() || !touch(db, owner, before)) return Signed::overtaken;
    const auto now = find_membership(db, owner, before.campaign);
    const auto checks =
        check(conditions_of(db, before.campaign), candidate_of(db, now.value(), today),
              interventions_of(db, before.campaign, today), today);
    if (!all_met(checks, Asks::signed_by_chief_executive)) return Signed::rule_not_met;
    set_state(db, owner, before, State::sent, "");
    db.run(R"sql(
        UPDATE campaign_memberships SET signed_by = $1, signed_at = $2, open_to_peers = 0
         WHERE organisation_id = $3 AND id = $4
    )sql",
           stamp.person, stamp.at, owner, before.id);
    record(db, owner, stamp, "campaigns.sign", before.id, "pledge", before.pledge);
    return Signed::done;
}

bool take_back(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
               const Membership& before) {
    if (before.state != State::sent || !touch(db, owner, before)) return false;
    set_state(db, owner, before, State::draft, "");
    db.run(R"sql(
        UPDATE campaign_memberships SET signed_by = NULL, signed_at = NULL
         WHERE organisation_id = $1 AND id = $2
    )sql",
           owner, before.id);
    record(db, owner, stamp, "campaigns.take_back", before.id, "state", "draft");
    return true;
}

}  // namespace primum::campaigns
