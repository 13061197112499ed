// From an aim to what is measured, and back.

#include "boards/thread.h"

#include <gmock/gmock.h>

#include "boards/testing.h"
#include "library/stock.h"

namespace primum::boards {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

class GoldenThread : public testing::TestWithParam<store::Engine> {
protected:
    GoldenThread() { library::stock(*db, day("2020-01-01")); }

    /// What the library says of LEAD-04, taken up by the country.
    measures::Measure adopt(const std::string& code, const std::string& library_code) {
        return db->write([&](store::Writer& writer) {
            const auto id = measures::add_measure(
                writer, everywhere().may_write(tree.country), stamp(), code, library_code,
                measures::Status::agreed, {.from = day("2020-01-01"), .says = measures::falls()});
            return measures::find_measure(writer, id).value();
        });
    }

    campaigns::Campaign open_campaign(const std::string& code, const std::string& goal,
                                      campaigns::Status status = campaigns::Status::open) {
        campaigns::Campaign made;
        made.code = code;
        made.name = "Patient Safety First";
        made.aim = "No avoidable death";
        made.goal.measure = goal;
        made.owner = tree.country;
        made.starts = day("2025-01-01");
        made.status = status;
        return db->write([&](store::Writer& writer) {
            const auto owner = everywhere().may_write(tree.country);
            campaigns::add_campaign(writer, owner, stamp(), made);
            const auto added = campaigns::find_campaign(writer, code).value();
            EXPECT_TRUE(campaigns::save_interventions(writer, owner, stamp(), added, {"PSF-LEAD"}));
            return campaigns::find_campaign(writer, code).value();
        });
    }

    store::testing::FreshDatabase db{GetParam()};
    organisations::TestTree tree{*db};
};

TEST_P(GoldenThread, LeadsFromTheAimOverWhatIsChangedToWhatIsMeasured) {
    const auto campaign = open_campaign("PSF", "LEAD-03");
    const auto measure = adopt("CLOSED", "LEAD-04");
    measures::open_at(*db, tree.trust, measure);
    measures::open_at(*db, tree.trust, measure, "nights");
    measures::open_at(*db, tree.other, measure);

    const Thread thread = thread_of(*db->read(), campaign, kToday);
    ASSERT_TRUE(thread.aim);
    EXPECT_EQ(thread.aim->code, "LEAD-03");
    EXPECT_FALSE(thread.aim->measure) << "nobody has taken it up";
    ASSERT_THAT(thread.interventions, SizeIs(1));
    EXPECT_EQ(thread.interventions[0].intervention.code, "PSF-LEAD");
    ASSERT_GT(thread.interventions[0].measures.size(), 1U);
    const ThreadMeasure& first = thread.interventions[0].measures[0];
    EXPECT_EQ(first.code, "LEAD-04") << "what is kept comes first";
    EXPECT_EQ(first.organisations, 2) << "a part of the patients is no further organisation";
    ASSERT_TRUE(first.measure);
    EXPECT_EQ(first.measure->id, measure.id);
}

TEST_P(GoldenThread, LeadsBackUpFromAMeasure) {
    open_campaign("PSF", "LEAD-04");
    open_campaign("NEW", "LEAD-04", campaigns::Status::draft);
    const auto ways = ways_up(*db->read(), adopt("CLOSED", "LEAD-04"), kToday);
    ASSERT_THAT(ways, SizeIs(2)) << "of the aim itself, and of an intervention; no draft's";
    EXPECT_EQ(ways[0].campaign.code, "PSF");
    EXPECT_FALSE(ways[0].intervention);
    ASSERT_TRUE(ways[1].intervention);
    EXPECT_EQ(ways[1].intervention->code, "PSF-LEAD");
}

TEST_P(GoldenThread, EndsWhereNoCampaignIsAboutAMeasure) {
    open_campaign("PSF", "LEAD-04");
    EXPECT_THAT(ways_up(*db->read(), adopt("OWN", ""), kToday), IsEmpty());
    EXPECT_THAT(ways_up(*db->read(), adopt("DEATHS", "CORE-05"), kToday), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Engines, GoldenThread, store::testing::engines(),
                         store::testing::engine_name);

}  // namespace
}  // namespace primum::boards
