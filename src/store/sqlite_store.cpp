#include "store/sqlite_store.h"

#include <fmt/format.h>

#include "store/loan.h"
#include "store/migrations.h"
#include "store/pool.h"
#include "store/sqlite_connection.h"
#include "store/sqlite_writer.h"

namespace primum::store {
namespace {

using Use = SqliteConnection::Use;

void expect_nothing(Connection& db, std::string_view question, std::string_view good) {
    db.run(question, {}, [&](const Row& row) {
        if (row.get<std::string_view>(0) != good)
            throw std::runtime_error(
                fmt::format("After the migration {} says: {}. Restore the backup that was made"
                            " before it.",
                            question, row.get<std::string_view>(0)));
        return true;
    });
}

// A migration may rebuild a table, which only works while nobody checks what refers to it.
void migrate_one(SqliteConnection& db, const Migration& migration, Instant now) {
    db.script("PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE");
    try {
        apply(db, migration, now);
        expect_nothing(db, "PRAGMA foreign_key_check", "");
        db.script(fmt::format("PRAGMA user_version = {}; COMMIT", migration.number));
    } catch (...) {
        if (db.in_transaction()) db.script("ROLLBACK");
        db.script("PRAGMA foreign_keys = ON");
        throw;
    }
    db.script("PRAGMA foreign_keys = ON");
}

class SqliteStore final : public Store {
public:
    explicit SqliteStore(const Options& options)
        : options_(options),
          writer_(options, std::make_unique<SqliteConnection>(options.url, Use::write)),
          readers_(options.readers,
                   [this] { return std::make_unique<SqliteConnection>(options_.url, Use::read); }) {
    }

    Engine engine() const override { return Engine::sqlite; }

    Lease read() override {
        auto connection = readers_.take();
        auto& sqlite = static_cast<SqliteConnection&>(*connection);
        const auto limit = options_.longest_read;
        sqlite.set_deadline(limit.count() == 0 ? std::chrono::steady_clock::time_point::max()
                                               : std::chrono::steady_clock::now() + limit);
        return lend(readers_, std::move(connection), *options_.clock, *options_.random);
    }

    void migrate() override {
        writer_.alone([&](SqliteConnection& db) {
            const auto pending = pending_migrations(db);
            if (pending.empty()) return;
            if (pending.front().number > 1) back_up(db, pending.front().number - 1);
            for (const Migration& migration : pending)
                migrate_one(db, migration, options_.clock->now());
            expect_nothing(db, "PRAGMA integrity_check", "ok");
        });
    }

    std::size_t steps_to_migrate() override {
        std::size_t steps = 0;
        writer_.alone([&](SqliteConnection& db) { steps = pending_migrations(db).size(); });
        return steps;
    }

protected:
    void write_erased(const std::function<void(Writer&)>& change) override { writer_.run(change); }

private:
    void back_up(SqliteConnection& db, int schema) const {
        const std::string file =
            fmt::format("{}.schema-{:04}-{}", options_.url, schema,
                        options_.clock->now().time_since_epoch() / std::chrono::seconds(1));
        const Values<1> values(file);
        db.run("VACUUM INTO $1", values, [](const Row&) { return true; });
    }

    const Options options_;
    SqliteWriter writer_;
    Pool readers_;
};

}  // namespace

std::unique_ptr<Store> open_sqlite(const Options& options) {
    return std::make_unique<SqliteStore>(options);
}

}  // namespace primum::store
