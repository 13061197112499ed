#include "momentum/facts.h"

#include <algorithm>
#include <unordered_map>

namespace primum::momentum {
namespace {

const store::Scope& scope() {
    static const auto kScope = store::Scope::system(
        "who takes part in a campaign and its programme, and since when, is "
        "public");
    return kScope;
}

bool any_on(const std::vector<Period>& periods, Day day) {
    return std::ranges::any_of(periods, [&](const Period& period) { return period.has(day); });
}

std::optional<Day> first_of(const std::vector<Period>& periods) {
    if (periods.empty()) return {};
    return std::ranges::min(periods, {}, &Period::from).from;
}

Campaign read_campaign(const store::Row& row) {
    return {.id = row.get<CampaignId>(0),
            .code = row.get<std::string>(1),
            .name = row.get<std::string>(2),
            .owner = row.get<OrganisationId>(3),
            .eligible_kind = row.get<std::string>(4),
            .starts = row.get<Day>(5),
            .ends = row.get<std::optional<Day>>(6),
            .draft = row.get<std::string>(7) == "draft",
            .programme = {},
            .programme_code = {}};
}

void name_programme(const store::Reader& db, Campaign& campaign) {
    db.each(
        [&](const store::Row& row) {
            if (!campaign.programme_code.empty()) return;
            campaign.programme_code = row.get<std::string>(0);
            campaign.programme = row.get<std::string>(1);
            if (campaign.programme.empty()) campaign.programme = row.get<std::string>(2);
        },
        R"sql(
        SELECT code, short_name, name FROM programmes
         WHERE campaign_id = $1 AND status <> 'draft'
         ORDER BY CASE status WHEN 'open' THEN 0 ELSE 1 END, name
    )sql",
        campaign.id);
}

Facts read_organisation(const store::Row& row) {
    return {.id = row.get<OrganisationId>(0),
            .name = row.get<std::string>(1),
            .code = row.get<std::optional<std::string>>(2).value_or(""),
            .kind = row.get<std::string>(3),
            .opened = row.get<std::optional<Day>>(4),
            .closed = row.get<std::optional<Day>>(5),
            .network = {},
            .region = {},
            .member = {},
            .enrolled = {}};
}

using ById = std::unordered_map<OrganisationId, Facts*>;

void add_places(const store::Reader& db, const Campaign& campaign, const ById& by_id) {
    // The latest link last, so that it stands.
    db.each(
        [&](const store::Row& row) {
            const auto found = by_id.find(row.get<OrganisationId>(0));
            if (found == by_id.end()) return;
            (row.get<int>(1) == 1 ? found->second->network : found->second->region) =
                row.get<std::string>(2);
        },
        R"sql(
        SELECT c.descendant_id, c.depth, a.name
          FROM organisation_closure c
          JOIN organisations a ON a.id = c.ancestor_id
          JOIN organisations o ON o.id = c.descendant_id
         WHERE c.depth IN (1, 2)
           AND ($1 = '' OR o.kind = $1
                OR o.id IN (SELECT organisation_id FROM campaign_periods WHERE campaign_id = $2))
         ORDER BY c.valid_to
    )sql",
        campaign.eligible_kind, campaign.id, scope().everywhere());
}

void add_periods(const store::Reader& db, const Campaign& campaign, const ById& by_id) {
    const auto into = [&](std::vector<Period> Facts::* list) {
        return [&by_id, list](const store::Row& row) {
            if (const auto found = by_id.find(row.get<OrganisationId>(0)); found != by_id.end())
                (found->second->*list).push_back({row.get<Day>(1), row.get<Day>(2)});
        };
    };
    db.each(into(&Facts::member), R"sql(
        SELECT organisation_id, from_day, to_day
          FROM campaign_periods
         WHERE campaign_id = $1 AND state = 'joined'
         ORDER BY from_day
    )sql",
            campaign.id, scope().everywhere());
    db.each(into(&Facts::enrolled), R"sql(
        SELECT e.organisation_id, e.from_day, e.to_day
          FROM programme_enrolments e
          JOIN programmes p ON p.id = e.programme_id
         WHERE p.campaign_id = $1
         ORDER BY e.from_day
    )sql",
            campaign.id, scope().everywhere());
}

}  // namespace

std::optional<Campaign> find_campaign(const store::Reader& db, std::string_view code) {
    auto campaign = db.one(read_campaign, R"sql(
        SELECT id, code, name, owner_id, eligible_kind, starts, ends, status
          FROM campaigns WHERE lower(code) = lower($1)
    )sql",
                           code);
    if (campaign) name_programme(db, *campaign);
    return campaign;
}

std::vector<Campaign> open_campaigns(const store::Reader& db) {
    auto campaigns = db.all(read_campaign, R"sql(
        SELECT id, code, name, owner_id, eligible_kind, starts, ends, status
          FROM campaigns WHERE status = 'open' ORDER BY front DESC, starts DESC, name
    )sql");
    for (Campaign& campaign : campaigns)
        name_programme(db, campaign);
    return campaigns;
}

bool Facts::member_on(Day day) const {
    return any_on(member, day);
}
bool Facts::enrolled_on(Day day) const {
    return any_on(enrolled, day);
}
std::optional<Day> Facts::first_joined() const {
    return first_of(member);
}
std::optional<Day> Facts::first_enrolled() const {
    return first_of(enrolled);
}

std::vector<Facts> facts_of(const store::Reader& db, const Campaign& campaign) {
    auto all = db.all(read_organisation, R"sql(
        SELECT o.id, o.name,
               (SELECT min(i.value) FROM organisation_identifiers i WHERE i.organisation_id = o.id),
               o.kind, o.opened, o.closed
          FROM organisations o
         WHERE $1 = '' OR o.kind = $1
            OR o.id IN (SELECT organisation_id FROM campaign_periods WHERE campaign_id = $2)
            OR o.id IN (SELECT e.organisation_id
                          FROM programme_enrolments e JOIN programmes p ON p.id = e.programme_id
                         WHERE p.campaign_id = $2)
         ORDER BY o.name, o.id
    )sql",
                      campaign.eligible_kind, campaign.id, scope().everywhere());
    ById by_id;
    for (Facts& one : all)
        by_id[one.id] = &one;
    add_places(db, campaign, by_id);
    add_periods(db, campaign, by_id);
    return all;
}

std::vector<Facts> facts_of(const store::Reader& db, const Campaign& campaign,
                            std::span<const OrganisationId> organisations) {
    std::vector<Facts> some;
    for (const OrganisationId id : organisations) {
        auto one = db.one(read_organisation, R"sql(
            SELECT o.id, o.name,
                   (SELECT min(i.value) FROM organisation_identifiers i
                     WHERE i.organisation_id = o.id),
                   o.kind, o.opened, o.closed
              FROM organisations o WHERE o.id = $1
        )sql",
                          id);
        if (!one) continue;
        const auto read = [](const store::Row& row) {
            return Period{row.get<Day>(0), row.get<Day>(1)};
        };
        one->member = db.all(read, R"sql(
            SELECT from_day, to_day FROM campaign_periods
             WHERE organisation_id = $1 AND campaign_id = $2 AND state = 'joined'
             ORDER BY from_day
        )sql",
                             scope().may_read(id), campaign.id);
        one->enrolled = db.all(read, R"sql(
            SELECT e.from_day, e.to_day
              FROM programme_enrolments e
              JOIN programmes p ON p.id = e.programme_id
             WHERE e.organisation_id = $1 AND p.campaign_id = $2
             ORDER BY e.from_day
        )sql",
                               scope().may_read(id), campaign.id);
        some.push_back(std::move(*one));
    }
    return some;
}

std::vector<const Facts*> eligible_on(std::span<const Facts> all, const Campaign& campaign,
                                      Day day) {
    std::vector<const Facts*> eligible;
    for (const Facts& one : all)
        if (campaign.may_be_joined_by(one.kind) && one.open_on(day)) eligible.push_back(&one);
    return eligible;
}

}  // namespace primum::momentum
