#include "store/health.h"

#include <gmock/gmock.h>

#include <chrono>
#include <string>

#include "store/testing.h"
#include "store/testing_contents.h"

namespace primum::store {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using testing::FreshDatabase;
using ::testing::IsEmpty;

OrganisationId id(int number) {
    return *OrganisationId::parse("017f22e2-79b0-7cc3-98c4-00000000000" + std::to_string(number));
}

class Health : public ::testing::TestWithParam<Engine> {
protected:
    // A region with a trust, and for one month a site below that.
    void SetUp() override {
        db_->write([](Writer& db) {
            for (int i = 1; i <= 3; ++i)
                db.run("INSERT INTO organisations (id, kind, name) VALUES ($1, 'trust', 'A')",
                       id(i));
            const auto above = [&](int a, int d, int depth, const char* from, const char* to) {
                db.run(R"sql(
                    INSERT INTO organisation_closure
                           (ancestor_id, descendant_id, depth, valid_from, valid_to)
                    VALUES ($1, $2, $3, $4, $5)
                )sql",
                       id(a), id(d), depth, from, to);
                if (depth != 1) return;
                db.run(R"sql(
                    INSERT INTO organisation_parents (parent_id, child_id, valid_from, valid_to)
                    VALUES ($1, $2, $3, $4)
                )sql",
                       id(a), id(d), from, to);
            };
            for (int i = 1; i <= 3; ++i)
                above(i, i, 0, "0001-01-01", "9999-12-31");
            above(1, 2, 1, "2000-01-01", "2009-04-15");
            above(2, 3, 1, "2009-04-01", "2009-04-30");
            above(1, 3, 2, "2009-04-01", "2009-04-15");
        });
    }

    std::vector<std::string> complaints() {
        std::vector<std::string> about;
        for (const Finding& finding : examine(*db_))
            if (!finding.advice.empty()) about.push_back(finding.what);
        return about;
    }

    FreshDatabase db_{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(Engines, Health, testing::engines(), testing::engine_name);

TEST_P(Health, FindsNothingWhereAllIsWell) {
    EXPECT_THAT(complaints(), IsEmpty());
    EXPECT_EQ(examine(*db_).size(), 5u);
}

TEST_P(Health, FindsAMissingAncestor) {
    db_->write([](Writer& db) { db.run("DELETE FROM organisation_closure WHERE depth = 2"); });
    EXPECT_THAT(complaints(), ElementsAre("tree of organisations"));
}

TEST_P(Health, FindsAnAncestorThatHoldsTooLong) {
    db_->write([](Writer& db) {
        db.run("UPDATE organisation_closure SET valid_to = '2009-04-16' WHERE depth = 2");
    });
    EXPECT_THAT(complaints(), ElementsAre("tree of organisations"));
}

TEST_P(Health, FindsAnOrganisationThatDoesNotLieBelowItself) {
    db_->write([](Writer& db) {
        db.run("INSERT INTO organisations (id, kind, name) VALUES ($1, 'trust', 'A')", id(4));
    });
    EXPECT_THAT(complaints(), ElementsAre("tree of organisations"));
}

TEST_P(Health, FindsABrokenAuditChainAndAChangeThatIsToCome) {
    db_->write([](Writer& db) {
        record(db, Stamp{.person = {}, .at = db.now() + 1h, .request = "r"},
               {.action = "a", .object = "o", .before = {}, .after = {}});
    });
    EXPECT_THAT(complaints(), ElementsAre("clock"));
    db_->write([](Writer& db) {
        db.run("UPDATE audit_entries SET object = 'other'", Scope::system("test").everywhere());
    });
    EXPECT_THAT(complaints(), ElementsAre("audit chains", "clock"));
}

TEST_P(Health, AsksForAMigrationFirst) {
    db_->write([](Writer& db) { db.run("DELETE FROM schema_migrations WHERE number > 1"); });
    EXPECT_THAT(complaints(), ElementsAre("schema"));
}

}  // namespace
}  // namespace primum::store
