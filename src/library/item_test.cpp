#include "library/item.h"

#include <gmock/gmock.h>

#include "csv/table.h"
#include "library/content_files.h"
#include "library/set.h"
#include "library/stock.h"
#include "store/testing.h"

namespace primum::library {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;
using namespace std::chrono_literals;

constexpr Day kFrom = std::chrono::sys_days(2008y / 6 / 1);

class Library : public ::testing::TestWithParam<store::Engine> {
protected:
    store::testing::FreshDatabase database_{GetParam()};
};

// The numbers of rows are those that content/library/README.md tells.
TEST_P(Library, HoldsEveryRowOfItsFiles) {
    stock(*database_, kFrom);
    const auto db = database_->read();
    EXPECT_THAT(items_of(*db, "interventions", kFrom), SizeIs(33));
    EXPECT_THAT(items_of(*db, "measures", kFrom), SizeIs(144));
    EXPECT_THAT(items_of(*db, "drivers", kFrom), SizeIs(130));
    EXPECT_THAT(items_of(*db, "trigger-tool", kFrom), SizeIs(85));
    EXPECT_THAT(items_of(*db, "partners", kFrom), SizeIs(4));
    EXPECT_THAT(items_of(*db, "interventions", kFrom - std::chrono::days(1)), SizeIs(0));
}

TEST_P(Library, NamesAnItemByTheKeysOfItsFile) {
    stock(*database_, kFrom);
    const auto db = database_->read();
    const auto item = find_item(*db, "bundles", "VENT-1", kFrom);
    ASSERT_TRUE(item);
    EXPECT_EQ((*item)["element"], "Head of bed raised 30 to 45 degrees");
    EXPECT_EQ(item->status, Status::agreed);
    EXPECT_TRUE(find_item(*db, "harm-categories", "NCC-MERP-A", kFrom));
    EXPECT_TRUE(find_item(*db, "assessment-scale", "0.5", kFrom));
    EXPECT_FALSE(find_item(*db, "bundles", "VENT-99", kFrom));
}

TEST_P(Library, KeepsTheOrderOfItsFiles) {
    stock(*database_, kFrom);
    const auto items = items_of(*database_->read(), "interventions", kFrom);
    EXPECT_EQ(items.front().code, "PSF-LEAD");
    EXPECT_EQ(items.back().code, "IHI5M-LIVES");
}

TEST_P(Library, IsStockedOnce) {
    stock(*database_, kFrom);
    stock(*database_, kFrom + std::chrono::days(10));
    EXPECT_THAT(items_of(*database_->read(), "interventions", kFrom), SizeIs(33));
}

INSTANTIATE_TEST_SUITE_P(Engines, Library, store::testing::engines(), store::testing::engine_name);

TEST(Sets, DescribeEveryColumnOfTheirFiles) {
    EXPECT_EQ(sets().size(), content_files().size());
    for (const auto& [code, csv] : content_files()) {
        const Set* set = find_set(code);
        ASSERT_TRUE(set) << code;
        const auto table = csv::parse_table(csv);
        ASSERT_TRUE(table) << code;
        ASSERT_EQ(table->columns(), set->fields.size()) << code;
        for (std::size_t i = 0; i < table->columns(); ++i)
            EXPECT_EQ(table->heading(i), set->fields[i].code) << code;
    }
}

TEST(ALibraryItem, ReadsAListInParts) {
    Item item;
    item.fields["elements"] = "One; two ;;three";
    EXPECT_THAT(item.list("elements"), ElementsAre("One", "two", "three"));
    EXPECT_THAT(item.list("nothing"), SizeIs(0));
}

}  // namespace
}  // namespace primum::library
