#include "people/session.h"

#include <algorithm>

#include "access/cookies.h"
#include "crypto/hash.h"
#include "crypto/token.h"
#include "people/visitor.h"

namespace primum::people {
namespace {

using store::Reader;
using store::Row;
using store::Writer;

/// A session's row beside its person.
struct Known {
    access::Session session;
    Instant last_seen_at;
};

Known read_known(const Row& row) {
    Known known;
    known.session.id = row.get<std::string>(0);
    known.session.signed_in_at = row.get<Instant>(1);
    known.last_seen_at = row.get<Instant>(2);
    known.session.person.id = row.get<PersonId>(3);
    known.session.person.name = row.get<std::string>(4);
    known.session.person.email = row.get<std::string>(5);
    known.session.language = row.get<std::string>(6);
    return known;
}

std::optional<Known> find_session(const Reader& db, const std::string& id, Instant now) {
    return db.one(read_known, R"sql(
        SELECT s.token_hash, s.signed_in_at, s.last_seen_at, p.id, p.name, p.email, p.language
          FROM sessions s JOIN people p ON p.id = s.person_id
         WHERE s.token_hash = $1 AND s.ends_at > $2 AND p.status = 'active'
    )sql",
                  id, now);
}

std::vector<access::Held> roles_held(const Reader& db, PersonId person, Day day) {
    const auto read = [](const Row& row) {
        return std::pair(
            access::parse_role(row.get<std::string>(0)),
            access::Held{
                {}, row.get<OrganisationId>(1), row.get<Day>(2), row.get<std::optional<Day>>(3)});
    };
    const auto rows = db.all(read, R"sql(
        SELECT role, organisation_id, from_day, until_day FROM roles_held
         WHERE person_id = $1 AND from_day <= $2 AND (until_day IS NULL OR until_day >= $2)
         ORDER BY organisation_id, role
    )sql",
                             person, day, store::Scope::system("who is signed in").everywhere());

    std::vector<access::Held> roles;
    for (const auto& [role, held] : rows) {
        if (!role) continue;  // of a newer program: it gives no right here
        roles.push_back(held);
        roles.back().role = *role;
    }
    return roles;
}

OpenSession read_open(const Row& row) {
    return {row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2),
            row.get<Instant>(3), row.get<Instant>(4)};
}

}  // namespace

Visitor visitor_of(const http::Request& request, const Settings& settings) {
    return {
        .browser = browser_name(request.headers.find("User-Agent").value_or("")),
        .network = network_of(request.peer.address),
        .device =
            request.cookie(access::cookie_name(kDeviceCookie, settings.is_secure())).value_or("")};
}

std::string open_session(Writer& db, PersonId person, std::string_view methods,
                         const Visitor& visitor, Instant now) {
    std::string token = crypto::random_token(db.random());
    db.run(R"sql(
        INSERT INTO sessions (token_hash, person_id, created_at, signed_in_at, last_seen_at,
                              ends_at, methods, browser, address)
        VALUES ($1, $2, $3, $3, $3, $4, $5, $6, $7)
    )sql",
           crypto::sha256_hex(token), person, now, now + kLongestSession, methods, visitor.browser,
           visitor.network);
    return token;
}

http::Header session_cookie(const Settings& settings, std::string_view token) {
    return access::cookie(access::kSessionCookie, token, settings.is_secure());
}

http::Header no_session_cookie(const Settings& settings) {
    return access::cookie(access::kSessionCookie, "", settings.is_secure(), "; Max-Age=0");
}

std::string refresh_session(Writer& db, std::string_view id, Instant now) {
    std::string token = crypto::random_token(db.random());
    db.run(R"sql(
        UPDATE sessions SET token_hash = $1, signed_in_at = $2, last_seen_at = $2
         WHERE token_hash = $3
    )sql",
           crypto::sha256_hex(token), now, id);
    return token;
}

void end_session(Writer& db, PersonId person, std::string_view id) {
    db.run("DELETE FROM sessions WHERE person_id = $1 AND token_hash = $2", person, id);
}

std::int64_t end_sessions(Writer& db, PersonId person, std::string_view except) {
    return db.run("DELETE FROM sessions WHERE person_id = $1 AND token_hash <> $2", person, except);
}

std::vector<OpenSession> sessions_of(const Reader& db, PersonId person, Instant now) {
    return db.all(read_open, R"sql(
        SELECT token_hash, browser, address, created_at, last_seen_at FROM sessions
         WHERE person_id = $1 AND ends_at > $2 AND last_seen_at > $3
         ORDER BY last_seen_at DESC, token_hash
    )sql",
                  person, now, now - kIdle);
}

access::Recognise recogniser(Accounts& accounts) {
    return [&accounts](const Reader& db, const http::Request& request,
                       Instant now) -> std::optional<access::Session> {
        const auto token = request.cookie(
            access::cookie_name(access::kSessionCookie, accounts.settings.is_secure()));
        if (!token) return std::nullopt;
        auto known = find_session(db, crypto::sha256_hex(*token), now);
        if (!known) return std::nullopt;
        const Instant last = accounts.presence.last(known->session.id, known->last_seen_at);
        if (now - last >= kIdle) return std::nullopt;
        accounts.presence.note(known->session.id, last, now);
        access::Person& person = known->session.person;
        person.roles = roles_held(db, person.id, std::chrono::floor<std::chrono::days>(now));
        return std::move(known->session);
    };
}

void tidy(Writer& db, Instant now) {
    constexpr std::chrono::days kKept{30};  // a little history helps whoever looks into a complaint
    db.run("DELETE FROM sessions WHERE ends_at <= $1 OR last_seen_at <= $2", now, now - kIdle);
    db.run("DELETE FROM one_time_tokens WHERE expires_at <= $1", now - kKept);
    db.run("DELETE FROM throttles WHERE since <= $1", now - std::chrono::days(2));
}

}  // namespace primum::people
