#include "store/scope.h"

#include <gmock/gmock.h>

#include <chrono>
#include <string>

#include "store/audit.h"
#include "store/store.h"
#include "store/testing.h"

namespace primum::store {
namespace {

using testing::FreshDatabase;
using testing::StillClock;

OrganisationId id(int number) {
    return *OrganisationId::parse("017f22e2-79b0-7cc3-98c4-00000000000" + std::to_string(number));
}

const OrganisationId kRegion = id(1), kTrust = id(2), kSite = id(3), kSibling = id(4);
const Day kToday = std::chrono::year(2009) / 4 / 23;

// A trust with a site lies below the region; its sibling did until yesterday.
class ScopeTest : public ::testing::TestWithParam<Engine> {
protected:
    void SetUp() override {
        db_->write([&](Writer& db) {
            db.run(
                "INSERT INTO organisation_kinds (code, rank, singular, plural)"
                " VALUES ('any', 0, 'Any', 'Any')");
            for (const OrganisationId organisation : {kRegion, kTrust, kSite, kSibling}) {
                db.run("INSERT INTO organisations (id, kind, name) VALUES ($1, 'any', 'A')",
                       organisation);
                put_below(db, organisation, organisation, 0, kToday);
            }
            put_below(db, kRegion, kTrust, 1, kToday);
            put_below(db, kRegion, kSite, 2, kToday);
            put_below(db, kTrust, kSite, 1, kToday);
            put_below(db, kRegion, kSibling, 1, kToday - std::chrono::days(1));
        });
    }

    static void put_below(Writer& db, OrganisationId above, OrganisationId below, int depth,
                          Day until) {
        db.run(R"sql(
            INSERT INTO organisation_closure (ancestor_id, descendant_id, depth, valid_from, valid_to)
            VALUES ($1, $2, $3, '2000-01-01', $4)
        )sql",
               above, below, depth, until);
    }

    StillClock clock_{Instant(kToday)};
    FreshDatabase db_{GetParam(), {.url = {}, .clock = &clock_}};
};
INSTANTIATE_TEST_SUITE_P(Engines, ScopeTest, testing::engines(), testing::engine_name);

TEST_P(ScopeTest, ReachesDownTheTreeAndNowhereElse) {
    const auto db = db_->read();
    const Scope scope(*db, {kTrust}, Reach::write);
    EXPECT_TRUE(scope.can_write(kTrust));
    EXPECT_TRUE(scope.can_write(kSite));
    EXPECT_FALSE(scope.can_read(kRegion));
    EXPECT_FALSE(scope.can_read(kSibling));
    EXPECT_EQ(scope.may_read(kSite).text(), kSite.text());
    EXPECT_THROW(scope.may_write(kSibling), std::logic_error);
    EXPECT_THROW(scope.everywhere(), std::logic_error);
}

TEST_P(ScopeTest, ReachesWhatLiesThereTodayOnly) {
    const auto db = db_->read();
    const Scope scope(*db, {kRegion}, Reach::read);
    EXPECT_TRUE(scope.can_read(kSite));
    EXPECT_FALSE(scope.can_read(kSibling));
    clock_.move_to(Instant(kToday - std::chrono::days(1)));
    const auto yesterday = db_->read();
    EXPECT_TRUE(Scope(*yesterday, {kRegion}, Reach::read).can_read(kSibling));
}

TEST_P(ScopeTest, ThatReadsDoesNotWrite) {
    const auto db = db_->read();
    const Scope scope(*db, {kTrust}, Reach::read);
    EXPECT_TRUE(scope.can_read(kTrust));
    EXPECT_FALSE(scope.can_write(kTrust));
    EXPECT_THROW(scope.may_write(kTrust), std::logic_error);
}

TEST_P(ScopeTest, OfAVisitorReachesNothing) {
    EXPECT_FALSE(Scope().can_read(kTrust));
    EXPECT_NE(Scope().may_read(kTrust).text(), kTrust.text());
}

// What is foreign has the key of nobody, which must not be the installation's either.
TEST_P(ScopeTest, GivesAKeyThatMatchesNothingForWhatIsForeign) {
    db_->write([](Writer& db) {
        record(db, Stamp{.person = {}, .at = {}, .request = "r"},
               {.action = "a", .object = "b", .before = {}, .after = {}});
    });
    const auto db = db_->read();
    const auto seen = [&](const Scope& scope) {
        return db->all([](const Row&) { return 1; },
                       "SELECT 1 FROM audit_entries WHERE organisation_id = $1",
                       scope.may_read(installation()));
    };
    EXPECT_TRUE(seen(Scope()).empty());
    EXPECT_TRUE(seen(Scope(*db, {kRegion}, Reach::read)).empty());
    EXPECT_EQ(seen(Scope::system("test")).size(), 1u);
}

}  // namespace
}  // namespace primum::store
