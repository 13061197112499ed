#include "organisations/members.h"

#include <algorithm>
#include <stdexcept>

#include "json/writer.h"
#include "organisations/tree.h"
#include "people/session.h"

namespace primum::organisations {
namespace {

access::Role read_role(const store::Row& row, int column) {
    const auto role = access::parse_role(row.get<std::string_view>(column));
    if (!role) throw std::runtime_error("The database holds a role that nobody knows.");
    return *role;
}

Membership read_membership(const store::Row& row) {
    return {.id = row.get<MembershipId>(0),
            .person = row.get<PersonId>(1),
            .name = row.get<std::string>(2),
            .email = row.get<std::string>(3),
            .role = read_role(row, 4),
            .from = row.get<Day>(5),
            .until = row.get<std::optional<Day>>(6),
            .rev = row.get<std::int64_t>(7)};
}

std::string described(PersonId person, access::Role role, Day from, std::optional<Day> until) {
    json::Writer json;
    json.begin_object();
    json.member("person", person.text());
    json.member("role", access::name(role));
    json.member("from", std::string_view(iso_day(from)));
    if (until) json.member("until", std::string_view(iso_day(*until)));
    json.end_object();
    return std::string(json.text());
}

bool holds_already(const store::Reader& db, const store::Readable& organisation, PersonId person,
                   access::Role role, Day from, std::optional<Day> until) {
    return db
        .one([](const store::Row&) { return true; }, R"sql(
            SELECT 1
              FROM roles_held
             WHERE organisation_id = $1 AND person_id = $2 AND role = $3
               AND from_day <= $5 AND (until_day IS NULL OR until_day >= $4)
        )sql",
             organisation, person, access::name(role), from, until.value_or(kForEver))
        .has_value();
}

/// Whether anybody else administers the organisation for good, at it or above it.
bool has_another_administrator(const store::Reader& db, OrganisationId organisation,
                               const Membership& besides, Day day) {
    const auto everywhere =
        store::Scope::system("an organisation keeps an administrator, perhaps far above")
            .everywhere();
    return db
        .one([](const store::Row&) { return true; }, R"sql(
            SELECT 1
              FROM organisation_closure c
              JOIN roles_held r ON r.organisation_id = c.ancestor_id
              JOIN people p ON p.id = r.person_id
             WHERE c.descendant_id = $1 AND c.valid_from <= $2 AND c.valid_to >= $2
               AND r.role = 'administrator' AND r.from_day <= $2 AND r.until_day IS NULL
               AND NOT r.id = $3 AND p.status = 'active'
        )sql",
             organisation, day, besides.id, everywhere)
        .has_value();
}

}  // namespace

std::vector<Membership> members_of(const store::Reader& db, const store::Readable& organisation,
                                   Day today) {
    auto members = db.all(read_membership, R"sql(
        SELECT r.id, r.person_id, p.name, p.email, r.role, r.from_day, r.until_day, r.rev
          FROM roles_held r
          JOIN people p ON p.id = r.person_id
         WHERE r.organisation_id = $1 AND (r.until_day IS NULL OR r.until_day >= $2)
         ORDER BY lower(p.name), p.name, r.from_day, r.id
    )sql",
                          organisation, today);
    std::ranges::stable_sort(members, {}, &Membership::role);
    return members;
}

std::optional<Membership> find_membership(const store::Reader& db,
                                          const store::Readable& organisation, MembershipId id) {
    return db.one(read_membership, R"sql(
        SELECT r.id, r.person_id, p.name, p.email, r.role, r.from_day, r.until_day, r.rev
          FROM roles_held r
          JOIN people p ON p.id = r.person_id
         WHERE r.organisation_id = $1 AND r.id = $2
    )sql",
                  organisation, id);
}

std::vector<access::Role> roles_over(const store::Reader& db, const access::Person& person,
                                     OrganisationId organisation, Day day) {
    auto places = path_to(db, organisation, day);
    places.push_back({.id = organisation});
    std::vector<access::Role> roles;
    for (const access::Held& held : person.roles)
        if (held.on(day) &&
            std::ranges::find(places, held.organisation, &Organisation::id) != places.end())
            roles.push_back(held.role);
    return roles;
}

Checked<MembershipId> give_role(store::Writer& db, const store::Writable& organisation,
                                const store::Stamp& stamp, PersonId person, access::Role role,
                                Day from, std::optional<Day> until) {
    if (holds_already(db, organisation, person, role, from, until))
        return refuse("This person holds this role here already: choose another role.");
    const auto id = db.new_id<Membership>();
    db.run(R"sql(
        INSERT INTO roles_held (organisation_id, id, person_id, role, from_day, until_day)
        VALUES ($1, $2, $3, $4, $5, $6)
    )sql",
           organisation, id, person, access::name(role), from, until);
    store::record(db, organisation, stamp,
                  {.action = "organisations.give_role",
                   .object = id.text(),
                   .before = {},
                   .after = described(person, role, from, until)});
    return id;
}

Checked<void> end_role(store::Writer& db, const store::Writable& organisation,
                       const store::Stamp& stamp, const Membership& membership, Day last_day) {
    const Day today = std::chrono::floor<std::chrono::days>(stamp.at);
    if (membership.role == access::Role::administrator &&
        !has_another_administrator(db, organisation.organisation(), membership, today))
        return refuse("Make somebody else an administrator first: nobody else would be left.");

    const bool never_held = last_day < membership.from;
    const auto changed = never_held ? db.run(R"sql(
            DELETE FROM roles_held WHERE organisation_id = $1 AND id = $2 AND rev = $3
        )sql",
                                             organisation, membership.id, membership.rev)
                                    : db.run(R"sql(
            UPDATE roles_held SET until_day = $4, rev = rev + 1
             WHERE organisation_id = $1 AND id = $2 AND rev = $3
        )sql",
                                             organisation, membership.id, membership.rev, last_day);
    if (changed == 0) return refuse("Somebody else has changed this role: look at the page again.");

    people::end_sessions(db, membership.person);
    store::record(
        db, organisation, stamp,
        {.action = "organisations.end_role",
         .object = membership.id.text(),
         .before = described(membership.person, membership.role, membership.from, membership.until),
         .after = never_held
                      ? std::string()
                      : described(membership.person, membership.role, membership.from, last_day)});
    return {};
}

}  // namespace primum::organisations
