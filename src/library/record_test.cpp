#include "library/record.h"

#include <gmock/gmock.h>

#include "library/compare.h"
#include "library/intervention.h"
#include "library/item_form.h"
#include "library/stock.h"
#include "organisations/changes.h"
#include "search/search.h"
#include "store/testing.h"

namespace primum::library {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using namespace std::chrono_literals;

constexpr Day kBegan = std::chrono::sys_days(2008y / 6 / 1);
constexpr Day kAutumn = std::chrono::sys_days(2008y / 10 / 6);

class ARecord : public ::testing::TestWithParam<store::Engine> {
protected:
    ARecord() {
        database_->write([&](store::Writer& db) {
            top_ = organisations::add(db, stamp_, {.name = "Country", .kind = "country"}, {});
        });
        stock(*database_, kBegan);
    }
    Record record(std::string_view set, std::string_view code) {
        return *find_record(*database_->read(), set, code);
    }
    bool change(const Record& before, const Draft& draft) {
        return database_->write(
            [&](store::Writer& db) { return add_version(db, system_, stamp_, before, draft); });
    }
    Draft draft_of(const Record& record, Status status, std::optional<Day> from) {
        return {.status = status, .from = from, .fields = record.latest().fields, .note = "Why"};
    }
    std::optional<Item> item(Day day) {
        return find_item(*database_->read(), "measures", "CORE-01", day);
    }

    store::testing::FreshDatabase database_{GetParam()};
    store::Scope system_ = store::Scope::system("a test");
    store::Stamp stamp_{.person = {}, .at = kAutumn + 9h, .request = "a test"};
    OrganisationId top_;
};

TEST_P(ARecord, HoldsWhatWasAgreedWhileADraftIsOut) {
    auto draft = draft_of(record("measures", "CORE-01"), Status::draft, {});
    draft.fields["goal"] = "Another goal";
    EXPECT_TRUE(change(record("measures", "CORE-01"), draft));
    EXPECT_NE((*item(kAutumn))["goal"], "Another goal");
    EXPECT_EQ(record("measures", "CORE-01").latest().status, Status::draft);

    EXPECT_TRUE(change(
        record("measures", "CORE-01"),
        draft_of(record("measures", "CORE-01"), Status::agreed, kAutumn + std::chrono::days(14))));
    EXPECT_NE((*item(kAutumn))["goal"], "Another goal");
    EXPECT_EQ((*item(kAutumn + std::chrono::days(14)))["goal"], "Another goal");
    EXPECT_EQ(item(kAutumn + std::chrono::days(14))->version, 3);
}

TEST_P(ARecord, IsNoLongerListedOnceItIsRetired) {
    EXPECT_TRUE(change(record("measures", "CORE-01"),
                       draft_of(record("measures", "CORE-01"), Status::retired, kAutumn)));
    EXPECT_THAT(items_of(*database_->read(), "measures", kAutumn), SizeIs(143));
    EXPECT_THAT(items_of(*database_->read(), "measures", kAutumn - std::chrono::days(1)),
                SizeIs(144));
    EXPECT_EQ(item(kAutumn)->status, Status::retired);
    const auto found =
        search::find(*database_->read(), search::read_question("CORE-01 record"), "Measure", 0, 10);
    for (const auto& match : found.matches)
        EXPECT_NE(match.path, "/library/measures/CORE-01");
}

TEST_P(ARecord, IsNotChangedByWhoSawAnOlderState) {
    const auto seen = record("measures", "CORE-01");
    const auto draft = draft_of(seen, Status::draft, {});
    EXPECT_TRUE(change(seen, draft));
    EXPECT_FALSE(change(seen, draft));
}

TEST_P(ARecord, IsAddedOnceAndListedBehindTheOthers) {
    const Set& set = *find_set("walkround-prompts");
    const Draft draft{.status = Status::agreed,
                      .from = kAutumn,
                      .fields = {{"q_id", "WR-99"}, {"phase", "ask"}, {"prompt", "What else?"}},
                      .note = "Asked for"};
    const auto add = [&] {
        return database_->write(
            [&](store::Writer& db) { return add_item(db, system_, stamp_, set, top_, draft); });
    };
    EXPECT_TRUE(add());
    EXPECT_FALSE(add());
    EXPECT_EQ(items_of(*database_->read(), "walkround-prompts", kAutumn).back().code, "WR-99");
}

TEST_P(ARecord, IsNewsOnceItChanged) {
    EXPECT_EQ(count_news(*database_->read()), 0);
    EXPECT_TRUE(change(record("measures", "CORE-01"),
                       draft_of(record("measures", "CORE-01"), Status::draft, {})));
    const auto latest = news(*database_->read(), 0, 10);
    ASSERT_THAT(latest, SizeIs(1));
    EXPECT_EQ(latest[0].code, "CORE-01");
    EXPECT_EQ(latest[0].note, "Why");
}

TEST_P(ARecord, IsFoundByItsWords) {
    const auto found =
        search::find(*database_->read(), search::read_question("ventilator bundle"), "", 0, 10);
    EXPECT_THAT(found.matches, ::testing::Contains(::testing::Field(
                                   &store::TextMatch::path, "/library/interventions/PSF-CC-VENT")));
}

TEST_P(ARecord, OfAnInterventionBringsWhatBelongsToIt) {
    const auto db = database_->read();
    const auto critical = *find_item(*db, "interventions", "PSF-CC", kAutumn);
    EXPECT_THAT(package_of(*db, critical, kAutumn).parts, SizeIs(2));
    EXPECT_FALSE(whole_package_of(*db, critical, kAutumn).bundles.empty());
    // The plank of 5 Million Lives has the content of the part of Patient Safety First.
    const auto vap = *find_item(*db, "interventions", "IHI5M-VAP", kAutumn);
    const auto package = package_of(*db, vap, kAutumn);
    EXPECT_EQ(package.alias, "PSF-CC-VENT");
    EXPECT_FALSE(package.bundles.empty());
    EXPECT_FALSE(package.measures.empty());
}

TEST_P(ARecord, RefusesWhatCannotBeMeant) {
    const auto before = record("measures", "CORE-01");
    auto form = ItemForm::of(before, before.latest(), kAutumn);
    const Set& set = *find_set("measures");
    const auto problems = [&](std::string_view field) {
        const auto checked = check_change(*database_->read(), set, before, form);
        return checked ? std::string() : std::string(checked.error().about(field));
    };
    EXPECT_FALSE(problems("").empty());  // nothing differs
    EXPECT_FALSE(problems("note").empty());
    form.note = "A reason";
    form.fields["name"] = "";
    EXPECT_FALSE(problems("field-name").empty());
    form.fields["name"] = "Other";
    form.fields["type"] = "guess";
    EXPECT_FALSE(problems("field-type").empty());
    form.fields["type"] = "process";
    form.fields["intervention"] = "NOWHERE";
    EXPECT_FALSE(problems("field-intervention").empty());
    form.fields["intervention"] = "CORE-HARM";
    form.how = "agreed";
    form.from = organisations::TypedDay::of(kBegan - std::chrono::days(1));
    EXPECT_FALSE(problems("from-day").empty());
    form.from = organisations::TypedDay::of(kAutumn);
    form.fields["measure_id"] = "STOLEN";
    const auto good = check_change(*database_->read(), set, before, form);
    ASSERT_TRUE(good);
    EXPECT_EQ(good->fields.at("measure_id"), "CORE-01");
}

INSTANTIATE_TEST_SUITE_P(Engines, ARecord, store::testing::engines(), store::testing::engine_name);

TEST(AComparison, SaysWhichWordsWereRemovedAndAdded) {
    using What = Piece::What;
    EXPECT_THAT(compare("Check every patient twice", "Check each patient twice a day"),
                ElementsAre(Piece{What::same, "Check"}, Piece{What::removed, "every"},
                            Piece{What::added, "each"}, Piece{What::same, "patient twice"},
                            Piece{What::added, "a day"}));
    EXPECT_THAT(compare("", "New"), ElementsAre(Piece{What::added, "New"}));
    EXPECT_THAT(compare("Old", ""), ElementsAre(Piece{What::removed, "Old"}));
    EXPECT_THAT(compare("", ""), IsEmpty());
}

}  // namespace
}  // namespace primum::library
