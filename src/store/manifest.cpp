#include "store/manifest.h"

#include <fmt/format.h>

#include "json/value.h"
#include "json/writer.h"
#include "store/audit.h"
#include "store/catalogue.h"
#include "store/files.h"
#include "store/raw.h"
#include "store/sqlite_connection.h"

namespace primum::store {
namespace {

std::string integrity(const Reader& db) {
    std::string answer;
    Raw::run(db, "PRAGMA integrity_check", {}, [&](const Row& row) {
        answer = row.get<std::string>(0);
        return false;
    });
    return answer;
}

std::int64_t schema_of(const Reader& db) {
    return db
        .one([](const Row& row) { return row.get<std::int64_t>(0); },
             "SELECT count(*) FROM schema_migrations")
        .value_or(0);
}

std::map<std::string, std::string> audit_heads(const Reader& db, const Scope& system) {
    std::map<std::string, std::string> heads;
    db.each(
        [&](const Row& row) {
            heads[row.get<std::string>(0)] =
                fmt::format("{} {}", row.get<std::int64_t>(1), row.get<std::string_view>(2));
        },
        "SELECT organisation_id, seq, hash FROM audit_heads", system.everywhere());
    return heads;
}

}  // namespace

std::int64_t Manifest::all_rows() const {
    std::int64_t all = 0;
    for (const auto& [table, count] : rows)
        all += count;
    return all;
}

Checked<Manifest> describe(const std::filesystem::path& database, std::string made_at) {
    SqliteConnection connection(database, SqliteConnection::Use::read);
    const OnConnection db(connection, system_clock().now(), system_random());
    const Scope system = Scope::system("describing a backup");
    if (const std::string answer = integrity(db); answer != "ok")
        return refuse(
            fmt::format("{} is damaged ({}): use another backup.", database.string(), answer));
    if (const auto bad = verify_audit(db, system))
        return refuse(
            fmt::format("{} has an audit entry that cannot be right, {} of {}: {}. Use"
                        " another backup.",
                        database.string(), bad->number, bad->owner.text(), bad->why));
    Manifest manifest{.made_at = std::move(made_at),
                      .schema = schema_of(db),
                      .bytes = std::filesystem::file_size(database),
                      .sha256 = sha256_of(database),
                      .audit = audit_heads(db, system)};
    for (const Table& table : tables_of(db, Engine::sqlite))
        manifest.rows[table.name] = count_rows(db, table);
    return manifest;
}

std::string to_json(const Manifest& manifest) {
    json::Writer document;
    document.begin_object()
        .member("made_at", manifest.made_at)
        .member("schema", manifest.schema)
        .member("bytes", manifest.bytes)
        .member("sha256", manifest.sha256);
    document.key("rows").begin_object();
    for (const auto& [table, count] : manifest.rows)
        document.member(table, count);
    document.end_object().key("audit").begin_object();
    for (const auto& [owner, head] : manifest.audit)
        document.member(owner, head);
    document.end_object().end_object();
    return std::string(document.text()) + '\n';
}

std::optional<Manifest> manifest_from_json(std::string_view text) {
    const auto document = json::parse(text);
    if (!document) return std::nullopt;
    const json::Value* rows = document->find("rows");
    const json::Value* audit = document->find("audit");
    if (!rows || !rows->as<json::Value::Object>() || !audit || !audit->as<json::Value::Object>())
        return std::nullopt;
    Manifest manifest{
        .made_at = document->member<std::string>("made_at").value_or(""),
        .schema = document->member<std::int64_t>("schema").value_or(0),
        .bytes = static_cast<std::uintmax_t>(document->member<std::int64_t>("bytes").value_or(0)),
        .sha256 = document->member<std::string>("sha256").value_or("")};
    for (const auto& [table, count] : *rows->as<json::Value::Object>())
        manifest.rows[table] = count.as<std::int64_t>() ? *count.as<std::int64_t>() : -1;
    for (const auto& [owner, head] : *audit->as<json::Value::Object>())
        manifest.audit[owner] = head.as<std::string>() ? *head.as<std::string>() : "";
    return manifest;
}

}  // namespace primum::store
