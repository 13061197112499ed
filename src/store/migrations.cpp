#include "store/migrations.h"

#include <array>
#include <charconv>
#include <stdexcept>
#include <utility>

#include "crypto/hash.h"

namespace primum::store {
namespace {

struct Word {
    std::string_view word;
    std::string_view sqlite;
    std::string_view postgres;
};

// Text sorts by its bytes on both, whatever the PostgreSQL database was created with.
constexpr Word kWords[] = {
    {"{id}", "TEXT", "TEXT COLLATE \"C\""},
    {" TEXT", " TEXT", " TEXT COLLATE \"C\""},
    {"{int}", "INTEGER", "BIGINT"},
    {"{real}", "REAL", "DOUBLE PRECISION"},
    {"{blob}", "BLOB", "BYTEA"},
    {"{json}", "TEXT", "TEXT COLLATE \"C\""},
    {"{strict}", "STRICT", ""},
};

bool keeps_history(Connection& db) {
    bool found = false;
    const std::string_view question =
        db.engine() == Engine::sqlite
            ? "SELECT 1 FROM sqlite_schema WHERE name = 'schema_migrations'"
            : "SELECT 1 FROM pg_tables WHERE tablename = 'schema_migrations'"
              " AND schemaname = current_schema()";
    db.run(question, {}, [&](const Row&) { return found = true; });
    return found;
}

struct Applied {
    int number;
    std::string file;
    std::string sha256;
};

std::vector<Applied> applied_migrations(Connection& db) {
    std::vector<Applied> applied;
    if (!keeps_history(db)) return applied;
    db.run(
        "SELECT number, name, sha256 FROM schema_migrations ORDER BY number", {},
        [&](const Row& row) {
            applied.push_back({row.get<int>(0), row.get<std::string>(1), row.get<std::string>(2)});
            return true;
        });
    return applied;
}

}  // namespace

std::vector<Migration> migrations() {
    std::vector<Migration> all;
    for (const auto& [file, text] : migration_files()) {
        Migration migration{.file = file, .text = text, .sha256 = crypto::sha256_hex(text)};
        std::from_chars(file.data(), file.data() + file.size(), migration.number);
        if (migration.number != static_cast<int>(all.size()) + 1)
            throw std::logic_error("schema/ has a gap or a double before " + std::string(file));
        all.push_back(std::move(migration));
    }
    return all;
}

std::string translated(std::string_view text, Engine engine) {
    std::string result;
    while (!text.empty()) {
        const Word* found = nullptr;
        for (const Word& word : kWords)
            if (text.starts_with(word.word)) found = &word;
        if (found) {
            result += engine == Engine::sqlite ? found->sqlite : found->postgres;
            text.remove_prefix(found->word.size());
        } else {
            result += text.front();
            text.remove_prefix(1);
        }
    }
    return result;
}

std::vector<Migration> pending_migrations(Connection& db) {
    auto known = migrations();
    const auto applied = applied_migrations(db);
    if (applied.size() > known.size())
        throw std::runtime_error("The database was made by a newer Primum (" + applied.back().file +
                                 "): run that one, or restore an older backup.");
    for (std::size_t i = 0; i < applied.size(); ++i)
        if (applied[i].number != known[i].number || applied[i].sha256 != known[i].sha256)
            throw std::runtime_error("The database was made by another Primum: " + applied[i].file +
                                     " is not what this one has; run the one that made it.");
    known.erase(known.begin(), known.begin() + static_cast<std::ptrdiff_t>(applied.size()));
    return known;
}

void apply(Connection& db, const Migration& migration, Instant now) {
    db.script(translated(migration.text, db.engine()));
    const Values<4> values(migration.number, migration.file, migration.sha256, now);
    db.run(
        "INSERT INTO schema_migrations (number, name, sha256, applied_at)"
        " VALUES ($1, $2, $3, $4)",
        values, [](const Row&) { return true; });
}

}  // namespace primum::store
