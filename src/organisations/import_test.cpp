#include "organisations/import.h"

#include <gtest/gtest.h>

#include "organisations/history.h"
#include "organisations/testing_files.h"
#include "organisations/testing_tree.h"
#include "organisations/tree.h"

namespace primum::organisations {
namespace {

using Fate = Step::Fate;

class Import : public testing::TestWithParam<store::Engine> {
protected:
    Plan plan(const store::Reader& db, const std::string& bytes, const std::string& file) {
        const auto kinds = kinds_of(db);
        const auto reading = read_incoming(bytes, file, "", kinds);
        EXPECT_TRUE(reading);
        return plan_import(*reading, register_of(db, tree_.country, kToday), kinds, tree_.country,
                           kToday);
    }

    std::size_t carry_out(const std::string& bytes, const std::string& file,
                          std::size_t most = 1000) {
        return store_->write([&](store::Writer& db) {
            return organisations::carry_out(db, plan(db, bytes, file), stamp(), most);
        });
    }

    Organisation get(std::string_view code) { return find_by_code(*store_->read(), code).value(); }
    OrganisationId parent_of(std::string_view code, Day on = kToday) {
        return path_to(*store_->read(), get(code).id, on).back().id;
    }

    store::testing::FreshDatabase store_{GetParam()};
    TestTree tree_{*store_};
};
INSTANTIATE_TEST_SUITE_P(Engines, Import, store::testing::engines(), store::testing::engine_name);

TEST_P(Import, AddsWhatARegisterListsAndChangesNothingTheSecondTime) {
    const std::string etr = ods_line(
        {.code = "RX1", .name = "FENWICK NHS TRUST", .opened = "20100401", .geography = "R1"});
    const std::string ets =
        ods_line(
            {.code = "RX101", .name = "FENWICK INFIRMARY", .parent = "RX1", .joined = "20120401"}) +
        ods_line({.code = "RX102", .name = "OLD MILL", .closed = "20191231", .parent = "RX1"});
    EXPECT_EQ(carry_out(etr, "etr.csv"), 0U);
    EXPECT_EQ(carry_out(ets, "ets.csv"), 0U);

    EXPECT_EQ(get("RX1").name, "Fenwick NHS Trust");
    EXPECT_EQ(parent_of("RX1"), tree_.region);
    EXPECT_EQ(parent_of("RX101"), get("RX1").id);
    EXPECT_EQ(get("RX102").closed, day("2019-12-31"));
    const auto links = links_of(*store_->read(), get("RX101").id);
    EXPECT_EQ(links.at(0).when.from, day("2012-04-01"));

    for (const auto& [bytes, file] : {std::pair(etr, "etr.csv"), std::pair(ets, "ets.csv")}) {
        const Plan again = plan(*store_->read(), bytes, file);
        EXPECT_EQ(again.count(Fate::unchanged), again.steps.size()) << file;
    }
}

TEST_P(Import, RenamesMovesAndDatesWhatItKnowsAndKeepsHistory) {
    const std::string file =
        "code,name,kind,parent_code,opened,closed\n"
        "RZ901,Alderwick Royal,site,RZ8,1999-04-01,2030-03-31\n";
    EXPECT_EQ(carry_out(file, "sites.csv"), 0U);
    const auto site = get("RZ901");
    EXPECT_EQ(site.id, tree_.site);
    EXPECT_EQ(site.name, "Alderwick Royal");
    EXPECT_EQ(site.opened, day("1999-04-01"));
    EXPECT_EQ(site.closed, day("2030-03-31"));
    EXPECT_EQ(former_names_of(*store_->read(), site.id).at(0).name, "Alderwick General");
    EXPECT_EQ(parent_of("RZ901"), tree_.other);
    EXPECT_EQ(parent_of("RZ901", kToday - std::chrono::days(1)), tree_.trust);
    EXPECT_EQ(plan(*store_->read(), file, "sites.csv").count(Fate::unchanged), 1U);
    EXPECT_FALSE(store::verify_audit(*store_->read(), everywhere()));
}

TEST_P(Import, GoesOnWhereItStopped) {
    std::string file = "code,name,kind,parent_code\n";
    for (int i = 0; i < 10; ++i)
        file += "W" + std::to_string(i) + ",Ward,ward,RZ901\n";
    EXPECT_EQ(carry_out(file, "wards.csv", 4), 6U);
    EXPECT_EQ(carry_out(file, "wards.csv", 4), 2U);
    EXPECT_EQ(carry_out(file, "wards.csv", 4), 0U);
    EXPECT_EQ(count_below(*store_->read(), everywhere().may_read_below(tree_.site),
                          {.day = kToday, .search = {}}),
              11U);
}

TEST_P(Import, ReachesNothingOutsideWhereItBegins) {
    const auto lease = store_->read();
    const auto known = register_of(*lease, tree_.other, kToday);
    EXPECT_TRUE(known.find(tree_.other)->within);
    EXPECT_FALSE(known.find(tree_.site)->within);
    EXPECT_FALSE(known.find(tree_.country)->within);
}

TEST_P(Import, EndsALinkOnItsLastDay) {
    carry_out(ods_line({.code = "RX2", .name = "A", .geography = "R1"}), "etr.csv");
    const std::string ets = ods_line(
        {.code = "RX201", .name = "B", .parent = "RX2", .joined = "20100401", .left = "20200331"});
    EXPECT_EQ(carry_out(ets, "ets.csv"), 0U);
    EXPECT_EQ(parent_of("RX201", day("2020-03-31")), get("RX2").id);
    EXPECT_TRUE(path_to(*store_->read(), get("RX201").id, day("2020-04-01")).empty());
    EXPECT_EQ(plan(*store_->read(), ets, "ets.csv").count(Fate::unchanged), 1U);
}

}  // namespace
}  // namespace primum::organisations
