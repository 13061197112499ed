#include "store/store.h"

#include <gmock/gmock.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <latch>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "store/migrations.h"
#include "store/sqlite_connection.h"
#include "store/testing.h"

namespace primum::store {
namespace {

using namespace std::chrono_literals;
using testing::FreshDatabase;

class StoreTest : public ::testing::TestWithParam<Engine> {
protected:
    FreshDatabase db_{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(Engines, StoreTest, testing::engines(), testing::engine_name);

void put(Store& store, std::string_view key, std::string_view value) {
    store.write([&](Writer& db) {
        db.run("INSERT INTO settings (key, value) VALUES ($1, $2)", key, value);
    });
}

std::optional<std::string> find(const Reader& db, std::string_view key) {
    return db.one([](const Row& row) { return row.get<std::string>(0); },
                  "SELECT value FROM settings WHERE key = $1", key);
}

TEST_P(StoreTest, ReadsWhatWasWritten) {
    put(*db_, "a", "one");
    EXPECT_EQ(find(*db_->read(), "a"), "one");
    EXPECT_EQ(find(*db_->read(), "b"), std::nullopt);
    db_.reopen();
    EXPECT_EQ(find(*db_->read(), "a"), "one");
}

TEST_P(StoreTest, BringsBackEveryKindOfValue) {
    const Day day = std::chrono::year(2009) / 4 / 23;
    const Instant at{1240475400000001us};
    const auto id = Id<int>::parse("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
    const std::string strange("a\"';$1--\n\xc3\xa9");
    db_->write([&](Writer& db) {
        db.run(R"sql(
            INSERT INTO idempotency_keys (key, actor, fingerprint, status, location, body, at)
            VALUES ($1, $2, $3, $5, $6, $4, $7)
        )sql",
               *id, day, std::string(64, 'f'), Bytes{std::byte{0}, std::byte{255}}, -5, strange,
               at);
    });
    const auto lease = db_->read();
    const auto all = lease->all(
        [&](const Row& row) {
            EXPECT_EQ(row.columns(), 7);
            EXPECT_EQ(row.get<Id<int>>(0), *id);
            EXPECT_EQ(row.get<Day>(1), day);
            EXPECT_EQ(row.get<int>(2), -5);
            EXPECT_EQ(row.get<std::string_view>(3), strange);
            EXPECT_EQ(row.get<Bytes>(4), (Bytes{std::byte{0}, std::byte{255}}));
            EXPECT_EQ(row.get<Instant>(5), at);
            EXPECT_EQ(row.get<std::optional<Day>>(1), day);
            EXPECT_EQ(row.get<double>(6), 1.5);
            return 1;
        },
        "SELECT key, actor, status, location, body, at, status * -0.3"
        " FROM idempotency_keys WHERE at = $1",
        std::optional(at));
    EXPECT_EQ(all.size(), 1u);
}

TEST_P(StoreTest, KeepsWhatIsAbsentApartFromWhatIsEmpty) {
    db_->write([&](Writer& db) {
        db.run(
            "INSERT INTO organisation_kinds (code, rank, singular, plural) VALUES ($1, $2, $3, $4)",
            "any", 3, "", std::string_view());
        db.run(
            "INSERT INTO organisations (id, kind, name, opened, closed) VALUES ($1, $2, $3, $4, "
            "$5)",
            db.new_id<int>(), "any", "A", std::optional<Day>(), std::optional(Day()));
    });
    db_->read()->one(
        [](const Row& row) {
            EXPECT_TRUE(row.is_null(0));
            EXPECT_EQ(row.get<std::optional<Day>>(0), std::nullopt);
            EXPECT_EQ(row.get<std::optional<std::string>>(1), "1970-01-01");
            EXPECT_EQ(row.get<std::optional<std::string>>(2), "");
            EXPECT_THROW(row.get<std::string>(0), std::runtime_error);
            EXPECT_THROW(row.get<int>(1), std::runtime_error);
            EXPECT_THROW(row.get<Day>(2), std::runtime_error);
            return 0;
        },
        "SELECT opened, closed, plural FROM organisations JOIN organisation_kinds ON code = kind");
}

TEST_P(StoreTest, UndoesAChangeThatThrows) {
    EXPECT_THROW(db_->write([&](Writer& db) {
        db.run("INSERT INTO settings (key, value) VALUES ('a', 'one')");
        throw std::runtime_error("no");
    }),
                 std::runtime_error);
    EXPECT_EQ(find(*db_->read(), "a"), std::nullopt);
}

TEST_P(StoreTest, ReadsItsOwnChangesInsideAChange) {
    const auto seen = db_->write([&](Writer& db) {
        db.run("INSERT INTO settings (key, value) VALUES ('a', 'one')");
        return find(db, "a");
    });
    EXPECT_EQ(seen, "one");
}

TEST_P(StoreTest, SaysHowManyRowsAChangeTouched) {
    put(*db_, "a", "1");
    put(*db_, "b", "2");
    db_->write([&](Writer& db) {
        EXPECT_EQ(db.run("UPDATE settings SET rev = rev + 1"), 2);
        EXPECT_EQ(db.run("DELETE FROM settings WHERE key = $1", "c"), 0);
        const auto revs = db.returning([](const Row& row) { return row.get<int>(0); },
                                       "UPDATE settings SET rev = rev + $1 RETURNING rev", 5);
        EXPECT_THAT(revs, ::testing::ElementsAre(7, 7));
    });
}

TEST_P(StoreTest, ReportsABrokenConstraintAndGoesOn) {
    put(*db_, "a", "one");
    EXPECT_THROW(put(*db_, "a", "two"), Violated);
    put(*db_, "b", "two");
    EXPECT_EQ(find(*db_->read(), "a"), "one");
    EXPECT_EQ(find(*db_->read(), "b"), "two");
}

TEST_P(StoreTest, LendsOneSnapshotUntilItIsGivenBack) {
    put(*db_, "a", "one");
    const auto lease = db_->read();
    put(*db_, "b", "two");
    EXPECT_EQ(find(*lease, "b"), std::nullopt);
    EXPECT_EQ(find(*db_->read(), "b"), "two");
}

TEST_P(StoreTest, AnswersAQuestionWhileAnAnswerToTheSameIsBeingRead) {
    put(*db_, "a", "b");
    put(*db_, "b", "c");
    const auto lease = db_->read();
    const auto two =
        lease->one([&](const Row& row) { return find(*lease, row.get<std::string>(0)); },
                   "SELECT value FROM settings WHERE key = $1", "a");
    EXPECT_EQ(two, std::optional(std::optional<std::string>("c")));
}

// Two people change what both have read: the rev that each expects lets one through.
TEST_P(StoreTest, LetsExactlyOneOfTwoWritersWinTheSameRev) {
    put(*db_, "a", "0");
    for (int round = 1; round <= 20; ++round) {
        std::atomic<int> won = 0;
        const auto change = [&](std::string_view value) {
            won += static_cast<int>(db_->write([&](Writer& db) {
                return db.run(
                    "UPDATE settings SET value = $1, rev = rev + 1 WHERE key = 'a' AND rev = $2",
                    value, round);
            }));
        };
        std::thread one([&] { change("one"); });
        std::thread other([&] { change("other"); });
        one.join();
        other.join();
        EXPECT_EQ(won, 1);
    }
}

TEST_P(StoreTest, KeepsEveryChangeOfManyThreads) {
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < 25; ++i)
                put(*db_, std::to_string(t) + "/" + std::to_string(i), "x");
        });
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_EQ(db_->read()->one([](const Row& row) { return row.get<int>(0); },
                               "SELECT count(*) FROM settings"),
              200);
}

// Each sees no row and adds one; as one after the other, only one may.
TEST_P(StoreTest, LetsChangesHappenAsIfOneAfterTheOther) {
    const auto add_the_only_one = [&](std::string_view key) {
        db_->write([&](Writer& db) {
            const auto count = db.one([](const Row& row) { return row.get<int>(0); },
                                      "SELECT count(*) FROM settings");
            if (count == 0) db.run("INSERT INTO settings (key, value) VALUES ($1, 'x')", key);
        });
    };
    for (int round = 0; round < 10; ++round) {
        std::thread one([&] { add_the_only_one("one"); });
        std::thread other([&] { add_the_only_one("other"); });
        one.join();
        other.join();
        db_->write([](Writer& db) { EXPECT_EQ(db.run("DELETE FROM settings"), 1); });
    }
}

TEST_P(StoreTest, StopsAQuestionThatTakesTooLong) {
    FreshDatabase db(GetParam(), {.url = {}, .longest_read = 1s});
    EXPECT_THROW(db->read()->one([](const Row& row) { return row.get<int>(0); }, R"sql(
        WITH d AS (SELECT 1 AS n UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4
                   UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8)
        SELECT count(*) FROM d a, d b, d c, d d1, d e, d f, d g, d h, d i, d j, d k, d l
    )sql"),
                 TooSlow);
    EXPECT_EQ(find(*db->read(), "a"), std::nullopt);
}

TEST_P(StoreTest, RefusesAChangeWhenTooManyWait) {
    FreshDatabase db(GetParam(), {.url = {}, .waiting_changes = 1});
    std::latch inside(1), refused(1), release(1);
    std::thread slow([&] {
        db->write([&](Writer&) {
            inside.count_down();
            release.wait();
        });
    });
    inside.wait();
    std::atomic<int> refusals = 0;
    const auto change = [&] {
        try {
            put(*db, "a", "one");
        } catch (const Busy&) {
            if (++refusals == 1) refused.count_down();
        }
    };
    // SQLite lets one of them wait, PostgreSQL none.
    std::thread one(change), other(change);
    refused.wait();
    release.count_down();
    for (std::thread* thread : {&slow, &one, &other})
        thread->join();
    EXPECT_GE(refusals, 1);
}

TEST_P(StoreTest, MigratesOnceOnly) {
    db_->migrate();
    const auto known = db_->read()->all([](const Row& row) { return row.get<int>(0); },
                                        "SELECT number FROM schema_migrations ORDER BY number");
    EXPECT_EQ(known.front(), 1);
}

// From the first migration on, as an installation has it that has not been updated for a while.
TEST(SqliteStore, MakesABackupBeforeItMigratesWhatIsThere) {
    const testing::TemporaryFolder folder;
    Options options;
    options.url = folder.path() + "/primum.db";
    {
        SqliteConnection db(options.url, SqliteConnection::Use::write);
        apply(db, migrations().front(), Instant{});
    }
    const auto store = Store::open(options);
    EXPECT_EQ(store->steps_to_migrate(), migrations().size() - 1);
    store->migrate();
    EXPECT_EQ(store->steps_to_migrate(), 0u);
    std::vector<std::string> backups;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
        if (entry.path().filename().string().starts_with("primum.db.schema-0001-"))
            backups.push_back(entry.path());
    ASSERT_EQ(backups.size(), 1u);
    SqliteConnection backup(backups.front(), SqliteConnection::Use::read);
    EXPECT_EQ(pending_migrations(backup).size(), migrations().size() - 1);
}

TEST_P(StoreTest, RefusesASchemaThatIsNewerOrNotItsOwn) {
    db_->write([](Writer& db) { db.run("UPDATE schema_migrations SET sha256 = 'other'"); });
    EXPECT_THROW(db_->migrate(), std::runtime_error);
    db_->write([](Writer& db) {
        db.run(
            "INSERT INTO schema_migrations (number, name, sha256, applied_at)"
            " VALUES (999, '0999_new.sql', 'x', 0)");
    });
    EXPECT_THROW(db_->migrate(), std::runtime_error);
}

TEST_P(StoreTest, SortsTextByItsBytes) {
    for (const char* key : {"b", "B", "a-b", "ab", "\xc3\xa9"})
        put(*db_, key, "x");
    EXPECT_THAT(db_->read()->all([](const Row& row) { return row.get<std::string>(0); },
                                 "SELECT key FROM settings ORDER BY key"),
                ::testing::ElementsAre("B", "a-b", "ab", "b", "\xc3\xa9"));
}

}  // namespace
}  // namespace primum::store
