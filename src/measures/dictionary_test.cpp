#include "measures/dictionary.h"

#include <gmock/gmock.h>

#include "library/stock.h"
#include "measures/adoption.h"
#include "measures/definition_form.h"
#include "measures/moving.h"
#include "measures/parts.h"
#include "measures/taking_up.h"
#include "measures/testing.h"
#include "measures/uses.h"
#include "organisations/changes.h"
#include "organisations/tree.h"
#include "search/search.h"

namespace primum::measures {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string told(const Valid<Version>& checked, std::string_view field) {
    return checked ? "" : std::string(checked.error().about(field));
}

DefinitionForm change_of(const Measure& measure, const char* from) {
    DefinitionForm form = DefinitionForm::of(measure, day(from));
    form.reason = "The policy changed";
    return form;
}

Measure falls_measure() {
    return {.code = "FALLS", .versions = {{.from = day("2020-01-01"), .says = falls()}}};
}

TEST(NewVersion, BreaksWhereWhatIsCountedDiffers) {
    DefinitionForm form = change_of(falls_measure(), "2026-01-01");
    form.says.goal = "Fewer";
    EXPECT_FALSE(check_change(falls_measure(), form).value().breaks);
    form.says.exclusions = "Day cases";
    EXPECT_TRUE(check_change(falls_measure(), form).value().breaks);
    form.counts = "same";
    EXPECT_NE(told(check_change(falls_measure(), form), "why-same"), "");
    form.why_same = "There never were any";
    const auto version = check_change(falls_measure(), form);
    ASSERT_TRUE(version);
    EXPECT_FALSE(version->breaks);
    EXPECT_EQ(version->reason, "The policy changed (There never were any)");
}

TEST(NewVersion, BreaksWhereSomebodySaysSo) {
    DefinitionForm form = change_of(falls_measure(), "2026-01-01");
    form.says.source = "Another system, which finds more";
    form.counts = "other";
    EXPECT_TRUE(check_change(falls_measure(), form).value().breaks);
}

TEST(NewVersion, IsRefusedWithoutAReasonAChangeOrALaterDay) {
    DefinitionForm form = change_of(falls_measure(), "2026-01-01");
    EXPECT_NE(told(check_change(falls_measure(), form), ""), "");
    form.says.goal = "Fewer";
    form.reason = "";
    EXPECT_NE(told(check_change(falls_measure(), form), "reason"), "");
    form = change_of(falls_measure(), "2020-01-01");
    form.says.goal = "Fewer";
    EXPECT_NE(told(check_change(falls_measure(), form), "from-day"), "");
    form = change_of(falls_measure(), "2026-01-01");
    form.says.frequency = Frequency::week;
    EXPECT_NE(told(check_change(falls_measure(), form), "frequency"), "");
}

// 943 476 5919 is the NHS Data Dictionary's example of a valid number.
TEST(Definition, NamesNoPatientAndFitsItsChart) {
    const auto wrong = [](Definition says, std::string_view field) {
        Problems problems;
        check_definition(says, problems);
        return !problems.about(field).empty();
    };
    EXPECT_FALSE(wrong(falls(), "denominator"));
    Definition says = falls();
    says.source = "Asked by 943 476 5919";
    EXPECT_TRUE(wrong(says, "source"));
    says = falls();
    says.denominator = "";
    EXPECT_TRUE(wrong(says, "denominator"));
    says = falls();
    says.chart = spc::Chart::t;
    EXPECT_TRUE(wrong(says, "frequency"));
    says = falls();
    says.multiplier = 0;
    EXPECT_TRUE(wrong(says, "multiplier"));
}

TEST(SmallNumbers, AreThoseOfPeople) {
    const auto point = [](double numerator, std::optional<double> denominator) {
        return Point{.said = {.numerator = numerator, .denominator = denominator}};
    };
    EXPECT_TRUE(has_small_numbers(falls(), {point(1, 900), point(0, 7)}));
    EXPECT_FALSE(has_small_numbers(falls(), {point(1, 900), point(0, 8)}));
    Definition counts = falls();
    counts.denominator = "";
    EXPECT_TRUE(has_small_numbers(counts, {point(7, {})}));
    EXPECT_FALSE(has_small_numbers(counts, {point(0, {}), point(8, {})}));
}

class Dictionary : public testing::TestWithParam<store::Engine> {
protected:
    store::testing::FreshDatabase db{GetParam()};
    organisations::TestTree tree{*db};

    store::Readable of(OrganisationId id) { return everywhere().may_read(id); }
    store::Writable at(OrganisationId id) { return everywhere().may_write(id); }
    std::vector<double> sums(OrganisationId organisation, const Measure& measure) {
        std::vector<double> sums;
        for (const Total& total : totals_of(*db->read(), of(organisation), measure.id))
            sums.push_back(total.numerator);
        return sums;
    }
};

TEST_P(Dictionary, TakesEveryMeasureOfTheLibraryUpOnce) {
    library::stock(*db, day("2020-01-01"));
    const auto rows = library::items_of(*db->read(), "measures", kToday);
    ASSERT_THAT(rows, SizeIs(144));
    const auto take = [&] {
        return db->write([&](store::Writer& writer) {
            return take_up(writer, at(tree.country), stamp(), rows, day("2020-01-01"));
        });
    };
    EXPECT_EQ(take().value(), 144u);
    EXPECT_EQ(take().value(), 0u);
    EXPECT_THAT(codes_by_library(*db->read()), SizeIs(144));
    EXPECT_EQ(find_measure_by_library(*db->read(), "CORE-01")->status, Status::agreed);
}

TEST_P(Dictionary, ShowsDraftsToTheirKeepersOnly) {
    db->write([&](store::Writer& writer) {
        add_measure(writer, at(tree.trust), stamp(), "OWN-1", "", Status::draft,
                    {.from = day("2026-01-01"), .says = falls()}, "FALLS");
    });
    const auto lease = db->read();
    EXPECT_THAT(all_measures(*lease, store::Scope()), IsEmpty());
    EXPECT_THAT(all_measures(*lease, everywhere()), SizeIs(1));
    EXPECT_EQ(find_measure_by_code(*lease, "OWN-1")->copied_from, "FALLS");
    const auto found = [&] {
        return search::find(*db->read(), search::read_question("falls"), "", 0, 10).matches.size();
    };
    EXPECT_EQ(found(), 0u);
    db->write([&](store::Writer& writer) {
        ASSERT_TRUE(save_status(writer, at(tree.trust), stamp(),
                                *find_measure_by_code(writer, "OWN-1"), Status::agreed));
    });
    EXPECT_EQ(found(), 1u);
}

TEST_P(Dictionary, LetsADraftSaySomethingElseAndNothingThatIsAgreed) {
    db->write([&](store::Writer& writer) {
        add_measure(writer, at(tree.trust), stamp(), "OWN-1", "", Status::draft,
                    {.from = day("2026-01-01"), .says = falls()});
        Definition says = falls();
        says.name = "Falls";
        const auto save = [&] {
            return save_draft(writer, at(tree.trust), stamp(),
                              *find_measure_by_code(writer, "OWN-1"),
                              {.from = day("2025-01-01"), .says = says});
        };
        EXPECT_TRUE(save());
        const auto draft = *find_measure_by_code(writer, "OWN-1");
        EXPECT_THAT(draft.versions, SizeIs(1));
        EXPECT_EQ(draft.name(), "Falls");
        EXPECT_TRUE(save_status(writer, at(tree.trust), stamp(), draft, Status::agreed));
        EXPECT_FALSE(save());
        EXPECT_FALSE(save_status(writer, at(tree.trust), stamp(), draft, Status::retired));
    });
}

TEST_P(Dictionary, CountsWhoKeepsAMeasureAndWhichChartsBreak) {
    const Measure measure = add_measure_to(*db, tree.country, "FALLS", falls());
    const Series ward = open_at(*db, tree.ward, measure);
    open_at(*db, tree.ward, measure, "Women");
    const Series other = open_at(*db, tree.other, measure);
    put_months(*db, ward, day("2025-01-01"), {{3, 800}, {4, 800}, {5, 800}});
    put_months(*db, other, day("2025-03-01"), {{3, 800}});
    const auto lease = db->read();
    const auto uses = uses_of(*lease, measure.id, kToday);
    EXPECT_EQ(uses.organisations, 2);
    EXPECT_EQ(uses.series, 3);
    EXPECT_EQ(charts_across(*lease, measure.id, day("2025-03-01")), 1);
    EXPECT_EQ(charts_across(*lease, measure.id, day("2026-03-01")), 0);
    const auto experience = experience_of(*lease, measure.id);
    EXPECT_EQ(experience.series, 2);
    EXPECT_EQ(experience.points, 4);
    EXPECT_DOUBLE_EQ(experience.mean, 15.0 / 4);
}

// A ward moves to another trust on 1 March: January and February stay where they were.
TEST_P(Dictionary, LeavesHistoryWhereItWasWhenAWardMoves) {
    const Measure measure = add_measure_to(*db, tree.country, "FALLS", falls());
    const Series ward = open_at(*db, tree.ward, measure);
    put_months(*db, ward, day("2026-01-01"), {{3, 800}, {4, 800}, {5, 800}});
    ASSERT_THAT(sums(tree.trust, measure), ElementsAre(3, 4, 5));
    db->write([&](store::Writer& writer) {
        const auto follow = moving(writer, tree.ward);
        const auto links = organisations::moved(organisations::links_of(writer, tree.ward),
                                                tree.other, day("2026-03-01"));
        ASSERT_TRUE(organisations::place(writer, at(tree.ward), stamp(),
                                         *organisations::find_organisation(writer, tree.ward),
                                         links));
        follow();
    });
    EXPECT_THAT(sums(tree.trust, measure), ElementsAre(3, 4));
    EXPECT_THAT(sums(tree.other, measure), ElementsAre(5));
    EXPECT_THAT(sums(tree.country, measure), ElementsAre(3, 4, 5));
    EXPECT_EQ(wrong_totals(*db->read(), measure,
                           std::chrono::floor<std::chrono::days>(system_clock().now())),
              0u);
}

TEST_P(Dictionary, FindsSumsThatAreNotWhatThePointsMake) {
    const Measure measure = add_measure_to(*db, tree.country, "FALLS", falls());
    put_months(*db, open_at(*db, tree.ward, measure), day("2026-01-01"), {{3, 800}, {4, 800}});
    EXPECT_EQ(wrong_totals(*db->read(), measure, kToday), 0u);
    db->write([&](store::Writer& writer) {
        writer.run(R"sql(
            UPDATE measure_totals SET numerator = numerator + 1
             WHERE organisation_id = $1 AND period = '2026-01-01'
        )sql",
                   at(tree.country));
    });
    EXPECT_EQ(wrong_totals(*db->read(), measure, kToday), 1u);
    db->write([&](store::Writer& writer) { rebuild_totals(writer, measure); });
    EXPECT_EQ(wrong_totals(*db->read(), measure, kToday), 0u);
}

INSTANTIATE_TEST_SUITE_P(Engines, Dictionary, store::testing::engines(),
                         store::testing::engine_name);

}  // namespace
}  // namespace primum::measures
