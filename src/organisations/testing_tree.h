#pragma once
// For tests: a database with a small tree in it.

#include <optional>
#include <string>

#include "organisations/changes.h"
#include "store/testing.h"

namespace primum::organisations {

inline constexpr Day kToday = std::chrono::year(2026) / 3 / 2;

inline Day day(std::string_view text) {
    return parse_iso_day(text).value();
}

inline store::Stamp stamp() {
    return {.person = {}, .at = kToday + std::chrono::hours(9), .request = "test"};
}

inline store::Scope everywhere() {
    return store::Scope::system("a test");
}

/// Country, region, two trusts in it, a site and a ward of the first.
class TestTree {
public:
    explicit TestTree(store::Store& store) : store_(store) {
        country = add("AA", "Arden", "country", {});
        region = add("R1", "The North", "region", country);
        trust = add("RZ9", "Alderwick NHS Trust", "trust", region);
        other = add("RZ8", "Marlow NHS Trust", "trust", region);
        site = add("RZ901", "Alderwick General", "site", trust);
        ward = add("RZ901-4B", "Ward 4B", "ward", site);
    }

    OrganisationId add(const std::string& code, const std::string& name, const std::string& kind,
                       std::optional<OrganisationId> parent) {
        return add_to(store_, code, name, kind, parent);
    }

    static OrganisationId add_to(store::Store& store, const std::string& code,
                                 const std::string& name, const std::string& kind,
                                 std::optional<OrganisationId> parent) {
        const Draft draft{.name = name,
                          .kind = kind,
                          .identifier = Identifier{"local", code},
                          .opened = {},
                          .closed = {}};
        const auto below = parent ? std::optional(ParentLink{*parent, {}}) : std::nullopt;
        return store.write(
            [&](store::Writer& db) { return organisations::add(db, stamp(), draft, below); });
    }

    OrganisationId country, region, trust, other, site, ward;

private:
    store::Store& store_;
};

}  // namespace primum::organisations
