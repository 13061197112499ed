#pragma once
// Who is what in an organisation, from a day to a day.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "access/person.h"
#include "organisations/organisation.h"
#include "store/audit.h"
#include "store/db.h"

namespace primum::organisations {

struct Membership;
using MembershipId = Id<Membership>;

/// One role that somebody holds, held, or will hold in an organisation.
struct Membership {
    MembershipId id;
    PersonId person;
    std::string name;
    std::string email;
    access::Role role;
    Day from;
    std::optional<Day> until;  ///< last day
    std::int64_t rev;
};

/// Those that go on or begin later, in the order of roles and names. Roles from above, which reach
/// down here, are not among them.
std::vector<Membership> members_of(const store::Reader& db, const store::Readable& organisation,
                                   Day today);

std::optional<Membership> find_membership(const store::Reader& db,
                                          const store::Readable& organisation, MembershipId id);

/// Which roles somebody holds at or above an organisation on a day.
std::vector<access::Role> roles_over(const store::Reader& db, const access::Person& person,
                                     OrganisationId organisation, Day day);

/// Gives a person a role. Refuses one that the person holds there already on one of these days.
Checked<MembershipId> give_role(store::Writer& db, const store::Writable& organisation,
                                const store::Stamp& stamp, PersonId person, access::Role role,
                                Day from, std::optional<Day> until);

/// Ends a role after its last day, or takes it away altogether where it had not begun by then, and
/// ends the person's sessions. Refuses where it has changed since it was shown, and where nobody
/// would be left to administer the organisation.
Checked<void> end_role(store::Writer& db, const store::Writable& organisation,
                       const store::Stamp& stamp, const Membership& membership, Day last_day);

}  // namespace primum::organisations
