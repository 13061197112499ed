#include "partners/partner.h"

#include <algorithm>
#include <set>

#include "html/html.h"
#include "json/writer.h"
#include "organisations/tree.h"
#include "search/search.h"
#include "store/audit.h"

namespace primum::partners {
namespace {

Partner read_partner(const store::Row& row) {
    return {.id = row.get<PartnerId>(0),
            .code = row.get<std::string>(1),
            .name = row.get<std::string>(2),
            .country = row.get<std::string>(3),
            .role = row.get<std::string>(4),
            .link = row.get<std::string>(5),
            .closed = row.get<std::string_view>(6) == "closed",
            .closed_on = row.get<std::optional<std::string>>(7).value_or(""),
            .note = row.get<std::string>(8),
            .owner = row.get<std::optional<OrganisationId>>(9),
            .rev = row.get<std::int64_t>(10)};
}

Relative read_relative(const store::Row& row) {
    return {.code = row.get<std::string>(0),
            .name = row.get<std::string>(1),
            .closed = row.get<std::string_view>(2) == "closed",
            .closed_on = row.get<std::optional<std::string>>(3).value_or(""),
            .what = row.get<std::string>(4)};
}

std::optional<OrganisationId> keeper_of(const store::Reader& db, const Partner& partner) {
    if (partner.owner) return partner.owner;
    const auto tops = organisations::tops(db);
    return tops.empty() ? std::nullopt : std::optional(tops.front());
}

std::string_view status_of(const Partner& partner) {
    return partner.closed ? "closed" : "active";
}

std::optional<std::string> closed_on(const Partner& partner) {
    return partner.closed && !partner.closed_on.empty() ? std::optional(partner.closed_on)
                                                        : std::nullopt;
}

std::string described(const Partner& partner) {
    json::Writer json;
    json.begin_object()
        .member("code", partner.code)
        .member("name", partner.name)
        .member("role", partner.role)
        .member("link", partner.link)
        .member("status", status_of(partner))
        .member("closed_on", partner.closed_on)
        .end_object();
    return std::string(json.text());
}

void tell_search(store::Writer& db, const Partner& partner) {
    search::put(db, {.kind = "Partner",
                     .path = std::string(html::url("/partners/{}", partner.code).text()),
                     .title = partner.name,
                     .summary = partner.role,
                     .body = partner.code + ". " + partner.country + ". " + partner.note});
}

std::optional<Partner> find_by_id(const store::Reader& db, PartnerId id) {
    return db.one(read_partner, R"sql(
        SELECT id, code, name, country, role, link, status, closed_on, note, owner_id, rev
          FROM partners WHERE id = $1
    )sql",
                  id);
}

std::vector<PartnerId> next_of(const store::Reader& db, PartnerId id) {
    return db.all([](const store::Row& row) { return row.get<PartnerId>(0); }, R"sql(
        SELECT successor_id FROM partner_successions WHERE predecessor_id = $1
         ORDER BY successor_id
    )sql",
                  id);
}

/// Everything that follows it, near and far, without itself.
std::vector<PartnerId> followers(const store::Reader& db, PartnerId id) {
    std::vector<PartnerId> all = next_of(db, id);
    std::set<PartnerId> seen(all.begin(), all.end());
    for (std::size_t i = 0; i < all.size(); ++i)
        for (const PartnerId next : next_of(db, all[i]))
            if (seen.insert(next).second) all.push_back(next);
    return all;
}

void insert(store::Writer& db, PartnerId id, const Partner& partner,
            const std::optional<OrganisationId>& owner) {
    db.run(R"sql(
        INSERT INTO partners
               (id, code, name, country, role, link, status, closed_on, note, owner_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    )sql",
           id, partner.code, partner.name, partner.country, partner.role, partner.link,
           status_of(partner), closed_on(partner), partner.note, owner);
    tell_search(db, partner);
}

bool takes(store::Writer& db, PartnerId id, std::int64_t rev) {
    return db.run("UPDATE partners SET rev = rev + 1 WHERE id = $1 AND rev = $2", id, rev) == 1;
}

std::string succession(const Partner& successor, std::string_view what) {
    json::Writer json;
    json.begin_object().member("successor", successor.code).member("what", what).end_object();
    return std::string(json.text());
}

}  // namespace

std::vector<Partner> all_partners(const store::Reader& db) {
    return db.all(read_partner, R"sql(
        SELECT id, code, name, country, role, link, status, closed_on, note, owner_id, rev
          FROM partners ORDER BY status, name, code
    )sql");
}

std::optional<Partner> find_partner(const store::Reader& db, std::string_view code) {
    return db.one(read_partner, R"sql(
        SELECT id, code, name, country, role, link, status, closed_on, note, owner_id, rev
          FROM partners WHERE code = $1
    )sql",
                  code);
}

std::vector<Relative> successors_of(const store::Reader& db, PartnerId id) {
    return db.all(read_relative, R"sql(
        SELECT p.code, p.name, p.status, p.closed_on, s.what
          FROM partner_successions s JOIN partners p ON p.id = s.successor_id
         WHERE s.predecessor_id = $1 ORDER BY p.name
    )sql",
                  id);
}

std::vector<Relative> predecessors_of(const store::Reader& db, PartnerId id) {
    return db.all(read_relative, R"sql(
        SELECT p.code, p.name, p.status, p.closed_on, s.what
          FROM partner_successions s JOIN partners p ON p.id = s.predecessor_id
         WHERE s.successor_id = $1 ORDER BY p.name
    )sql",
                  id);
}

std::vector<Relative> heirs_of(const store::Reader& db, PartnerId id) {
    std::vector<Relative> heirs;
    for (const PartnerId follower : followers(db, id)) {
        const auto partner = find_by_id(db, follower);
        if (partner && !partner->closed)
            heirs.push_back({.code = partner->code,
                             .name = partner->name,
                             .closed = false,
                             .closed_on = "",
                             .what = ""});
    }
    return heirs;
}

bool may_edit(const store::Reader& db, const store::Scope& scope, const Partner& partner) {
    const auto keeper = keeper_of(db, partner);
    return keeper && scope.can_write(*keeper);
}

bool add(store::Writer& db, const store::Scope& scope, const store::Stamp& stamp,
         const Partner& partner) {
    if (find_partner(db, partner.code)) return false;
    const auto id = db.new_id<Partner>();
    insert(db, id, partner, partner.owner);
    store::record(
        db, scope.may_write(partner.owner.value()), stamp,
        {.action = "partners.add", .object = id.text(), .before = "", .after = described(partner)});
    return true;
}

bool save(store::Writer& db, const store::Scope& scope, const store::Stamp& stamp,
          const Partner& partner) {
    const auto before = find_by_id(db, partner.id);
    if (!before || !takes(db, partner.id, partner.rev)) return false;
    const auto keeper = scope.may_write(keeper_of(db, *before).value());
    db.run(R"sql(
        UPDATE partners
           SET name = $2, country = $3, role = $4, link = $5, status = $6, closed_on = $7,
               note = $8, owner_id = $9
         WHERE id = $1
    )sql",
           partner.id, partner.name, partner.country, partner.role, partner.link,
           status_of(partner), closed_on(partner), partner.note, keeper.organisation());
    tell_search(db, partner);
    store::record(db, keeper, stamp,
                  {.action = "partners.change",
                   .object = partner.id.text(),
                   .before = described(*before),
                   .after = described(partner)});
    return true;
}

bool add_successor(store::Writer& db, const store::Scope& scope, const store::Stamp& stamp,
                   const Partner& partner, const Partner& successor, std::string_view what) {
    const auto after = followers(db, successor.id);
    if (partner.id == successor.id || std::ranges::find(after, partner.id) != after.end())
        return false;
    db.run(R"sql(
        INSERT INTO partner_successions (predecessor_id, successor_id, what) VALUES ($1, $2, $3)
        ON CONFLICT (predecessor_id, successor_id) DO UPDATE SET what = excluded.what
    )sql",
           partner.id, successor.id, what);
    store::record(db, scope.may_write(keeper_of(db, partner).value()), stamp,
                  {.action = "partners.succeed",
                   .object = partner.id.text(),
                   .before = "",
                   .after = succession(successor, what)});
    return true;
}

void remove_successor(store::Writer& db, const store::Scope& scope, const store::Stamp& stamp,
                      const Partner& partner, const Partner& successor) {
    const auto removed = db.run(R"sql(
        DELETE FROM partner_successions WHERE predecessor_id = $1 AND successor_id = $2
    )sql",
                                partner.id, successor.id);
    if (removed == 0) return;
    store::record(db, scope.may_write(keeper_of(db, partner).value()), stamp,
                  {.action = "partners.unsucceed",
                   .object = partner.id.text(),
                   .before = succession(successor, ""),
                   .after = ""});
}

void bring(store::Writer& db, const Partner& partner) {
    insert(db, db.new_id<Partner>(), partner, partner.owner);
}

std::vector<Sponsored> sponsored_by(const store::Reader& db, PartnerId id) {
    const auto read = [](const store::Row& row) {
        return Sponsored{row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2)};
    };
    return db.all(read, R"sql(
        SELECT c.code, c.name, s.role
          FROM campaign_sponsors s JOIN campaigns c ON c.id = s.campaign_id
         WHERE s.partner_id = $1 AND c.status <> 'draft'
         ORDER BY c.name
    )sql",
                  id);
}

}  // namespace primum::partners
