#include "events/calendar_key.h"

#include "crypto/hash.h"
#include "crypto/token.h"
#include "store/audit.h"

namespace primum::events {

std::optional<Instant> calendar_key_made_at(const store::Reader& db, PersonId person) {
    return db.one([](const store::Row& row) { return row.get<Instant>(0); },
                  "SELECT made_at FROM calendar_keys"
                  " WHERE person_id = $1 AND revoked_at IS NULL ORDER BY made_at DESC",
                  person);
}

std::string make_calendar_key(store::Writer& db, const store::Stamp& stamp, PersonId person) {
    revoke_calendar_key(db, stamp, person);
    std::string secret = crypto::random_token();
    db.run("INSERT INTO calendar_keys (key_hash, person_id, made_at) VALUES ($1, $2, $3)",
           crypto::sha256_hex(secret), person, stamp.at);
    store::record(
        db, stamp,
        {.action = "events.make_calendar_key", .object = person.text(), .before = "", .after = ""});
    return secret;
}

void revoke_calendar_key(store::Writer& db, const store::Stamp& stamp, PersonId person) {
    const auto revoked = db.run(
        "UPDATE calendar_keys SET revoked_at = $2 WHERE person_id = $1 AND revoked_at IS NULL",
        person, stamp.at);
    if (revoked > 0)
        store::record(db, stamp,
                      {.action = "events.revoke_calendar_key",
                       .object = person.text(),
                       .before = "",
                       .after = ""});
}

std::optional<PersonId> owner_of_calendar(const store::Reader& db, std::string_view secret) {
    return db.one([](const store::Row& row) { return row.get<PersonId>(0); }, R"sql(
        SELECT p.id
          FROM calendar_keys k
          JOIN people p ON p.id = k.person_id
         WHERE k.key_hash = $1 AND k.revoked_at IS NULL AND p.status = 'active'
    )sql",
                  crypto::sha256_hex(secret));
}

}  // namespace primum::events
