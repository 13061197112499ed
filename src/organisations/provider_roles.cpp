#include "organisations/provider_roles.h"

#include <fmt/core.h>

#include <algorithm>

#include "organisations/members.h"
#include "organisations/tree.h"

namespace primum::organisations {
namespace {

const store::Scope& scope() {
    static const auto kScope = store::Scope::system("roles that an identity provider gives");
    return kScope;
}

struct Place {
    OrganisationId organisation;
    access::Role role;
    friend bool operator==(const Place&, const Place&) = default;
};

std::vector<std::pair<Place, MembershipId>> given_before(const store::Reader& db, PersonId person,
                                                         std::string_view provider, Day today) {
    const auto read = [](const store::Row& row) {
        return std::tuple(row.get<OrganisationId>(0), row.get<MembershipId>(1),
                          access::parse_role(row.get<std::string_view>(2)));
    };
    const auto rows = db.all(read, R"sql(
        SELECT organisation_id, id, role FROM roles_held
         WHERE person_id = $1 AND given_by = $2 AND (until_day IS NULL OR until_day >= $3)
         ORDER BY organisation_id, id
    )sql",
                             person, provider, today, scope().everywhere());
    std::vector<std::pair<Place, MembershipId>> places;
    for (const auto& [organisation, id, role] : rows)
        if (role) places.push_back({{organisation, *role}, id});
    return places;
}

std::vector<Place> places_of(const store::Reader& db, const std::vector<openid::Given>& given,
                             Day today, std::vector<std::string>& complaints) {
    std::vector<Place> places;
    for (const openid::Given& one : given) {
        const auto organisation = find_by_code(db, one.organisation);
        const auto role = access::parse_role(one.role);
        if (!organisation || !organisation->open_on(today))
            complaints.push_back(
                fmt::format("no open organisation has the code \"{}\", where a "
                            "rule gives the role {}",
                            one.organisation, one.role));
        else if (role)
            places.push_back({organisation->id, *role});
    }
    return places;
}

void end(store::Writer& db, const store::Stamp& stamp, const Place& place, MembershipId id,
         std::vector<std::string>& complaints) {
    const auto owner = scope().may_write(place.organisation);
    const auto membership = find_membership(db, owner, id);
    if (!membership) return;
    const Day yesterday = std::chrono::floor<std::chrono::days>(stamp.at) - std::chrono::days(1);
    const auto ended = end_role(db, owner, stamp, *membership, yesterday);
    if (!ended)
        complaints.push_back(fmt::format("the role {} in {} does not end: {}",
                                         access::name(place.role), place.organisation.text(),
                                         ended.error().sentence));
}

// Where the person holds the role there already because somebody gave it, that stands.
void give(store::Writer& db, const store::Stamp& stamp, PersonId person, const Place& place,
          std::string_view provider, Day today) {
    const auto owner = scope().may_write(place.organisation);
    const auto id = give_role(db, owner, stamp, person, place.role, today, std::nullopt);
    if (!id) return;
    db.run("UPDATE roles_held SET given_by = $3 WHERE organisation_id = $1 AND id = $2", owner, *id,
           provider);
}

}  // namespace

std::vector<std::string> take_provider_roles(store::Writer& db, const store::Stamp& stamp,
                                             PersonId person, std::string_view provider,
                                             const std::vector<openid::Given>& given) {
    const Day today = std::chrono::floor<std::chrono::days>(stamp.at);
    std::vector<std::string> complaints;
    const auto wanted = places_of(db, given, today, complaints);
    const auto before = given_before(db, person, provider, today);
    for (const auto& [place, id] : before)
        if (std::ranges::find(wanted, place) == wanted.end()) end(db, stamp, place, id, complaints);
    for (const Place& place : wanted)
        if (std::ranges::find(before, place, &std::pair<Place, MembershipId>::first) ==
            before.end())
            give(db, stamp, person, place, provider, today);
    return complaints;
}

}  // namespace primum::organisations
