#include "organisations/changes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "organisations/history.h"
#include "organisations/testing_tree.h"
#include "organisations/tree.h"

namespace primum::organisations {
namespace {

using testing::ElementsAre;

class Changes : public testing::TestWithParam<store::Engine> {
protected:
    Organisation get(OrganisationId id) { return find_organisation(*store_->read(), id).value(); }
    store::Writable owner(OrganisationId id) { return everywhere().may_write(id); }

    std::vector<OrganisationId> path(OrganisationId id, Day on) {
        std::vector<OrganisationId> ids;
        for (const Organisation& above : path_to(*store_->read(), id, on))
            ids.push_back(above.id);
        return ids;
    }

    template <class Change>
    auto write(Change change) {
        return store_->write(change);
    }

    store::testing::FreshDatabase store_{GetParam()};
    TestTree tree_{*store_};
};
INSTANTIATE_TEST_SUITE_P(Engines, Changes, store::testing::engines(), store::testing::engine_name);

TEST_P(Changes, AreSeenInTheTreeAtOnce) {
    EXPECT_THAT(path(tree_.ward, kToday),
                ElementsAre(tree_.country, tree_.region, tree_.trust, tree_.site));
    EXPECT_EQ(get(tree_.ward).code, "RZ901-4B");
    EXPECT_EQ(find_by_code(*store_->read(), "rz9")->id, tree_.trust);
    EXPECT_EQ(find_by_code(*store_->read(), "RZ7"), std::nullopt);
}

TEST_P(Changes, MoveASubtreeFromADayOnAndRememberWhereItWas) {
    const auto site = get(tree_.site);
    ASSERT_TRUE(write([&](store::Writer& db) {
        return place(db, owner(site.id), stamp(), site,
                     moved(links_of(db, site.id), tree_.other, day("2026-04-01")));
    }));
    EXPECT_THAT(path(tree_.ward, day("2026-03-31")),
                ElementsAre(tree_.country, tree_.region, tree_.trust, tree_.site));
    EXPECT_THAT(path(tree_.ward, day("2026-04-01")),
                ElementsAre(tree_.country, tree_.region, tree_.other, tree_.site));
}

TEST_P(Changes, KeepTheOldNameAsAFormerOne) {
    ASSERT_TRUE(write([&](store::Writer& db) {
        return rename(db, owner(tree_.trust), stamp(), get(tree_.trust),
                      "Alderwick NHS Foundation Trust", day("2026-01-01"));
    }));
    const auto now = get(tree_.trust);
    EXPECT_EQ(now.name, "Alderwick NHS Foundation Trust");
    const auto former = former_names_of(*store_->read(), now.id);
    EXPECT_EQ(name_on(former, now, day("2025-12-31")), "Alderwick NHS Trust");
    EXPECT_EQ(name_on(former, now, day("2026-01-01")), "Alderwick NHS Foundation Trust");
}

TEST_P(Changes, AreRefusedWhereSomebodyElseWasQuicker) {
    const auto seen = get(tree_.trust);
    const auto rename_to = [&](const char* name) {
        return write([&](store::Writer& db) {
            return rename(db, owner(seen.id), stamp(), seen, name, kToday);
        });
    };
    EXPECT_TRUE(rename_to("First"));
    EXPECT_FALSE(rename_to("Second"));
    EXPECT_EQ(get(seen.id).name, "First");
    EXPECT_EQ(former_names_of(*store_->read(), seen.id).size(), 1U);
}

TEST_P(Changes, MergeKeepsHistoryOnBothSides) {
    ASSERT_TRUE(write([&](store::Writer& db) {
        return merge(db, owner(tree_.trust), owner(tree_.other), stamp(), get(tree_.trust),
                     day("2026-04-01"));
    }));
    const auto gone = get(tree_.trust);
    EXPECT_EQ(gone.closed, day("2026-03-31"));
    const auto into = successors_of(*store_->read(), gone.id);
    ASSERT_EQ(into.size(), 1U);
    EXPECT_EQ(into[0].id, tree_.other);
    EXPECT_EQ(into[0].on, day("2026-04-01"));
    EXPECT_EQ(predecessors_of(*store_->read(), tree_.other).at(0).name, "Alderwick NHS Trust");

    EXPECT_THAT(path(tree_.ward, day("2026-03-31")),
                ElementsAre(tree_.country, tree_.region, tree_.trust, tree_.site));
    EXPECT_THAT(path(tree_.ward, day("2026-04-01")),
                ElementsAre(tree_.country, tree_.region, tree_.other, tree_.site));
    EXPECT_EQ(find_by_code(*store_->read(), "RZ9")->id, gone.id) << "it stays findable";
}

TEST_P(Changes, GiveACodeToOneOrganisationOnly) {
    const auto identify_as = [&](OrganisationId id, const char* value) {
        return write(
            [&](store::Writer& db) { return identify(db, owner(id), stamp(), {"ods", value}); });
    };
    EXPECT_TRUE(identify_as(tree_.trust, "RX1"));
    EXPECT_FALSE(identify_as(tree_.other, "RX1"));
    EXPECT_TRUE(identify_as(tree_.trust, "RX1"));
    EXPECT_EQ(get(tree_.trust).code, "RX1") << "a code of the register goes before a local one";
    EXPECT_THAT(identifiers_of(*store_->read(), tree_.trust),
                ElementsAre(Identifier{"ods", "RX1"}, Identifier{"local", "RZ9"}));
}

TEST_P(Changes, LeaveTheAuditChainsWhole) {
    write([&](store::Writer& db) {
        return merge(db, owner(tree_.trust), owner(tree_.other), stamp(), get(tree_.trust),
                     day("2026-04-01"));
    });
    EXPECT_FALSE(store::verify_audit(*store_->read(), everywhere()));
}

TEST_P(Changes, ListWhatLiesBelowPageByPage) {
    for (int i = 10; i < 35; ++i)
        tree_.add("W" + std::to_string(i), "Ward " + std::to_string(i), "ward", tree_.site);
    const auto lease = store_->read();
    const auto top = everywhere().may_read_below(tree_.site);
    const Wanted all{.day = kToday, .search = {}};
    EXPECT_EQ(count_below(*lease, top, all), 26U);
    EXPECT_EQ(below(*lease, top, all, 0, 20).size(), 20U);
    EXPECT_EQ(below(*lease, top, all, 20, 20).size(), 6U);
    EXPECT_EQ(below(*lease, top, all, 0, 20).front().name, "Ward 10");

    const Wanted found{.day = kToday, .search = "w3"};
    EXPECT_EQ(count_below(*lease, everywhere().may_read_below(tree_.country), found), 5U)
        << "codes W30 to W34, four levels below";
    const Wanted percent{.day = kToday, .search = "%"};
    EXPECT_EQ(count_below(*lease, everywhere().may_read_below(tree_.country), percent), 0U);
}

TEST_P(Changes, HideWhatHasClosedUnlessAsked) {
    write([&](store::Writer& db) {
        return close(db, owner(tree_.other), stamp(), get(tree_.other), day("2026-03-01"));
    });
    const auto lease = store_->read();
    const auto top = everywhere().may_read_below(tree_.region);
    EXPECT_EQ(count_below(*lease, top, {.day = kToday, .search = {}}), 1U);
    EXPECT_EQ(count_below(*lease, top, {.day = kToday, .search = {}, .closed_too = true}), 2U);
    EXPECT_EQ(count_below(*lease, top, {.day = day("2026-03-01"), .search = {}}), 2U);
}

}  // namespace
}  // namespace primum::organisations
