#include "people/second_factor.h"

#include <stdexcept>

#include "crypto/hash.h"
#include "crypto/token.h"
#include "crypto/totp.h"
#include "people/session.h"
#include "people/store.h"

namespace primum::people {
namespace {

using store::Reader;
using store::Row;
using store::Stamp;
using store::Writer;

struct Credential;
using CredentialId = Id<Credential>;

constexpr int kRecoveryCodes = 10;
constexpr std::size_t kRecoveryBytes = 10;  // 80 bits, 16 letters
constexpr std::size_t kGroup = 4;

/// Letters and digits in capitals, nothing between them.
std::string bare(std::string_view code) {
    std::string result;
    for (const char c : code) {
        if (c >= 'a' && c <= 'z') result += static_cast<char>(c - 'a' + 'A');
        if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) result += c;
    }
    return result;
}

std::string grouped(const std::string& code) {
    std::string result;
    for (std::size_t i = 0; i < code.size(); i += kGroup)
        result += (i == 0 ? "" : "-") + code.substr(i, kGroup);
    return result;
}

void forget_recovery_codes(Writer& db, PersonId person) {
    db.run("DELETE FROM credentials WHERE person_id = $1 AND kind = 'recovery_code'", person);
}

std::vector<std::string> make_recovery_codes(Writer& db, PersonId person, Instant now) {
    forget_recovery_codes(db, person);
    std::vector<std::string> codes;
    for (int i = 0; i < kRecoveryCodes; ++i) {
        const std::string code = crypto::base32(crypto::random_bytes(kRecoveryBytes, db.random()));
        db.run(R"sql(
            INSERT INTO credentials (person_id, id, kind, secret, created_at, confirmed_at)
            VALUES ($1, $2, 'recovery_code', $3, $4, $4)
        )sql",
               person, db.new_id<Credential>(), crypto::sha256_hex(code), now);
        codes.push_back(grouped(code));
    }
    return codes;
}

}  // namespace

bool has_second_factor(const Reader& db, PersonId person) {
    return db
        .one([](const Row&) { return true; }, R"sql(
        SELECT id FROM credentials
         WHERE person_id = $1 AND kind = 'totp' AND confirmed_at IS NOT NULL
    )sql",
             person)
        .has_value();
}

std::optional<App> find_app(const Reader& db, const crypto::Seal& seal, PersonId person) {
    struct Sealed {
        std::string secret;
        bool confirmed;
        Instant created_at;
    };
    const auto read = [](const Row& row) {
        return Sealed{row.get<std::string>(0), !row.is_null(1), row.get<Instant>(2)};
    };
    const auto sealed = db.one(read, R"sql(
        SELECT secret, confirmed_at, created_at FROM credentials
         WHERE person_id = $1 AND kind = 'totp'
    )sql",
                               person);
    if (!sealed) return std::nullopt;
    const auto secret = seal.open(sealed->secret, person.text());
    if (!secret)
        throw std::runtime_error(
            "An authenticator app's secret was sealed with a master key that is not there: put the "
            "former master key behind the present one.");
    return App{*secret, sealed->confirmed, sealed->created_at};
}

bool begin_enrolment(Writer& db, const crypto::Seal& seal, PersonId person, Instant now) {
    if (has_second_factor(db, person)) return false;
    db.run("DELETE FROM credentials WHERE person_id = $1 AND kind = 'totp'", person);
    db.run(R"sql(
        INSERT INTO credentials (person_id, id, kind, secret, created_at)
        VALUES ($1, $2, 'totp', $3, $4)
    )sql",
           person, db.new_id<Credential>(),
           seal.seal(crypto::new_totp_secret(db.random()), person.text()), now);
    return true;
}

std::optional<std::vector<std::string>> confirm_enrolment(Writer& db, const crypto::Seal& seal,
                                                          const Stamp& stamp, PersonId person,
                                                          std::string_view code,
                                                          std::string_view except) {
    const auto app = find_app(db, seal, person);
    if (!app || app->confirmed) return std::nullopt;
    const auto step = crypto::totp_step(app->secret, code, stamp.at);
    if (!step || db.run(R"sql(
            UPDATE credentials SET confirmed_at = $1, counter = $2
             WHERE person_id = $3 AND kind = 'totp' AND confirmed_at IS NULL
        )sql",
                        stamp.at, *step, person) == 0)
        return std::nullopt;
    end_sessions(db, person, except);
    record(db, stamp, "people.add_second_factor", person);
    return make_recovery_codes(db, person, stamp.at);
}

bool take_app_code(Writer& db, const crypto::Seal& seal, PersonId person, std::string_view code,
                   Instant now) {
    const auto app = find_app(db, seal, person);
    if (!app || !app->confirmed) return false;
    const auto step = crypto::totp_step(app->secret, code, now);
    return step && db.run(R"sql(
        UPDATE credentials SET counter = $1, used_at = $2
         WHERE person_id = $3 AND kind = 'totp' AND counter < $1
    )sql",
                          *step, now, person) == 1;
}

bool take_recovery_code(Writer& db, PersonId person, std::string_view code, Instant now) {
    return db.run(R"sql(
        UPDATE credentials SET used_at = $1
         WHERE person_id = $2 AND kind = 'recovery_code' AND secret = $3 AND used_at IS NULL
    )sql",
                  now, person, crypto::sha256_hex(bare(code))) == 1;
}

std::vector<std::string> renew_recovery_codes(Writer& db, const Stamp& stamp, PersonId person) {
    record(db, stamp, "people.renew_recovery_codes", person);
    return make_recovery_codes(db, person, stamp.at);
}

std::int64_t recovery_codes_left(const Reader& db, PersonId person) {
    return db
        .one([](const Row& row) { return row.get<std::int64_t>(0); }, R"sql(
        SELECT COUNT(*) FROM credentials
         WHERE person_id = $1 AND kind = 'recovery_code' AND used_at IS NULL
    )sql",
             person)
        .value_or(0);
}

bool remove_second_factor(Writer& db, const Stamp& stamp, PersonId person,
                          std::string_view except) {
    if (db.run("DELETE FROM credentials WHERE person_id = $1 AND kind = 'totp'", person) == 0)
        return false;
    forget_recovery_codes(db, person);
    end_sessions(db, person, except);
    record(db, stamp, "people.remove_second_factor", person);
    return true;
}

}  // namespace primum::people
