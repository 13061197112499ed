#include "people/openid_sign_in.h"

#include "crypto/hash.h"
#include "json/writer.h"
#include "people/store.h"
#include "store/store.h"

namespace primum::people {
namespace {

using openid::Identity;
using store::Reader;
using store::Stamp;
using store::Writer;

/// Undoes what was begun for somebody who gets no account.
struct TurnedAway {
    Arrival why;
};

std::string described(const Identity& identity) {
    json::Writer json;
    json.begin_object();
    json.member("provider", std::string_view(identity.provider));
    json.member("issuer", std::string_view(identity.issuer));
    json.member("subject", std::string_view(identity.subject));
    json.end_object();
    return std::string(json.text());
}

std::optional<PersonId> find_person_by_identity(const Reader& db, const Identity& identity) {
    return db.one([](const store::Row& row) { return row.get<PersonId>(0); },
                  "SELECT person_id FROM identities WHERE issuer = $1 AND subject = $2",
                  identity.issuer, identity.subject);
}

void save_identity(Writer& db, const Stamp& stamp, const Identity& identity, PersonId person) {
    db.run(R"sql(
        INSERT INTO identities (issuer, subject, person_id, created_at) VALUES ($1, $2, $3, $4)
    )sql",
           identity.issuer, identity.subject, person, stamp.at);
    record(db, stamp, "people.join_identity", person, "", described(identity));
}

PersonId add_new(Writer& db, const Stamp& stamp, const Identity& identity,
                 const std::string& email) {
    const std::string name =
        name_fault(identity.name) ? email.substr(0, email.find('@')) : identity.name;
    return add_person(db, stamp, {.email = email, .name = name});
}

/// The person of an identity that has not been here before.
PersonId person_of_new(Writer& db, const Stamp& stamp, const Identity& identity) {
    const std::string email = normal_email(identity.email);
    const auto known = find_person_by_email(db, email);
    if (known && !identity.email_trusted) throw TurnedAway{Arrival::email_taken};
    if (!known && identity.roles.empty()) throw TurnedAway{Arrival::no_role};
    if (!known && email_fault(email)) throw TurnedAway{Arrival::no_email};
    const PersonId person = known ? known->id : add_new(db, stamp, identity, email);
    save_identity(db, stamp, identity, person);
    return person;
}

bool holds_a_role(const Reader& db, PersonId person, Instant now) {
    return db
        .one([](const store::Row&) { return true; }, R"sql(
            SELECT 1 FROM roles_held
             WHERE person_id = $1 AND from_day <= $2 AND (until_day IS NULL OR until_day >= $2)
        )sql",
             person, std::chrono::floor<std::chrono::days>(now),
             store::Scope::system("whether somebody may sign in at all").everywhere())
        .has_value();
}

/// The provider's token, for signing out there.
void keep_id_token(Writer& db, const crypto::Seal& seal, const std::string& session,
                   const Identity& identity) {
    db.run("UPDATE sessions SET provider = $2, id_token = $3 WHERE token_hash = $1", session,
           identity.provider, seal.seal(identity.id_token, identity.provider));
}

Arrived arrive(Writer& db, const OpenId& providers, const Identity& identity,
               const Visitor& visitor, const Stamp& stamp, std::vector<std::string>& complaints) {
    const auto known = find_person_by_identity(db, identity);
    const PersonId person = known ? *known : person_of_new(db, stamp, identity);
    if (find_person(db, person)->disabled) throw TurnedAway{Arrival::disabled};

    complaints = providers.take_roles(db, stamp, person, identity.provider, identity.roles);
    if (!holds_a_role(db, person, stamp.at)) {
        if (!known) throw TurnedAway{Arrival::no_role};
        return {.how = Arrival::no_role};  // and what has ended stays so
    }
    Arrived arrived{.how = Arrival::signed_in};
    arrived.token = open_session(db, person, "oidc", visitor, stamp.at);
    keep_id_token(db, providers.seal, crypto::sha256_hex(arrived.token), identity);
    Stamp theirs = stamp;
    theirs.person = person;
    record(db, theirs, "people.sign_in", person, "", described(identity));
    return arrived;
}

/// Runs a sign-in as one change, and tells the log what its rules could not do.
template <class Change>
Arrived written(Accounts& accounts, const OpenId& providers, const Identity& identity,
                const Stamp& stamp, Change change) {
    std::vector<std::string> complaints;
    try {
        const Arrived arrived =
            accounts.store.write([&](Writer& db) { return change(db, complaints); });
        for (const std::string& complaint : complaints)
            providers.tell(identity.provider, stamp.request, complaint);
        return arrived;
    } catch (const TurnedAway& turned_away) {
        for (const std::string& complaint : complaints)
            providers.tell(identity.provider, stamp.request, complaint);
        return {.how = turned_away.why};
    }
}

}  // namespace

Arrived sign_in_with(Accounts& accounts, const OpenId& providers, const Identity& identity,
                     const Visitor& visitor, const Stamp& stamp) {
    // The stamp names nobody: what follows from the provider's word is nobody's own doing.
    const auto change = [&](Writer& db, std::vector<std::string>& complaints) {
        return arrive(db, providers, identity, visitor, stamp, complaints);
    };
    try {
        return written(accounts, providers, identity, stamp, change);
    } catch (const store::Violated&) {
        // The same person, new to us, in two windows at once: the other was faster.
        return written(accounts, providers, identity, stamp, change);
    }
}

Arrived sign_in_again_with(Accounts& accounts, const OpenId& providers, const Identity& identity,
                           const access::Session& session, const Stamp& stamp) {
    return accounts.store.write([&](Writer& db) -> Arrived {
        if (find_person_by_identity(db, identity) != session.person.id)
            return {.how = Arrival::somebody_else};
        Arrived arrived{.how = Arrival::signed_in};
        arrived.token = refresh_session(db, session.id, stamp.at);
        keep_id_token(db, providers.seal, crypto::sha256_hex(arrived.token), identity);
        return arrived;
    });
}

std::optional<std::string> provider_sign_out(const OpenId& providers, const Reader& db,
                                             std::string_view session, const std::string& back) {
    const auto read = [](const store::Row& row) {
        return std::pair(row.get<std::string>(0), row.get<std::string>(1));
    };
    const auto kept =
        db.one(read, "SELECT provider, id_token FROM sessions WHERE token_hash = $1", session);
    if (!kept) return std::nullopt;
    const auto& [key, sealed] = *kept;
    openid::RelyingParty* party = providers.find(key);
    if (!party) return std::nullopt;
    const auto id_token = providers.seal.open(sealed, key);
    if (!id_token) return std::nullopt;
    return party->sign_out_url(*id_token, back);
}

}  // namespace primum::people
