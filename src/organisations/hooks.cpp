#include "organisations/hooks.h"

#include "organisations/changes.h"
#include "organisations/invitations.h"
#include "organisations/members.h"
#include "organisations/tree.h"

namespace primum::organisations {
namespace {

void make_administrator(store::Writer& db, const store::Stamp& stamp, PersonId person,
                        std::string_view organisation) {
    std::vector<OrganisationId> where;
    if (organisation.empty()) {
        where = tops(db);
    } else {
        const Kinds kinds = kinds_of(db);
        where.push_back(add(db, stamp,
                            {.name = std::string(organisation),
                             .kind = kinds.begin()->code,
                             .identifier = {},
                             .opened = {},
                             .closed = {}},
                            std::nullopt));
    }
    const auto scope = store::Scope::system("the first administrator looks after everything");
    const Day today = std::chrono::floor<std::chrono::days>(stamp.at);
    // Where they are one already, that stands.
    for (const OrganisationId& top : where)
        (void)give_role(db, scope.may_write(top), stamp, person, access::Role::administrator, today,
                        std::nullopt);
}

}  // namespace

people::Hooks hooks() {
    return {
        .accept_invitation =
            [](store::Writer& db, const store::Stamp& stamp, PersonId person,
               OrganisationId organisation, std::string_view invitation) {
                if (const auto id = InvitationId::parse(invitation))
                    accept(db, stamp, person, organisation, *id);
            },
        .make_administrator = make_administrator,
    };
}

}  // namespace primum::organisations
