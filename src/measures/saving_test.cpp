#include "measures/saving.h"

#include <gmock/gmock.h>

#include "measures/testing.h"

namespace primum::measures {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class SavedPoints : public testing::TestWithParam<store::Engine> {
protected:
    store::testing::FreshDatabase db{GetParam()};
    organisations::TestTree tree{*db};
    Measure measure = add_measure_to(*db, tree.country, "FALLS", falls());

    store::Readable of(OrganisationId id) { return everywhere().may_read(id); }
    store::Writable at(OrganisationId id) { return everywhere().may_write(id); }

    std::vector<double> sums(OrganisationId organisation) {
        std::vector<double> sums;
        for (const Total& total : totals_of(*db->read(), of(organisation), measure.id))
            sums.push_back(total.numerator);
        return sums;
    }

    std::vector<std::int64_t> counts(OrganisationId organisation) {
        std::vector<std::int64_t> counts;
        for (const StandingCount& count : standings_below(*db->read(), of(organisation)))
            counts.push_back(count.series);
        return counts;
    }
};

TEST_P(SavedPoints, AreThereWithWhoAndWhen) {
    const Series series = open_at(*db, tree.ward, measure);
    put_months(*db, series, day("2025-01-01"), {{3, 812}, {0, 790}});
    const auto points = points_of(*db->read(), of(tree.ward), series.id);
    ASSERT_THAT(points, SizeIs(2));
    EXPECT_EQ(points[0].said.period, day("2025-01-01"));
    EXPECT_EQ(points[0].said.numerator, 3);
    EXPECT_EQ(points[0].entered_at, stamp().at);
    EXPECT_EQ(points[1].said.numerator, 0);
}

TEST_P(SavedPoints, KeepWhatTheyWereWhenTheyChange) {
    const Series series = open_at(*db, tree.ward, measure);
    put_months(*db, series, day("2025-01-01"), {{3, 812}});
    const auto saved = db->write([&](store::Writer& writer) {
        return save_point(writer, at(tree.ward), stamp(), series,
                          {.period = day("2025-01-01"), .numerator = 4, .denominator = 812}, kToday,
                          "One was found later");
    });
    EXPECT_EQ(saved, Saved::changed);
    const auto revisions = revisions_of(*db->read(), of(tree.ward), series.id);
    ASSERT_THAT(revisions, SizeIs(1));
    EXPECT_EQ(revisions[0].before.said.numerator, 3);
    EXPECT_EQ(revisions[0].why, "One was found later");
    EXPECT_FALSE(revisions[0].removed);
}

TEST_P(SavedPoints, ChangeNothingWhenTheyAreTheSame) {
    const Series series = open_at(*db, tree.ward, measure);
    put_months(*db, series, day("2025-01-01"), {{3, 812}});
    put_months(*db, series, day("2025-01-01"), {{3, 812}});
    EXPECT_THAT(revisions_of(*db->read(), of(tree.ward), series.id), IsEmpty());
    EXPECT_THAT(sums(tree.country), ElementsAre(3));
}

// By hand: 40 in 10,000 is 4 per 1,000; the last eight months have 1 in 1,000, all below the
// centre.
TEST_P(SavedPoints, AreReadAtOnce) {
    const Series series = open_at(*db, tree.ward, measure);
    std::vector<std::pair<double, double>> months(16, {8, 1000});
    for (int i = 0; i < 8; ++i)
        months.emplace_back(1, 1000);
    put_months(*db, series, day("2024-01-01"), months);
    const auto reading = find_reading(*db->read(), of(tree.ward), series.id);
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->points, 24);
    EXPECT_EQ(reading->latest, day("2025-12-01"));
    EXPECT_DOUBLE_EQ(reading->value.value(), 1.0);
    EXPECT_NEAR(reading->centre.value(), 136.0 / 24, 1e-12);
    EXPECT_EQ(reading->variation, spc::Variation::improvement_low);
    EXPECT_EQ(reading->signal_since, day("2025-05-01"));
    EXPECT_FALSE(reading->signal_rule.empty());
}

TEST_P(SavedPoints, AddUpAboveTheirOrganisation) {
    const Series ward = open_at(*db, tree.ward, measure);
    const Series other = open_at(*db, tree.other, measure);
    put_months(*db, ward, day("2025-01-01"), {{3, 100}, {4, 100}});
    put_months(*db, other, day("2025-01-01"), {{10, 500}});
    EXPECT_THAT(sums(tree.site), ElementsAre(3, 4));
    EXPECT_THAT(sums(tree.trust), ElementsAre(3, 4));
    EXPECT_THAT(sums(tree.country), ElementsAre(13, 4));
    EXPECT_THAT(sums(tree.ward), IsEmpty());
    EXPECT_THAT(counts(tree.country), ElementsAre(1, 1));  // a trust and a ward, each of its kind
}

TEST_P(SavedPoints, OfAnOrganisationStandForWhatLiesBelowIt) {
    const Series ward = open_at(*db, tree.ward, measure);
    put_months(*db, ward, day("2025-01-01"), {{3, 100}});
    const Series trust = open_at(*db, tree.trust, measure);
    EXPECT_THAT(sums(tree.country), IsEmpty());
    put_months(*db, trust, day("2025-01-01"), {{5, 200}});
    EXPECT_THAT(sums(tree.country), ElementsAre(5));
    EXPECT_THAT(sums(tree.trust), ElementsAre(3));
}

TEST_P(SavedPoints, LeaveTheSumsWhenTheyAreExcludedOrRemoved) {
    const Series series = open_at(*db, tree.ward, measure);
    put_months(*db, series, day("2025-01-01"), {{3, 100}, {4, 100}, {5, 100}});
    db->write([&](store::Writer& writer) {
        Saving saving(writer, stamp(), kToday);
        saving.put(at(tree.ward), series,
                   {.period = day("2025-02-01"),
                    .numerator = 4,
                    .denominator = 100,
                    .note = "",
                    .excluded = "The ward was closed for half of the month"});
        saving.remove(at(tree.ward), series, day("2025-03-01"), "It was another ward's");
        saving.finish();
    });
    EXPECT_THAT(sums(tree.country), ElementsAre(3));
    EXPECT_THAT(points_of(*db->read(), of(tree.ward), series.id), SizeIs(2));
    EXPECT_THAT(revisions_of(*db->read(), of(tree.ward), series.id), SizeIs(2));
}

TEST_P(SavedPoints, MakeTheSameSumsWhenTheseAreMadeAnew) {
    const Series ward = open_at(*db, tree.ward, measure);
    const Series other = open_at(*db, tree.other, measure);
    put_months(*db, ward, day("2025-01-01"), {{3, 100}, {4, 100}});
    put_months(*db, other, day("2025-01-01"), {{10, 500}, {1, 500}});
    put_months(*db, ward, day("2025-02-01"), {{7, 100}});
    const auto before = sums(tree.country);
    const auto counted = counts(tree.country);
    db->write([&](store::Writer& writer) { rebuild_totals(writer, measure); });
    EXPECT_EQ(sums(tree.country), before);
    EXPECT_EQ(counts(tree.country), counted);
}

TEST_P(SavedPoints, BeginANewPhaseWhereTheDefinitionChanged) {
    const Series series = open_at(*db, tree.ward, measure);
    std::vector<std::pair<double, double>> months(24, {8, 1000});
    put_months(*db, series, day("2024-01-01"), months);
    Definition says = falls();
    says.numerator = "Falls with harm, near misses too";
    db->write([&](store::Writer& writer) {
        ASSERT_TRUE(add_version(writer, at(tree.country), stamp(), measure,
                                {.from = day("2025-01-01"),
                                 .breaks = true,
                                 .says = says,
                                 .reason = "Near misses count too"}));
        refresh_readings_of(writer, stamp(), measure, kToday);
    });
    const auto lease = db->read();
    const auto material =
        material_of(*lease, of(tree.ward), find_measure(*lease, measure.id).value(), series);
    const auto study = study_of(material);
    ASSERT_TRUE(study);
    EXPECT_THAT(study->analyses[0].phases, SizeIs(2));
    EXPECT_EQ(study->analyses[0].phases[1].begin, 12u);
    EXPECT_THAT(chart_of(material, *study).annotations, SizeIs(1));
    EXPECT_EQ(find_reading(*lease, of(tree.ward), series.id)->revision, 2);
}

INSTANTIATE_TEST_SUITE_P(Engines, SavedPoints, store::testing::engines(),
                         store::testing::engine_name);

}  // namespace
}  // namespace primum::measures
