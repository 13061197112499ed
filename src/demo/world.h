#pragma once
// The country once it is in a database: what the stories of the demonstration are told about.

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "demo/country.h"
#include "demo/staff.h"
#include "store/scope.h"
#include "store/stamp.h"
#include "store/store.h"

namespace primum::demo {

struct World {
    const Country& country;
    const std::vector<Colleague>& staff;
    std::vector<OrganisationId> places;  ///< of country.places, one each
    std::vector<PersonId> people;        ///< of staff, one each
    Day today;                           ///< the stories end here, and some look beyond
    std::uint64_t seed = 1;

    /// The campaign that the demonstration is about began two years ago, on the first of a month.
    Day began() const;

    /// The country itself, which keeps the campaign and its programme.
    OrganisationId top() const { return places.front(); }
    /// Trusts that are open today, in their order.
    std::vector<OrganisationId> trusts() const;
    /// The first who holds a role at a place; nobody where there is none.
    std::optional<PersonId> holder(access::Role role, OrganisationId place) const;

    /// A chance of a story's own: telling one otherwise does not change the others.
    SeededRandom chance(std::string_view story) const;

    static const store::Scope& scope();
    /// Done by somebody on a day, in the morning.
    store::Stamp stamp(Day day, std::optional<PersonId> person = {}) const;
};

/// A room's part of the demonstration, told after the country is there and in the order of
/// stories.cpp. Writes through the room's own functions, in transactions of at most some forty
/// changes.
using Story = void (*)(store::Store&, const World&);

}  // namespace primum::demo
