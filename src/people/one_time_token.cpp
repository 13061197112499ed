#include "people/one_time_token.h"

#include "crypto/hash.h"
#include "crypto/token.h"

namespace primum::people {
namespace {

using namespace std::chrono_literals;
using store::Reader;
using store::Row;
using store::Writer;

std::string_view name(Purpose purpose) {
    switch (purpose) {
        case Purpose::setup:
            return "setup";
        case Purpose::invitation:
            return "invitation";
        case Purpose::reset:
            return "reset";
        case Purpose::email:
            return "email";
        case Purpose::second_factor:
            return "second_factor";
        case Purpose::device:
            return "device";
    }
    return {};
}

}  // namespace

std::optional<std::chrono::seconds> lifetime(Purpose purpose) {
    switch (purpose) {
        case Purpose::setup:
            return std::nullopt;
        case Purpose::invitation:
            return std::chrono::days(7);
        case Purpose::reset:
            return 30min;
        case Purpose::email:
            return 24h;
        case Purpose::second_factor:
            return 10min;
        case Purpose::device:
            return std::chrono::days(180);
    }
    return std::nullopt;
}

std::string make_token(Writer& db, const OneTime& what, Instant now) {
    std::string token = crypto::random_token(db.random());
    const auto life = lifetime(what.purpose);
    const auto expires_at = life ? std::optional(now + *life) : std::nullopt;
    db.run(R"sql(
        INSERT INTO one_time_tokens (hash, kind, person_id, organisation_id, object_id, email,
                                     created_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    )sql",
           crypto::sha256_hex(token), name(what.purpose), what.person, what.organisation,
           what.object, what.email, now, expires_at);
    return token;
}

std::optional<OneTime> find_token(const Reader& db, Purpose purpose, std::string_view token,
                                  Instant now) {
    const auto read = [purpose](const Row& row) {
        return OneTime{purpose, row.get<std::optional<PersonId>>(0),
                       row.get<std::optional<OrganisationId>>(1), row.get<std::string>(2),
                       row.get<std::string>(3)};
    };
    return db.one(read, R"sql(
        SELECT person_id, organisation_id, object_id, email FROM one_time_tokens
         WHERE hash = $1 AND kind = $2 AND used_at IS NULL
           AND (expires_at IS NULL OR expires_at > $3)
    )sql",
                  crypto::sha256_hex(token), name(purpose), now);
}

bool use_token(Writer& db, Purpose purpose, std::string_view token, Instant now) {
    return db.run(R"sql(
        UPDATE one_time_tokens SET used_at = $1
         WHERE hash = $2 AND kind = $3 AND used_at IS NULL
           AND (expires_at IS NULL OR expires_at > $1)
    )sql",
                  now, crypto::sha256_hex(token), name(purpose)) == 1;
}

void forget_tokens_of(Writer& db, Purpose purpose, PersonId person) {
    db.run("DELETE FROM one_time_tokens WHERE kind = $1 AND person_id = $2", name(purpose), person);
}

void forget_tokens_about(Writer& db, Purpose purpose, std::string_view object) {
    db.run("DELETE FROM one_time_tokens WHERE kind = $1 AND object_id = $2", name(purpose), object);
}

void forget_tokens_for(Writer& db, Purpose purpose, std::string_view email) {
    db.run("DELETE FROM one_time_tokens WHERE kind = $1 AND email = $2", name(purpose), email);
}

}  // namespace primum::people
