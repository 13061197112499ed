#include "announcements/announcement.h"

#include <algorithm>

#include "json/writer.h"
#include "language/language.h"
#include "search/search.h"

namespace primum::announcements {
namespace {

constexpr access::RoleSet kOffice{access::Role::campaign_office, access::Role::programme_faculty,
                                  access::Role::node_lead, access::Role::administrator};

const store::Scope& scope() {
    static const auto kScope = store::Scope::system(
        "who belongs to an audience follows from roles, memberships and enrolments everywhere");
    return kScope;
}

Announcement read(const store::Row& row) {
    Announcement one;
    one.id = row.get<AnnouncementId>(0);
    one.owner = row.get<OrganisationId>(1);
    one.audience.circle = parse_circle(row.get<std::string>(2)).value_or(Circle::office);
    if (!row.is_null(3)) one.audience.campaign = row.get<Uuid>(3);
    if (!row.is_null(4)) one.audience.programme = row.get<Uuid>(4);
    if (!row.is_null(5)) one.audience.cohort = row.get<Uuid>(5);
    one.audience.role = access::parse_role(row.get<std::string>(6));
    one.title = row.get<std::string>(7);
    one.body = row.get<std::string>(8);
    one.published_at = row.get<std::optional<Instant>>(9);
    one.withdrawn_at = row.get<std::optional<Instant>>(10);
    one.made_at = row.get<Instant>(11);
    one.made_by = row.get<std::optional<std::string>>(12).value_or("");
    one.rev = row.get<std::int64_t>(13);
    return one;
}

std::string role_name(const Audience& audience) {
    return audience.role ? std::string(access::name(*audience.role)) : std::string();
}

std::string in_json(const Announcement& one) {
    json::Writer document;
    document.begin_object()
        .member("title", one.title)
        .member("audience", name(one.audience.circle))
        .member("role", role_name(one.audience))
        .member("body", one.body)
        .end_object();
    return std::string(document.text());
}

std::string path_of(AnnouncementId id) {
    return "/news/" + std::string(id.text());
}

void record(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
            std::string_view action, const Announcement& one) {
    store::record(db, owner, stamp,
                  {.action = action, .object = one.id.text(), .before = "", .after = in_json(one)});
}

bool has(const std::vector<Uuid>& list, const std::optional<Uuid>& one) {
    return one && std::ranges::find(list, *one) != list.end();
}

}  // namespace

std::string_view name(Circle circle) {
    switch (circle) {
        case Circle::everybody:
            return "public";
        case Circle::members:
            return "members";
        case Circle::enrolled:
            return "enrolled";
        case Circle::office:
            break;
    }
    return "office";
}

std::optional<Circle> parse_circle(std::string_view text) {
    for (const Circle circle :
         {Circle::everybody, Circle::members, Circle::enrolled, Circle::office})
        if (name(circle) == text) return circle;
    return {};
}

std::vector<std::string> paragraphs(std::string_view body) {
    std::vector<std::string> all;
    std::string paragraph;
    const auto end = [&] {
        if (!paragraph.empty()) all.push_back(std::move(paragraph));
        paragraph.clear();
    };
    while (!body.empty()) {
        const std::size_t newline = body.find('\n');
        std::string_view line = body.substr(0, newline);
        body = newline == body.npos ? std::string_view() : body.substr(newline + 1);
        while (line.ends_with(' '))
            line.remove_suffix(1);
        if (line.empty()) {
            end();
            continue;
        }
        if (!paragraph.empty()) paragraph += '\n';
        paragraph += line;
    }
    end();
    return all;
}

Listener::Listener(const store::Reader& db, PersonId person, Day day) {
    struct Held {
        OrganisationId organisation;
        access::Role role;
    };
    const auto held = db.all(
        [](const store::Row& row) {
            return Held{
                row.get<OrganisationId>(0),
                access::parse_role(row.get<std::string>(1)).value_or(access::Role::team_member)};
        },
        R"sql(
        SELECT organisation_id, role FROM roles_held
         WHERE person_id = $1 AND from_day <= $2 AND (until_day IS NULL OR until_day >= $2)
    )sql",
        person, day, scope().everywhere());
    for (const Held& one : held) {
        Place place{one.role, {}, {}, {}};
        db.each([&](const store::Row& row) { place.campaigns.push_back(row.get<Uuid>(0)); }, R"sql(
            SELECT p.campaign_id
              FROM campaign_periods p
              JOIN organisation_closure c ON c.ancestor_id = p.organisation_id
             WHERE c.descendant_id = $1 AND c.valid_from <= $2 AND c.valid_to >= $2
               AND p.state = 'joined' AND p.from_day <= $2 AND p.to_day >= $2
        )sql",
                one.organisation, day, scope().everywhere());
        db.each(
            [&](const store::Row& row) {
                place.programmes.push_back(row.get<Uuid>(0));
                place.cohorts.push_back(row.get<Uuid>(1));
            },
            R"sql(
            SELECT e.programme_id, e.cohort_id
              FROM programme_enrolments e
              JOIN organisation_closure c ON c.ancestor_id = e.organisation_id
             WHERE c.descendant_id = $1 AND c.valid_from <= $2 AND c.valid_to >= $2
               AND e.from_day <= $2 AND e.to_day >= $2
        )sql",
            one.organisation, day, scope().everywhere());
        places_.push_back(std::move(place));
    }
}

bool Listener::hears(const Audience& audience) const {
    if (audience.circle == Circle::everybody && !audience.role) return true;
    return std::ranges::any_of(places_, [&](const Place& place) {
        if (audience.role && place.role != *audience.role) return false;
        switch (audience.circle) {
            case Circle::everybody:
                return true;
            case Circle::members:
                return has(place.campaigns, audience.campaign);
            case Circle::enrolled:
                return audience.cohort ? has(place.cohorts, audience.cohort)
                                       : has(place.programmes, audience.programme);
            case Circle::office:
                break;
        }
        return kOffice.has(place.role);
    });
}

std::vector<Announcement> published_since(const store::Reader& db, Instant since,
                                          std::size_t limit) {
    return db.all(read, R"sql(
        SELECT a.id, a.owner_id, a.audience, a.campaign_id, a.programme_id, a.cohort_id, a.role,
               a.title, a.body, a.published_at, a.withdrawn_at, a.made_at, p.name, a.rev
          FROM announcements a
          LEFT JOIN people p ON p.id = a.made_by
         WHERE a.published_at > $1 AND a.withdrawn_at IS NULL
         ORDER BY a.published_at DESC, a.id DESC
         LIMIT $2
    )sql",
                  since, limit);
}

std::vector<Announcement> kept_below(const store::Reader& db,
                                     const std::vector<OrganisationId>& owners, Day day) {
    std::vector<Announcement> all;
    for (const OrganisationId owner : owners)
        for (Announcement& one : db.all(read, R"sql(
                 SELECT a.id, a.owner_id, a.audience, a.campaign_id, a.programme_id, a.cohort_id,
                        a.role, a.title, a.body, a.published_at, a.withdrawn_at, a.made_at, p.name,
                        a.rev
                   FROM announcements a
                   JOIN organisation_closure c ON c.descendant_id = a.owner_id
                   LEFT JOIN people p ON p.id = a.made_by
                  WHERE c.ancestor_id = $1 AND c.valid_from <= $2 AND c.valid_to >= $2
                  ORDER BY CASE WHEN a.published_at IS NULL THEN 0 ELSE 1 END,
                           a.published_at DESC, a.made_at DESC, a.id
                  LIMIT 200
             )sql",
                                        owner, day))
            if (std::ranges::find(all, one.id, &Announcement::id) == all.end())
                all.push_back(std::move(one));
    return all;
}

std::optional<Announcement> find_announcement(const store::Reader& db, AnnouncementId id) {
    return db.one(read, R"sql(
        SELECT a.id, a.owner_id, a.audience, a.campaign_id, a.programme_id, a.cohort_id, a.role,
               a.title, a.body, a.published_at, a.withdrawn_at, a.made_at, p.name, a.rev
          FROM announcements a
          LEFT JOIN people p ON p.id = a.made_by
         WHERE a.id = $1
    )sql",
                  id);
}

AnnouncementId add_announcement(store::Writer& db, const store::Writable& owner,
                                const store::Stamp& stamp, const Announcement& announcement) {
    Announcement added = announcement;
    added.id = db.new_id<Announcement>();
    const Audience& audience = added.audience;
    db.run(R"sql(
        INSERT INTO announcements (id, owner_id, audience, campaign_id, programme_id, cohort_id,
                                   role, title, body, made_by, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    )sql",
           added.id, owner.organisation(), name(audience.circle), audience.campaign,
           audience.programme, audience.cohort, role_name(audience), added.title, added.body,
           stamp.person, stamp.at);
    record(db, owner, stamp, "announcements.add", added);
    return added.id;
}

bool save_announcement(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                       const Announcement& one) {
    const Audience& audience = one.audience;
    const auto changed =
        db.run(R"sql(
        UPDATE announcements
           SET owner_id = $1, audience = $2, campaign_id = $3, programme_id = $4, cohort_id = $5,
               role = $6, title = $7, body = $8, rev = rev + 1
         WHERE id = $9 AND rev = $10
    )sql",
               owner.organisation(), name(audience.circle), audience.campaign, audience.programme,
               audience.cohort, role_name(audience), one.title, one.body, one.id, one.rev);
    if (changed == 0) return false;
    record(db, owner, stamp, "announcements.change", one);
    search::remove(db, path_of(one.id));
    if (one.is_public())
        search::put(db, {.kind = language::sentence("News"),
                         .path = path_of(one.id),
                         .title = one.title,
                         .summary = paragraphs(one.body).front(),
                         .body = one.body});
    return true;
}

bool publish(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
             const Announcement& one) {
    const auto changed = db.run(R"sql(
        UPDATE announcements SET published_at = $1, withdrawn_at = NULL, rev = rev + 1
         WHERE id = $2 AND rev = $3 AND (published_at IS NULL OR withdrawn_at IS NOT NULL)
    )sql",
                                stamp.at, one.id, one.rev);
    if (changed == 0) return false;
    record(db, owner, stamp, "announcements.publish", one);
    if (one.audience.circle == Circle::everybody && !one.audience.role)
        search::put(db, {.kind = language::sentence("News"),
                         .path = path_of(one.id),
                         .title = one.title,
                         .summary = paragraphs(one.body).front(),
                         .body = one.body});
    return true;
}

bool withdraw(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
              const Announcement& one) {
    const auto changed = db.run(R"sql(
        UPDATE announcements SET withdrawn_at = $1, rev = rev + 1
         WHERE id = $2 AND rev = $3 AND published_at IS NOT NULL AND withdrawn_at IS NULL
    )sql",
                                stamp.at, one.id, one.rev);
    if (changed == 0) return false;
    record(db, owner, stamp, "announcements.withdraw", one);
    search::remove(db, path_of(one.id));
    return true;
}

std::vector<Choosable> choosable_audiences(const store::Reader& db) {
    std::vector<Choosable> all;
    db.each(
        [&](const store::Row& row) {
            all.push_back({.audience = {.circle = Circle::members, .campaign = row.get<Uuid>(0)},
                           .code = "members:" + row.get<std::string>(1),
                           .owner = row.get<OrganisationId>(2),
                           .name = row.get<std::string>(3)});
        },
        "SELECT id, code, owner_id, name FROM campaigns WHERE status = 'open' ORDER BY name");
    db.each(
        [&](const store::Row& row) {
            all.push_back({.audience = {.circle = Circle::enrolled, .programme = row.get<Uuid>(0)},
                           .code = "enrolled:" + row.get<std::string>(1),
                           .owner = row.get<OrganisationId>(2),
                           .name = row.get<std::string>(3)});
        },
        "SELECT id, code, owner_id, CASE WHEN short_name = '' THEN name ELSE short_name END "
        "FROM programmes WHERE status <> 'draft' ORDER BY name");
    db.each(
        [&](const store::Row& row) {
            const int number = row.get<int>(5);
            all.push_back(
                {.audience = {.circle = Circle::enrolled,
                              .programme = row.get<Uuid>(0),
                              .cohort = row.get<Uuid>(4)},
                 .code = "enrolled:" + row.get<std::string>(1) + ":" + std::to_string(number),
                 .owner = row.get<OrganisationId>(2),
                 .name = row.get<std::string>(3),
                 .cohort = number});
        },
        R"sql(
        SELECT p.id, p.code, p.owner_id,
               CASE WHEN p.short_name = '' THEN p.name ELSE p.short_name END, c.id, c.number
          FROM cohorts c JOIN programmes p ON p.id = c.programme_id
         WHERE p.status <> 'draft' AND c.status <> 'draft'
         ORDER BY p.name, c.number
    )sql");
    return all;
}

}  // namespace primum::announcements
