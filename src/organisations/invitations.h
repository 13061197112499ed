#pragma once
// Roles that are promised to people who have no account yet.

#include <optional>
#include <string>
#include <vector>

#include "access/role.h"
#include "organisations/organisation.h"
#include "store/audit.h"
#include "store/db.h"

namespace primum::organisations {

struct Invitation;
using InvitationId = Id<Invitation>;

struct Invitation {
    InvitationId id;
    std::string email;  ///< as people::normal_email gives it
    access::Role role;
    Day from;
    std::optional<Day> until;
    Instant expires_at;
};

/// Saves one; people::invite writes to the person.
InvitationId save_invitation(store::Writer& db, const store::Writable& organisation,
                             const store::Stamp& stamp, const Invitation& invitation);

/// Those that may still be accepted, the latest first.
std::vector<Invitation> invitations_of(const store::Reader& db, const store::Readable& organisation,
                                       Instant now);

/// One of those.
std::optional<Invitation> find_invitation(const store::Reader& db,
                                          const store::Readable& organisation, InvitationId id,
                                          Instant now);

/// Takes it back, and the link that was sent. False where there is none that may still be accepted.
bool withdraw(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
              InvitationId id);

/// Gives the person the role that an invitation promised, from today or from its first day on,
/// where it may still be accepted and the role is not over.
void accept(store::Writer& db, const store::Stamp& stamp, PersonId person,
            OrganisationId organisation, InvitationId id);

}  // namespace primum::organisations
