// What a campaign shows to everybody of what its members count.

#include "boards/public_measures.h"

#include <gmock/gmock.h>

#include <cmath>

#include "boards/testing.h"
#include "measures/publishing.h"

namespace primum::boards {
namespace {

using disclosure::Mode;
using measures::Audience;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class PublicMeasures : public testing::TestWithParam<store::Engine> {
protected:
    store::testing::FreshDatabase db{GetParam()};
    organisations::TestTree tree{*db};
    measures::Measure falls =
        measures::find_measure(*db->read(), db->write([&](store::Writer& w) {
            return measures::add_measure(w, everywhere().may_write(tree.country), stamp(), "FALLS",
                                         "FALL-01", measures::Status::agreed,
                                         {.from = day("2020-01-01"), .says = measures::falls()});
        })).value();
    campaigns::Campaign campaign = open_campaign();

    campaigns::Campaign open_campaign() {
        campaigns::Campaign made;
        made.code = "PSF";
        made.name = "Patient Safety First";
        made.owner = tree.country;
        made.starts = day("2025-01-01");
        made.status = campaigns::Status::open;
        return db->write([&](store::Writer& writer) {
            campaigns::add_campaign(writer, everywhere().may_write(tree.country), stamp(), made);
            return campaigns::find_campaign(writer, "PSF").value();
        });
    }

    void allow(const std::vector<measures::MeasureId>& allowed) {
        db->write([&](store::Writer& writer) {
            save_allowed(writer, everywhere().may_write(tree.country), stamp(), campaign.id,
                         allowed);
        });
    }

    /// A trust that counts so many in January and in February.
    measures::Series trust(const std::string& code, double january, double february,
                           Audience audience = Audience::organisation) {
        const auto id = tree.add(code, "Trust " + code, "trust", tree.region);
        const auto series = db->write([&](store::Writer& writer) {
            return measures::open_series(writer, everywhere().may_write(id), stamp(), falls,
                                         {.starts = day("2025-01-01"), .audience = audience});
        });
        put_months(*db, series, day("2026-01-01"), {{january, 1000}, {february, 1000}});
        return series;
    }

    std::vector<PublicMeasure> shown(Mode mode) {
        return public_measures_of(*db->read(), campaign, mode, kToday);
    }

    /// What stands on the chart, in order of time; NaN where nothing does.
    std::vector<double> on_chart(Mode mode) {
        std::vector<double> values;
        for (const PublicMeasure& one : shown(mode))
            for (const double value : one.drawn.study->data.values)
                values.push_back(value);
        return values;
    }

    std::string text(const measures::Series& series, Mode mode) {
        const auto reader = db->read();
        const auto material = measures::material_of(
            *reader, everywhere().may_read(series.organisation), falls, series);
        return measures::publish(*reader, material, mode).points.front().numerator.text();
    }
};

TEST_P(PublicMeasures, AreThoseThatItsKeepersHaveAllowed) {
    trust("A", 20, 21);
    trust("B", 30, 31);
    trust("C", 40, 41);
    EXPECT_THAT(shown(Mode::hes), IsEmpty());
    allow({falls.id});
    ASSERT_THAT(shown(Mode::hes), SizeIs(1));
    EXPECT_EQ(shown(Mode::hes)[0].reported, 3);
    EXPECT_THAT(on_chart(Mode::hes), ElementsAre(90, 95)) << "90 and 93 to the nearest 5";
    EXPECT_THAT(on_chart(Mode::lt5), ElementsAre(90, 93));
    allow({});
    EXPECT_THAT(shown(Mode::hes), IsEmpty());
}

TEST_P(PublicMeasures, ShowNoSumOfTwo) {
    allow({falls.id});
    trust("A", 20, 21);
    trust("B", 30, 31);
    EXPECT_THAT(shown(Mode::hes), IsEmpty());
}

TEST_P(PublicMeasures, HideASumThatIsSmall) {
    allow({falls.id});
    trust("A", 1, 21);
    trust("B", 2, 31);
    trust("C", 2, 41);
    const auto values = on_chart(Mode::hes);
    ASSERT_THAT(values, SizeIs(2));
    EXPECT_TRUE(std::isnan(values[0]));
    EXPECT_EQ(values[1], 95);
}

// 93 less 40 and 50 are the 3 of one trust, were all of them shown.
TEST_P(PublicMeasures, AreDecidedWithTheSeriesThatTrustsShow) {
    const auto small = trust("A", 3, 20, Audience::everyone);
    const auto forty = trust("B", 40, 40, Audience::members);
    const auto fifty = trust("C", 50, 50, Audience::everyone);
    EXPECT_EQ(text(small, Mode::lt5), "*");
    EXPECT_EQ(text(forty, Mode::lt5), "40");
    EXPECT_EQ(text(fifty, Mode::lt5), "50");
    allow({falls.id});
    EXPECT_EQ(text(small, Mode::lt5), "*");
    EXPECT_TRUE(text(forty, Mode::lt5) == "*" || text(fifty, Mode::lt5) == "*" ||
                std::isnan(on_chart(Mode::lt5)[0]));
    EXPECT_EQ(on_chart(Mode::lt5)[1], 110) << "nothing is small in February";
}

INSTANTIATE_TEST_SUITE_P(Engines, PublicMeasures, store::testing::engines(),
                         store::testing::engine_name);

}  // namespace
}  // namespace primum::boards
