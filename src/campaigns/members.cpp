// What everybody may know: who has joined, and what members work on.

#include <algorithm>

#include "campaigns/membership.h"

namespace primum::campaigns {
namespace {

using store::Row;

Member read_member(const Row& row) {
    return {.organisation = row.get<OrganisationId>(0),
            .name = row.get<std::string>(1),
            .kind = row.get<std::string>(2),
            .region = row.get<std::optional<std::string>>(3).value_or(""),
            .region_id = row.get<std::optional<OrganisationId>>(4),
            .since = row.get<Day>(5)};
}

store::Everywhere public_facts() {
    static const auto scope = store::Scope::system("who has joined a campaign is public");
    return scope.everywhere();
}

}  // namespace

bool is_member(const store::Reader& db, OrganisationId organisation, CampaignId campaign, Day day) {
    return db
        .one([](const Row&) { return true; }, R"sql(
        SELECT 1 FROM campaign_periods
         WHERE organisation_id = $1 AND campaign_id = $2 AND state = 'joined'
           AND from_day <= $3 AND $3 <= to_day
    )sql",
             organisation, campaign, day, public_facts())
        .has_value();
}

std::vector<Member> members_of(const store::Reader& db, CampaignId campaign, Day day) {
    return db.all(read_member, R"sql(
        SELECT o.id, o.name, o.kind, r.name, r.id,
               (SELECT min(q.from_day) FROM campaign_periods q
                 WHERE q.organisation_id = p.organisation_id AND q.campaign_id = p.campaign_id
                   AND q.from_day <= p.from_day
                   AND NOT EXISTS (SELECT 1 FROM campaign_periods e
                                    WHERE e.organisation_id = p.organisation_id
                                      AND e.campaign_id = p.campaign_id
                                      AND e.ended_because IN ('left', 'merged')
                                      AND e.to_day >= q.from_day AND e.to_day < p.from_day))
          FROM campaign_periods p
          JOIN organisations o ON o.id = p.organisation_id
          LEFT JOIN (SELECT x.descendant_id, y.id, y.name
                       FROM organisation_closure x
                       JOIN organisations y ON y.id = x.ancestor_id AND y.kind = 'region'
                      WHERE x.valid_from <= $2 AND $2 <= x.valid_to) r ON r.descendant_id = o.id
         WHERE p.campaign_id = $1 AND p.state = 'joined' AND p.from_day <= $2 AND $2 <= p.to_day
         ORDER BY lower(o.name), o.id
    )sql",
                  campaign, day, public_facts());
}

std::size_t count_members(const store::Reader& db, CampaignId campaign, Day day) {
    return static_cast<std::size_t>(db.one([](const Row& row) { return row.get<std::int64_t>(0); },
                                           R"sql(
        SELECT count(*) FROM campaign_periods
         WHERE campaign_id = $1 AND state = 'joined' AND from_day <= $2 AND $2 <= to_day
    )sql",
                                           campaign, day, public_facts())
                                        .value());
}

Uptake uptake_of(const store::Reader& db, const Campaign& campaign, Day day) {
    const auto number = [](const Row& row) { return row.get<std::int64_t>(0); };
    Uptake uptake;
    uptake.members = static_cast<std::int64_t>(count_members(db, campaign.id, day));
    uptake.joined = db.one(number, R"sql(
        SELECT count(*) FROM campaign_periods p
          JOIN organisations o ON o.id = p.organisation_id
         WHERE p.campaign_id = $1 AND p.state = 'joined' AND p.from_day <= $2 AND $2 <= p.to_day
           AND ($3 = '' OR o.kind = $3) AND (o.closed IS NULL OR o.closed >= $2)
    )sql",
                           campaign.id, day, campaign.eligible_kind, public_facts())
                        .value();
    uptake.eligible = db.one(number, R"sql(
        SELECT count(*) FROM organisations
         WHERE ($1 = '' OR kind = $1) AND (opened IS NULL OR opened <= $2)
           AND (closed IS NULL OR closed >= $2)
    )sql",
                             campaign.eligible_kind, day)
                          .value();
    uptake.pledges = db.one(number, R"sql(
        SELECT count(*) FROM personal_pledges
         WHERE campaign_id = $1 AND confirmed_at IS NOT NULL AND withdrawn_at IS NULL
    )sql",
                            campaign.id)
                         .value();
    uptake.done = db.one(number, R"sql(
        SELECT count(*) FROM personal_pledges
         WHERE campaign_id = $1 AND confirmed_at IS NOT NULL AND withdrawn_at IS NULL
           AND done_on IS NOT NULL
    )sql",
                         campaign.id)
                      .value();
    return uptake;
}

std::vector<Taken> taken_of(const store::Reader& db, CampaignId campaign, Day day) {
    const auto read = [](const Row& row) {
        return Taken{.intervention = row.get<std::string>(0), .members = row.get<std::int64_t>(1)};
    };
    return db.all(read, R"sql(
        SELECT i.intervention, count(c.organisation_id)
          FROM campaign_interventions i
          LEFT JOIN (SELECT ch.campaign_id, ch.intervention, ch.organisation_id
                       FROM campaign_choices ch
                       JOIN campaign_periods p ON p.organisation_id = ch.organisation_id
                                              AND p.campaign_id = ch.campaign_id
                      WHERE p.state = 'joined' AND p.from_day <= $2 AND $2 <= p.to_day
                        AND ch.from_day <= $2 AND $2 <= ch.to_day) c
                 ON c.campaign_id = i.campaign_id AND c.intervention = i.intervention
         WHERE i.campaign_id = $1
         GROUP BY i.intervention, i.position
         ORDER BY i.position
    )sql",
                  campaign, day, public_facts());
}

std::vector<Member> members_working_on(const store::Reader& db, CampaignId campaign,
                                       std::string_view intervention, Day day) {
    std::vector<OrganisationId> ids =
        db.all([](const Row& row) { return row.get<OrganisationId>(0); }, R"sql(
        SELECT organisation_id FROM campaign_choices
         WHERE campaign_id = $1 AND intervention = $2 AND from_day <= $3 AND $3 <= to_day
    )sql",
               campaign, intervention, day, public_facts());
    std::ranges::sort(ids);
    std::vector<Member> members = members_of(db, campaign, day);
    std::erase_if(members, [&](const Member& one) {
        return !std::ranges::binary_search(ids, one.organisation);
    });
    return members;
}

}  // namespace primum::campaigns
