#include "store/audit.h"

#include <gmock/gmock.h>

#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "store/store.h"
#include "store/testing.h"

namespace primum::store {
namespace {

using testing::FreshDatabase;

const OrganisationId kTrust = *OrganisationId::parse("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
const Scope kSystem = Scope::system("test");

class Audit : public ::testing::TestWithParam<Engine> {
protected:
    // Three entries of a trust, two of the installation.
    void SetUp() override {
        for (int i = 1; i <= 3; ++i)
            db_->write([&](Writer& db) {
                const Stamp stamp{.person = {}, .at = Instant{}, .request = std::to_string(i)};
                record(db, kSystem.may_write(kTrust), stamp,
                       {.action = "organisations.rename",
                        .object = kTrust.text(),
                        .before = {},
                        .after = R"({"name":"A"})"});
                if (i < 3)
                    record(db, stamp, {.action = "a", .object = "b", .before = {}, .after = {}});
            });
    }

    std::optional<BadEntry> verify() { return verify_audit(*db_->read(), kSystem); }

    void expect_bad(std::int64_t number, OrganisationId owner = kTrust) {
        const auto bad = verify();
        ASSERT_TRUE(bad);
        EXPECT_EQ(bad->owner, owner);
        EXPECT_EQ(bad->number, number) << bad->why;
    }

    FreshDatabase db_{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(Engines, Audit, testing::engines(), testing::engine_name);

TEST_P(Audit, IsWholeWhileNobodyTampers) {
    EXPECT_FALSE(verify());
}

TEST_P(Audit, FindsAChangedByte) {
    db_->write([](Writer& db) {
        db.run(
            "UPDATE audit_entries SET after = '{\"name\":\"B\"}' WHERE organisation_id = $1"
            " AND seq = 2",
            kSystem.may_write(kTrust));
    });
    expect_bad(2);
}

TEST_P(Audit, FindsThatTheLastEntryIsMissing) {
    db_->write([](Writer& db) {
        db.run("DELETE FROM audit_entries WHERE organisation_id = $1 AND seq = 3",
               kSystem.may_write(kTrust));
    });
    expect_bad(3);
}

TEST_P(Audit, FindsThatAnEntryInTheMiddleIsMissing) {
    db_->write([](Writer& db) {
        db.run("DELETE FROM audit_entries WHERE organisation_id = $1 AND seq = 2",
               kSystem.may_write(kTrust));
    });
    expect_bad(2);
}

TEST_P(Audit, FindsTwoEntriesThatHaveChangedPlaces) {
    db_->write([](Writer& db) {
        const Writable trust = kSystem.may_write(kTrust);
        for (const auto& [from, to] : {std::pair{1, 9}, {2, 1}, {9, 2}})
            db.run("UPDATE audit_entries SET seq = $3 WHERE organisation_id = $1 AND seq = $2",
                   trust, from, to);
    });
    expect_bad(1);
}

TEST_P(Audit, FindsThatAWholeChainIsMissing) {
    db_->write([](Writer& db) {
        db.run("DELETE FROM audit_entries WHERE organisation_id = $1",
               kSystem.may_write(installation()));
    });
    expect_bad(1, installation());
}

TEST_P(Audit, FindsAChainWithoutItsHead) {
    db_->write([](Writer& db) {
        db.run("DELETE FROM audit_heads WHERE organisation_id = $1", kSystem.may_write(kTrust));
    });
    expect_bad(3);
}

TEST_P(Audit, LosesNothingWhenManyRecordAtOnce) {
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            for (int i = 0; i < 10; ++i)
                db_->write([&](Writer& db) {
                    record(db, Stamp{.person = {}, .at = db.now(), .request = "r"},
                           {.action = "a", .object = "b", .before = {}, .after = {}});
                });
        });
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_FALSE(verify());
    EXPECT_EQ(db_->read()->one([](const Row& row) { return row.get<int>(0); },
                               "SELECT seq FROM audit_heads WHERE organisation_id = $1",
                               kSystem.may_read(installation())),
              42);
}

// By hand: each field behind its length in bytes and a colon, from the chain's owner to the 64
// zeros that the first entry follows; then sha256sum.
TEST_P(Audit, HashesWhatItsHeaderSays) {
    const auto hash =
        db_->read()->one([](const Row& row) { return row.get<std::string>(0); },
                         "SELECT hash FROM audit_entries WHERE organisation_id = $1 AND seq = 1",
                         kSystem.may_read(kTrust));
    EXPECT_EQ(hash, "467123a1d2fa75e7ff32c16456e64a8cb7534b46a526a4e8e736a091979e9d64");
}

}  // namespace
}  // namespace primum::store
