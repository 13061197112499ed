#include "campaigns/campaign.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "json/writer.h"
#include "language/language.h"
#include "library/item.h"
#include "search/search.h"

namespace primum::campaigns {
namespace {

using store::Row;

constexpr std::array kStatuses = {
    std::pair{Status::draft, std::string_view("draft")},
    std::pair{Status::open, std::string_view("open")},
    std::pair{Status::closed, std::string_view("closed")},
    std::pair{Status::history, std::string_view("history")},
};

constexpr std::array kDescents = {
    std::pair{Descent::inspired_by, std::string_view("inspired_by")},
    std::pair{Descent::follows, std::string_view("follows")},
    std::pair{Descent::part_of, std::string_view("part_of")},
};

Status status_of(std::string_view text) {
    for (const auto& [status, name] : kStatuses)
        if (name == text) return status;
    throw std::runtime_error("The database holds a status that nobody knows.");
}

constexpr int kColumns = 22;

Campaign read_from(const Row& row, int first) {
    const auto text = [&](int column) { return row.get<std::string>(first + column); };
    return {.id = row.get<CampaignId>(first),
            .code = text(1),
            .owner = row.get<OrganisationId>(first + 2),
            .name = text(3),
            .strapline = text(4),
            .place = text(5),
            .cause = text(6),
            .aim = text(7),
            .goal = {.amount = row.get<std::optional<double>>(first + 8),
                     .unit = text(9),
                     .measure = text(10),
                     .by = row.get<std::optional<Day>>(first + 11)},
            .starts = row.get<Day>(first + 12),
            .ends = row.get<std::optional<Day>>(first + 13),
            .status = status_of(text(14)),
            .eligible_kind = text(15),
            .front = row.get<bool>(first + 16),
            .reach = text(17),
            .result = text(18),
            .source = text(19),
            .origin = row.get<std::optional<resources::ResourceId>>(first + 20),
            .rev = row.get<std::int64_t>(first + 21)};
}

Campaign read_campaign(const Row& row) {
    return read_from(row, 0);
}

Sponsor read_sponsor(const Row& row) {
    return {.partner = row.get<Id<partners::Partner>>(0),
            .code = row.get<std::string>(1),
            .name = row.get<std::string>(2),
            .country = row.get<std::string>(3),
            .link = row.get<std::string>(4),
            .closed = row.get<std::string_view>(5) == "closed",
            .role = row.get<std::string>(6)};
}

Relative read_relative(const Row& row) {
    return {.campaign = read_from(row, 0),
            .kind = parse_descent(row.get<std::string_view>(kColumns)).value()};
}

Intervention intervention_from(const library::Item& item) {
    return {.code = item.code,
            .name = std::string(item["name"]),
            .kind = std::string(item["kind"]),
            .aim = std::string(item["aim"]),
            .population = std::string(item["population"]),
            .provenance = std::string(item["provenance"]),
            .source = std::string(item["source"]),
            .elements = item.list("elements"),
            .parts = {}};
}

std::vector<Intervention> parts_of(const std::vector<library::Item>& items, std::string_view code) {
    std::vector<Intervention> parts;
    for (const library::Item& item : items)
        if (item["parent_id"] == code) parts.push_back(intervention_from(item));
    return parts;
}

void member(json::Writer& json, std::string_view name, const std::optional<Day>& day) {
    if (day) json.member(name, std::string_view(iso_day(*day)));
}

std::string described(const Campaign& campaign) {
    json::Writer json;
    json.begin_object();
    json.member("code", std::string_view(campaign.code));
    json.member("name", std::string_view(campaign.name));
    json.member("aim", std::string_view(campaign.aim));
    if (campaign.goal.amount) json.member("amount", *campaign.goal.amount);
    if (!campaign.goal.unit.empty()) json.member("unit", std::string_view(campaign.goal.unit));
    member(json, "by", campaign.goal.by);
    member(json, "starts", campaign.starts);
    member(json, "ends", campaign.ends);
    json.member("status", name(campaign.status));
    json.member("front", campaign.front);
    json.end_object();
    return std::string(json.text());
}

std::string listed(const std::vector<std::string>& codes) {
    json::Writer json;
    json.begin_array();
    for (const std::string& code : codes)
        json.value(std::string_view(code));
    json.end_array();
    return std::string(json.text());
}

void unchoose_front(store::Writer& db, CampaignId but) {
    db.run("UPDATE campaigns SET front = 0, rev = rev + 1 WHERE front = 1 AND id <> $1", but);
}

std::string path_of(const Campaign& campaign) {
    return "/campaigns/" + campaign.code;
}

/// In the index while visitors may see it.
void tell_search(store::Writer& db, const Campaign& campaign) {
    if (!campaign.is_public()) {
        search::remove(db, path_of(campaign));
        return;
    }
    search::put(db, {.kind = language::sentence("Campaign"),
                     .path = path_of(campaign),
                     .title = campaign.name,
                     .summary = campaign.aim,
                     .body = campaign.strapline + "\n" + campaign.cause + "\n" + campaign.place +
                             "\n" + campaign.reach + "\n" + campaign.result});
}

void tell_search_of(store::Writer& db, const Campaign& campaign,
                    const std::vector<std::string>& codes, Day day) {
    for (const std::string& code : codes)
        if (const auto item = library::find_item(db, "interventions", code, day)) {
            const Intervention intervention = intervention_from(*item);
            std::string elements;
            for (const std::string& element : intervention.elements)
                elements += element + "\n";
            search::put(db, {.kind = language::sentence("Intervention"),
                             .path = path_of(campaign) + "/interventions/" + code,
                             .title = intervention.name,
                             .summary = intervention.aim,
                             .body = elements + intervention.population});
        }
}

}  // namespace

std::string_view name(Status status) {
    return kStatuses[static_cast<std::size_t>(status)].second;
}

std::string_view name(Descent descent) {
    return kDescents[static_cast<std::size_t>(descent)].second;
}

std::optional<Descent> parse_descent(std::string_view name) {
    for (const auto& [descent, its_name] : kDescents)
        if (its_name == name) return descent;
    return {};
}

std::vector<Campaign> campaigns_of(const store::Reader& db) {
    return db.all(read_campaign, R"sql(
        SELECT id, code, owner_id, name, strapline, place, cause, aim, aim_amount, aim_unit,
               aim_measure, aim_by, starts, ends, status, eligible_kind, front, reach, result,
               source, origin_resource_id, rev
          FROM campaigns
         WHERE status <> 'draft'
         ORDER BY CASE status WHEN 'open' THEN 1 WHEN 'closed' THEN 2 ELSE 3 END,
                  front DESC, starts DESC, name
    )sql");
}

std::vector<Campaign> all_campaigns(const store::Reader& db) {
    return db.all(read_campaign, R"sql(
        SELECT id, code, owner_id, name, strapline, place, cause, aim, aim_amount, aim_unit,
               aim_measure, aim_by, starts, ends, status, eligible_kind, front, reach, result,
               source, origin_resource_id, rev
          FROM campaigns
         ORDER BY starts DESC, name
    )sql");
}

std::optional<Campaign> find_campaign(const store::Reader& db, std::string_view code) {
    return db.one(read_campaign, R"sql(
        SELECT id, code, owner_id, name, strapline, place, cause, aim, aim_amount, aim_unit,
               aim_measure, aim_by, starts, ends, status, eligible_kind, front, reach, result,
               source, origin_resource_id, rev
          FROM campaigns
         WHERE lower(code) = lower($1)
    )sql",
                  code);
}

std::optional<Campaign> find_campaign(const store::Reader& db, CampaignId id) {
    return db.one(read_campaign, R"sql(
        SELECT id, code, owner_id, name, strapline, place, cause, aim, aim_amount, aim_unit,
               aim_measure, aim_by, starts, ends, status, eligible_kind, front, reach, result,
               source, origin_resource_id, rev
          FROM campaigns
         WHERE id = $1
    )sql",
                  id);
}

std::optional<Campaign> front_campaign(const store::Reader& db) {
    return db.one(read_campaign, R"sql(
        SELECT id, code, owner_id, name, strapline, place, cause, aim, aim_amount, aim_unit,
               aim_measure, aim_by, starts, ends, status, eligible_kind, front, reach, result,
               source, origin_resource_id, rev
          FROM campaigns
         WHERE status = 'open'
         ORDER BY front DESC, starts DESC, name
    )sql");
}

std::vector<Sponsor> sponsors_of(const store::Reader& db, CampaignId campaign) {
    return db.all(read_sponsor, R"sql(
        SELECT p.id, p.code, p.name, p.country, p.link, p.status, s.role
          FROM campaign_sponsors s
          JOIN partners p ON p.id = s.partner_id
         WHERE s.campaign_id = $1
         ORDER BY s.position
    )sql",
                  campaign);
}

std::vector<Sponsor> possible_sponsors(const store::Reader& db) {
    return db.all(read_sponsor, R"sql(
        SELECT id, code, name, country, link, status, role FROM partners ORDER BY name
    )sql");
}

Lineage lineage_of(const store::Reader& db, CampaignId campaign) {
    Lineage lineage;
    lineage.ancestors = db.all(read_relative, R"sql(
        SELECT c.id, c.code, c.owner_id, c.name, c.strapline, c.place, c.cause, c.aim, c.aim_amount,
               c.aim_unit, c.aim_measure, c.aim_by, c.starts, c.ends, c.status, c.eligible_kind,
               c.front, c.reach, c.result, c.source, c.origin_resource_id, c.rev, l.kind
          FROM campaign_lineage l
          JOIN campaigns c ON c.id = l.ancestor_id
         WHERE l.campaign_id = $1 AND c.status <> 'draft'
         ORDER BY c.starts, c.name
    )sql",
                               campaign);
    lineage.descendants = db.all(read_relative, R"sql(
        SELECT c.id, c.code, c.owner_id, c.name, c.strapline, c.place, c.cause, c.aim, c.aim_amount,
               c.aim_unit, c.aim_measure, c.aim_by, c.starts, c.ends, c.status, c.eligible_kind,
               c.front, c.reach, c.result, c.source, c.origin_resource_id, c.rev, l.kind
          FROM campaign_lineage l
          JOIN campaigns c ON c.id = l.campaign_id
         WHERE l.ancestor_id = $1 AND c.status <> 'draft'
         ORDER BY c.starts, c.name
    )sql",
                                 campaign);
    return lineage;
}

std::vector<Intervention> interventions_of(const store::Reader& db, CampaignId campaign, Day day) {
    const auto code = [](const Row& row) { return row.get<std::string>(0); };
    const auto codes = db.all(code, R"sql(
        SELECT intervention FROM campaign_interventions WHERE campaign_id = $1 ORDER BY position
    )sql",
                              campaign);
    const auto compulsory = db.all(code, R"sql(
        SELECT code FROM campaign_conditions
         WHERE campaign_id = $1 AND kind = 'intervention_compulsory'
    )sql",
                                   campaign);
    const auto items = library::items_of(db, "interventions", day);
    std::vector<Intervention> interventions;
    for (const std::string& one : codes) {
        const auto item = std::ranges::find(items, one, &library::Item::code);
        Intervention found =
            item == items.end() ? Intervention{.code = one, .name = one} : intervention_from(*item);
        found.parts = parts_of(items, one);
        found.compulsory = std::ranges::find(compulsory, one) != compulsory.end();
        interventions.push_back(std::move(found));
    }
    return interventions;
}

const Intervention* find_intervention(const std::vector<Intervention>& all, std::string_view code) {
    for (const Intervention& one : all) {
        if (one.code == code) return &one;
        if (const auto* part = find_intervention(one.parts, code)) return part;
    }
    return nullptr;
}

std::vector<Intervention> offered_interventions(const store::Reader& db, Day day) {
    const auto items = library::items_of(db, "interventions", day);
    std::vector<Intervention> offered;
    for (const library::Item& item : items) {
        if (!item["parent_id"].empty()) continue;
        offered.push_back(intervention_from(item));
        offered.back().parts = parts_of(items, item.code);
    }
    return offered;
}

std::optional<resources::Resource> origin_of(const store::Reader& db, const Campaign& campaign) {
    if (!campaign.origin) return {};
    auto found = resources::find_resource(db, *campaign.origin);
    if (!found || found->status != resources::Status::published) return {};
    return found;
}

std::vector<Document> possible_origins(const store::Reader& db) {
    const auto read = [](const Row& row) {
        return Document{.id = row.get<resources::ResourceId>(0), .title = row.get<std::string>(1)};
    };
    return db.all(read,
                  "SELECT id, title FROM resources WHERE status = 'published' ORDER BY title");
}

bool is_code(std::string_view code) {
    constexpr std::size_t kLongest = 60;
    const auto letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    return !code.empty() && code.size() <= kLongest && letter(code.front()) &&
           letter(code.back()) &&
           std::ranges::all_of(code, [&](char c) { return letter(c) || c == '-'; });
}

CampaignId add_campaign(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                        const Campaign& campaign) {
    Campaign added = campaign;
    added.id = db.new_id<Campaign>();
    added.owner = owner.organisation();
    if (added.front) unchoose_front(db, added.id);
    db.run(R"sql(
        INSERT INTO campaigns (id, code, owner_id, name, strapline, place, cause, aim, aim_amount,
                               aim_unit, aim_measure, aim_by, starts, ends, status, eligible_kind,
                               front, reach, result, source, origin_resource_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
                $19, $20, $21)
    )sql",
           added.id, added.code, added.owner, added.name, added.strapline, added.place, added.cause,
           added.aim, added.goal.amount, added.goal.unit, added.goal.measure, added.goal.by,
           added.starts, added.ends, name(added.status), added.eligible_kind, added.front,
           added.reach, added.result, added.source, added.origin);
    store::record(db, owner, stamp,
                  {.action = "campaigns.add",
                   .object = added.id.text(),
                   .before = "",
                   .after = described(added)});
    tell_search(db, added);
    return added.id;
}

bool touch(store::Writer& db, const Campaign& before) {
    return db.run("UPDATE campaigns SET rev = rev + 1 WHERE id = $1 AND rev = $2", before.id,
                  before.rev) == 1;
}

bool save_campaign(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                   const Campaign& campaign) {
    const auto before = find_campaign(db, campaign.id);
    if (!before || !touch(db, campaign)) return false;
    if (campaign.front) unchoose_front(db, campaign.id);
    db.run(R"sql(
        UPDATE campaigns
           SET name = $1, strapline = $2, place = $3, cause = $4, aim = $5, aim_amount = $6,
               aim_unit = $7, aim_measure = $8, aim_by = $9, starts = $10, ends = $11, status = $12,
               eligible_kind = $13, front = $14, reach = $15, result = $16, source = $17,
               origin_resource_id = $18
         WHERE id = $19
    )sql",
           campaign.name, campaign.strapline, campaign.place, campaign.cause, campaign.aim,
           campaign.goal.amount, campaign.goal.unit, campaign.goal.measure, campaign.goal.by,
           campaign.starts, campaign.ends, name(campaign.status), campaign.eligible_kind,
           campaign.front, campaign.reach, campaign.result, campaign.source, campaign.origin,
           campaign.id);
    store::record(db, owner, stamp,
                  {.action = "campaigns.save",
                   .object = campaign.id.text(),
                   .before = described(*before),
                   .after = described(campaign)});
    tell_search(db, campaign);
    return true;
}

bool save_sponsors(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                   const Campaign& before, const std::vector<Sponsor>& sponsors) {
    if (!touch(db, before)) return false;
    const auto text = [](const std::vector<Sponsor>& all) {
        std::vector<std::string> lines;
        for (const Sponsor& one : all)
            lines.push_back(one.code + ": " + one.role);
        return listed(lines);
    };
    const std::string were = text(sponsors_of(db, before.id));
    db.run("DELETE FROM campaign_sponsors WHERE campaign_id = $1", before.id);
    int position = 0;
    for (const Sponsor& one : sponsors)
        db.run(R"sql(
            INSERT INTO campaign_sponsors (campaign_id, partner_id, role, position)
            VALUES ($1, $2, $3, $4)
        )sql",
               before.id, one.partner, one.role, ++position);
    store::record(db, owner, stamp,
                  {.action = "campaigns.sponsors",
                   .object = before.id.text(),
                   .before = were,
                   .after = text(sponsors)});
    return true;
}

bool save_interventions(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                        const Campaign& before, const std::vector<std::string>& codes) {
    if (!touch(db, before)) return false;
    const Day today = std::chrono::floor<std::chrono::days>(stamp.at);
    std::vector<std::string> were;
    for (const Intervention& one : interventions_of(db, before.id, today)) {
        were.push_back(one.code);
        search::remove(db, path_of(before) + "/interventions/" + one.code);
    }
    db.run("DELETE FROM campaign_interventions WHERE campaign_id = $1", before.id);
    int position = 0;
    for (const std::string& code : codes)
        db.run(R"sql(
            INSERT INTO campaign_interventions (campaign_id, intervention, position)
            VALUES ($1, $2, $3)
        )sql",
               before.id, code, ++position);
    store::record(db, owner, stamp,
                  {.action = "campaigns.interventions",
                   .object = before.id.text(),
                   .before = listed(were),
                   .after = listed(codes)});
    if (before.is_public()) tell_search_of(db, before, codes, today);
    return true;
}

bool save_ancestors(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                    const Campaign& before, const std::vector<Ancestor>& ancestors) {
    if (!touch(db, before)) return false;
    std::vector<std::string> are;
    db.run("DELETE FROM campaign_lineage WHERE campaign_id = $1", before.id);
    for (const Ancestor& one : ancestors) {
        db.run(R"sql(
            INSERT INTO campaign_lineage (campaign_id, ancestor_id, kind) VALUES ($1, $2, $3)
        )sql",
               before.id, one.campaign, name(one.kind));
        are.push_back(std::string(name(one.kind)) + " " + std::string(one.campaign.text()));
    }
    store::record(db, owner, stamp,
                  {.action = "campaigns.lineage",
                   .object = before.id.text(),
                   .before = "",
                   .after = listed(are)});
    return true;
}

}  // namespace primum::campaigns
