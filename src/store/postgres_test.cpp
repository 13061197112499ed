// What happens when the server, the wire or a standby fails; test/with-postgres has the server.

#include <gmock/gmock.h>

#include <atomic>
#include <optional>
#include <string>
#include <thread>

#include "store/store.h"
#include "store/testing.h"

namespace primum::store {
namespace {

using testing::FreshDatabase;

class Postgres : public ::testing::TestWithParam<Engine> {
protected:
    // Ends (or only interrupts) the connections of this database that wait for a standby.
    bool stop_waiting_commits(const Reader& db, std::string_view how) const {
        const std::string& name = db_.name();
        const auto stopped = [](const Row& row) { return row.get<bool>(0); };
        return how == "cancel" ? db.one(stopped,
                                        "SELECT pg_cancel_backend(pid) FROM pg_stat_activity"
                                        " WHERE application_name = $1 AND wait_event = 'SyncRep'",
                                        name)
                                     .has_value()
                               : db.one(stopped,
                                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                        " WHERE application_name = $1 AND wait_event = 'SyncRep'",
                                        name)
                                     .has_value();
    }

    // No standby answers, so this commit waits until it is stopped.
    void expect_unknown_outcome(std::string_view how) {
        std::atomic<bool> done = false;
        std::thread stopper([&] {
            while (!done && !stop_waiting_commits(*db_->read(), how))
                std::this_thread::yield();
        });
        EXPECT_THROW(db_->write([](Writer& db) {
            db.one([](const Row&) { return 0; },
                   "SELECT set_config('synchronous_commit', 'on', true)");
            db.run("INSERT INTO settings (key, value) VALUES ('a', 'one')");
        }),
                     OutcomeUnknown);
        done = true;
        stopper.join();
    }

    std::optional<int> count() {
        return db_->read()->one([](const Row& row) { return row.get<int>(0); },
                                "SELECT count(*) FROM settings");
    }

    FreshDatabase db_{Engine::postgres};
};

std::vector<Engine> postgres_only() {
    if (!std::getenv("PRIMUM_TEST_POSTGRES")) return {};
    return {Engine::postgres};
}
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Postgres);
INSTANTIATE_TEST_SUITE_P(Engines, Postgres, ::testing::ValuesIn(postgres_only()),
                         testing::engine_name);

TEST_P(Postgres, GoesOnWhenTheServerHasEndedItsConnections) {
    db_->write([](Writer& db) { db.run("INSERT INTO settings (key, value) VALUES ('a', 'one')"); });
    EXPECT_EQ(count(), 1);
    FreshDatabase other(Engine::postgres);
    other->read()->all([](const Row&) { return 0; },
                       "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                       " WHERE application_name = $1",
                       db_.name());
    EXPECT_EQ(count(), 1);
    db_->write([](Writer& db) { db.run("INSERT INTO settings (key, value) VALUES ('b', 'two')"); });
    EXPECT_EQ(count(), 2);
}

TEST_P(Postgres, RunsAChangeAgainWhoseConnectionBroke) {
    int tries = 0;
    db_->write([&](Writer& db) {
        db.run("INSERT INTO settings (key, value) VALUES ('a', 'one')");
        if (++tries == 1)
            db.one([](const Row&) { return 0; }, "SELECT pg_terminate_backend(pg_backend_pid())");
    });
    EXPECT_EQ(tries, 2);
    EXPECT_EQ(count(), 1);
}

// As a server answers that has become a standby.
TEST_P(Postgres, LooksForAnotherServerWhenThisOneOnlyReads) {
    int tries = 0;
    db_->write([&](Writer& db) {
        if (++tries == 1)
            db.one([](const Row&) { return 0; },
                   "SELECT set_config('transaction_read_only', 'on', true)");
        db.run("INSERT INTO settings (key, value) VALUES ('a', 'one')");
    });
    EXPECT_EQ(tries, 2);
    EXPECT_EQ(count(), 1);
}

TEST_P(Postgres, SaysThatTheOutcomeIsUnknownWhenNoStandbyHasTheChange) {
    expect_unknown_outcome("cancel");
    EXPECT_EQ(count(), 1);  // it was done here, which is why nobody may simply try again
}

TEST_P(Postgres, SaysThatTheOutcomeIsUnknownWhenTheWireBreaksDuringCommit) {
    expect_unknown_outcome("terminate");
}

TEST_P(Postgres, RefusesAnAddressWhereNoServerIs) {
    Options options;
    options.url = "postgresql://primum@/nowhere?host=/nonexistent";
    EXPECT_THROW(Store::open(options), std::runtime_error);
}

}  // namespace
}  // namespace primum::store
