#include "organisations/invitations.h"

#include <algorithm>
#include <stdexcept>

#include "json/writer.h"
#include "organisations/members.h"
#include "people/joining.h"

namespace primum::organisations {
namespace {

Invitation read_invitation(const store::Row& row) {
    const auto role = access::parse_role(row.get<std::string_view>(2));
    if (!role) throw std::runtime_error("The database holds a role that nobody knows.");
    return {.id = row.get<InvitationId>(0),
            .email = row.get<std::string>(1),
            .role = *role,
            .from = row.get<Day>(3),
            .until = row.get<std::optional<Day>>(4),
            .expires_at = row.get<Instant>(5)};
}

std::string described(const Invitation& invitation) {
    json::Writer json;
    json.begin_object();
    json.member("email", std::string_view(invitation.email));
    json.member("role", access::name(invitation.role));
    json.member("from", std::string_view(iso_day(invitation.from)));
    if (invitation.until) json.member("until", std::string_view(iso_day(*invitation.until)));
    json.end_object();
    return std::string(json.text());
}

}  // namespace

std::optional<Invitation> find_invitation(const store::Reader& db,
                                          const store::Readable& organisation, InvitationId id,
                                          Instant now) {
    return db.one(read_invitation, R"sql(
        SELECT id, email, role, from_day, until_day, expires_at
          FROM invitations
         WHERE organisation_id = $1 AND id = $2 AND expires_at > $3
           AND accepted_at IS NULL AND withdrawn_at IS NULL
    )sql",
                  organisation, id, now);
}

InvitationId save_invitation(store::Writer& db, const store::Writable& organisation,
                             const store::Stamp& stamp, const Invitation& invitation) {
    const auto id = db.new_id<Invitation>();
    db.run(R"sql(
        INSERT INTO invitations (organisation_id, id, email, role, from_day, until_day, invited_by,
                                 created_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    )sql",
           organisation, id, invitation.email, access::name(invitation.role), invitation.from,
           invitation.until, stamp.person, stamp.at, invitation.expires_at);
    store::record(db, organisation, stamp,
                  {.action = "organisations.invite",
                   .object = id.text(),
                   .before = {},
                   .after = described(invitation)});
    return id;
}

std::vector<Invitation> invitations_of(const store::Reader& db, const store::Readable& organisation,
                                       Instant now) {
    return db.all(read_invitation, R"sql(
        SELECT id, email, role, from_day, until_day, expires_at
          FROM invitations
         WHERE organisation_id = $1 AND expires_at > $2
           AND accepted_at IS NULL AND withdrawn_at IS NULL
         ORDER BY id DESC
    )sql",
                  organisation, now);
}

bool withdraw(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
              InvitationId id) {
    const auto invitation = find_invitation(db, organisation, id, stamp.at);
    if (!invitation) return false;
    db.run(R"sql(
        UPDATE invitations SET withdrawn_at = $3, rev = rev + 1
         WHERE organisation_id = $1 AND id = $2
    )sql",
           organisation, id, stamp.at);
    people::withdraw_invitation(db, id.text());
    store::record(db, organisation, stamp,
                  {.action = "organisations.withdraw_invitation",
                   .object = id.text(),
                   .before = described(*invitation),
                   .after = {}});
    return true;
}

void accept(store::Writer& db, const store::Stamp& stamp, PersonId person,
            OrganisationId organisation, InvitationId id) {
    const auto owner =
        store::Scope::system("an invitation gives what it promised").may_write(organisation);
    const auto invitation = find_invitation(db, owner, id, stamp.at);
    if (!invitation) return;
    db.run(R"sql(
        UPDATE invitations SET accepted_at = $3, rev = rev + 1
         WHERE organisation_id = $1 AND id = $2
    )sql",
           owner, id, stamp.at);
    const Day today = std::chrono::floor<std::chrono::days>(stamp.at);
    const Day from = std::max(today, invitation->from);
    if (invitation->until && *invitation->until < from) return;
    // Where they hold the role there by now, that stands.
    (void)give_role(db, owner, stamp, person, invitation->role, from, invitation->until);
}

}  // namespace primum::organisations
