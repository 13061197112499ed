#include "api/tokens.h"

#include <array>
#include <stdexcept>
#include <utility>

#include "crypto/token.h"
#include "json/writer.h"
#include "store/audit.h"

namespace primum::api {
namespace {

using access::Right;
using access::Rights;

constexpr std::array<std::pair<Right, std::string_view>, 3> kNames = {
    {{Right::read, "read"}, {Right::write, "data:write"}, {Right::published, "public"}}};
constexpr std::chrono::hours kUseNoted{1};

Rights read_rights(std::string_view text) {
    Rights rights;
    while (!text.empty()) {
        const auto space = text.find(' ');
        if (const auto right = parse_right(text.substr(0, space))) rights.add(*right);
        text = space == text.npos ? std::string_view() : text.substr(space + 1);
    }
    return rights;
}

KeptToken read_token(const store::Row& row) {
    return {.id = row.get<TokenId>(0),
            .key = row.get<std::string>(1),
            .name = row.get<std::string>(2),
            .rights = read_rights(row.get<std::string_view>(3)),
            .made_by = row.get<std::string>(4),
            .made_at = row.get<Instant>(5),
            .expires_at = row.get<Instant>(6),
            .last_used_at = row.get<std::optional<Instant>>(7),
            .ended_at = row.get<std::optional<Instant>>(8)};
}

std::string described(const KeptToken& token) {
    json::Writer json;
    json.begin_object()
        .member("key", token.key)
        .member("name", token.name)
        .member("rights", names(token.rights))
        .member("expires", iso_instant(token.expires_at))
        .end_object();
    return std::string(json.text());
}

struct Found {
    OrganisationId organisation;
    TokenId id;
    std::string hash;
    KeptToken token;
};

std::vector<Found> find_by_key(const store::Reader& db, std::string_view key) {
    const auto everywhere = store::Scope::system("the front door asks whose token it is");
    return db.all(
        [](const store::Row& row) {
            return Found{.organisation = row.get<OrganisationId>(9),
                         .id = row.get<TokenId>(0),
                         .hash = row.get<std::string>(10),
                         .token = read_token(row)};
        },
        R"sql(
            SELECT id, key, name, rights, '', made_at, expires_at, last_used_at, ended_at,
                   organisation_id, secret_hash
              FROM api_tokens
             WHERE key = $1
        )sql",
        key, everywhere.everywhere());
}

void note_use(store::Store& store, const Found& found, Instant now) {
    store.write([&](store::Writer& db) {
        const auto job = store::Scope::system("noting that a token was used");
        db.run("UPDATE api_tokens SET last_used_at = $1 WHERE organisation_id = $2 AND id = $3",
               now, job.may_write(found.organisation), found.id);
    });
}

}  // namespace

std::string names(Rights rights) {
    std::string text;
    for (const auto& [right, name] : kNames)
        if (rights.has(right)) (text += text.empty() ? "" : " ") += name;
    return text;
}

std::optional<Right> parse_right(std::string_view name) {
    for (const auto& [right, known] : kNames)
        if (known == name) return right;
    return std::nullopt;
}

TokenId save_token(store::Writer& db, const store::Writable& organisation,
                   const store::Stamp& stamp, const Secret& secret, const KeptToken& token) {
    if (token.expires_at > stamp.at + kLongestLife)
        throw std::logic_error("A token lives a year at most.");
    const auto id = db.new_id<KeptToken>();
    db.run(R"sql(
        INSERT INTO api_tokens (organisation_id, id, key, name, secret_hash, rights, made_by,
                                made_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    )sql",
           organisation, id, secret.key, token.name, secret.hash(), names(token.rights),
           stamp.person, stamp.at, token.expires_at);
    KeptToken saved = token;
    saved.key = secret.key;
    store::record(
        db, organisation, stamp,
        {.action = "api.make_token", .object = id.text(), .before = {}, .after = described(saved)});
    return id;
}

std::vector<KeptToken> tokens_of(const store::Reader& db, const store::Readable& organisation) {
    return db.all(read_token, R"sql(
        SELECT t.id, t.key, t.name, t.rights, coalesce(p.name, ''), t.made_at, t.expires_at,
               t.last_used_at, t.ended_at
          FROM api_tokens t
          LEFT JOIN people p ON p.id = t.made_by
         WHERE t.organisation_id = $1
         ORDER BY t.id DESC
    )sql",
                  organisation);
}

bool end_token(store::Writer& db, const store::Writable& organisation, const store::Stamp& stamp,
               TokenId id) {
    const auto ended = db.run(R"sql(
        UPDATE api_tokens SET ended_at = $1, ended_by = $2, rev = rev + 1
         WHERE organisation_id = $3 AND id = $4 AND ended_at IS NULL
    )sql",
                              stamp.at, stamp.person, organisation, id);
    if (ended == 0) return false;
    store::record(db, organisation, stamp,
                  {.action = "api.end_token", .object = id.text(), .before = {}, .after = {}});
    return true;
}

std::optional<access::Token> recognise(store::Store& store, const store::Reader& db,
                                       std::string_view text, Instant now) {
    const auto secret = parse_secret(text);
    if (!secret) return std::nullopt;
    for (const Found& found : find_by_key(db, secret->key)) {
        if (!crypto::equal(found.hash, secret->hash()) || !found.token.works(now)) continue;
        if (!found.token.last_used_at || now - *found.token.last_used_at >= kUseNoted)
            note_use(store, found, now);
        return access::Token{.id = found.token.key,
                             .organisation = found.organisation,
                             .rights = found.token.rights};
    }
    return std::nullopt;
}

}  // namespace primum::api
