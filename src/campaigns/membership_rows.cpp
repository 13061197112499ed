#include "campaigns/membership_rows.h"

#include "json/writer.h"
#include "language/language.h"
#include "search/search.h"

namespace primum::campaigns {

using std::chrono::days;
using store::Row;

bool touch(store::Writer& db, const store::Writable& owner, const Membership& before) {
    return db.run(R"sql(
        UPDATE campaign_memberships SET rev = rev + 1
         WHERE organisation_id = $1 AND id = $2 AND rev = $3
    )sql",
                  owner, before.id, before.rev) == 1;
}

void set_state(store::Writer& db, const store::Writable& owner, const Membership& before,
               State state, std::string_view reason) {
    db.run(R"sql(
        UPDATE campaign_memberships SET state = $1, reason = $2
         WHERE organisation_id = $3 AND id = $4
    )sql",
           name(state), reason, owner, before.id);
}

void record(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
            std::string_view action, MembershipId id, std::string_view word,
            std::string_view what) {
    json::Writer json;
    json.begin_object();
    json.member(word, what);
    json.end_object();
    store::record(db, owner, stamp,
                  {.action = action, .object = id.text(), .before = "", .after = json.text()});
}

void add_period(store::Writer& db, const store::Writable& owner, CampaignId campaign, Day from,
                Day to, bool joined) {
    db.run(R"sql(
        INSERT INTO campaign_periods (organisation_id, id, campaign_id, from_day, to_day, state)
        VALUES ($1, $2, $3, $4, $5, $6)
    )sql",
           owner, db.new_id<Period>(), campaign, from, to, joined ? "joined" : "paused");
}

void end_period(store::Writer& db, const store::Writable& owner, CampaignId campaign, Day last_day,
                std::string_view because) {
    db.run(R"sql(
        DELETE FROM campaign_periods
         WHERE organisation_id = $1 AND campaign_id = $2 AND to_day = $3 AND from_day > $4
    )sql",
           owner, campaign, kOpenEnd, last_day);
    db.run(R"sql(
        UPDATE campaign_periods SET to_day = $1, ended_because = $2
         WHERE organisation_id = $3 AND campaign_id = $4 AND to_day = $5
    )sql",
           last_day, because, owner, campaign, kOpenEnd);
}

namespace {

std::optional<Day> last_day_of_all(const store::Reader& db, const store::Readable& organisation,
                                   CampaignId campaign) {
    return db
        .one([](const Row& row) { return row.get<std::optional<Day>>(0); }, R"sql(
        SELECT max(to_day) FROM campaign_periods WHERE organisation_id = $1 AND campaign_id = $2
    )sql",
             organisation, campaign)
        .value_or(std::nullopt);
}

}  // namespace

Day free_day(const store::Reader& db, const store::Readable& organisation, CampaignId campaign,
             Day day) {
    const auto last = last_day_of_all(db, organisation, campaign);
    return last && *last >= day ? *last + days(1) : day;
}

void add_choice(store::Writer& db, const store::Writable& owner, CampaignId campaign,
                std::string_view intervention, Day from) {
    // Ended earlier on the same day: it goes on as if nothing had been.
    db.run(R"sql(
        DELETE FROM campaign_choices
         WHERE organisation_id = $1 AND campaign_id = $2 AND intervention = $3 AND from_day = $4
    )sql",
           owner, campaign, intervention, from);
    db.run(R"sql(
        INSERT INTO campaign_choices (organisation_id, id, campaign_id, intervention, from_day,
                                      to_day)
        VALUES ($1, $2, $3, $4, $5, $6)
    )sql",
           owner, db.new_id<Choice>(), campaign, intervention, from, kOpenEnd);
}

void end_choice(store::Writer& db, const store::Writable& owner, CampaignId campaign,
                std::string_view intervention, Day last_day) {
    db.run(R"sql(
        DELETE FROM campaign_choices
         WHERE organisation_id = $1 AND campaign_id = $2 AND intervention = $3 AND to_day = $4
           AND from_day > $5
    )sql",
           owner, campaign, intervention, kOpenEnd, last_day);
    db.run(R"sql(
        UPDATE campaign_choices SET to_day = $1
         WHERE organisation_id = $2 AND campaign_id = $3 AND intervention = $4 AND to_day = $5
    )sql",
           last_day, owner, campaign, intervention, kOpenEnd);
}

namespace {

std::string page_of(const Campaign& campaign, OrganisationId organisation) {
    return "/campaigns/" + campaign.code + "/members/" + std::string(organisation.text());
}

}  // namespace

void tell_search(store::Writer& db, const store::Writable& owner, CampaignId id) {
    const auto campaign = find_campaign(db, id);
    const auto membership = find_membership(db, owner, id);
    if (!campaign || !membership) return;
    const std::string page = page_of(*campaign, owner.organisation());
    if (!membership->takes_part() || !campaign->is_public()) return search::remove(db, page);
    const auto name = db.one([](const Row& row) { return row.get<std::string>(0); },
                             "SELECT name FROM organisations WHERE id = $1", owner.organisation());
    search::put(db, {.kind = language::sentence("Member of a campaign"),
                     .path = page,
                     .title = name.value_or(""),
                     .summary = campaign->name,
                     .body = membership->pledge_public ? membership->pledge : std::string()});
}

}  // namespace primum::campaigns
