// Every screen of measures has something in the demonstration that is worth looking at.

#include <gmock/gmock.h>

#include <algorithm>
#include <map>

#include "boards/board.h"
#include "boards/comparison.h"
#include "boards/public_measures.h"
#include "claims/claim.h"
#include "collection/tally.h"
#include "demo/fill.h"
#include "imports/import.h"
#include "organisations/tree.h"
#include "signals/signal.h"
#include "store/testing.h"

namespace primum::demo {
namespace {

constexpr Day kToday = std::chrono::year(2026) / 1 / 5;
using boards::Verdict;
using ::testing::Contains;
using ::testing::Ge;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// Filled once: it takes seconds.
struct Filled {
    Filled() {
        SeededRandom random(1);
        country = make_country(random, Size::small);
        staff = make_staff(random, country);
        fill(*database, country, staff, "$argon2id$…", kToday, 1,
             [](std::size_t, std::size_t) { return true; });
    }
    store::testing::StillClock clock{kToday + std::chrono::hours(9)};
    SeededRandom ids{1};
    store::testing::FreshDatabase database{
        store::Engine::sqlite, store::Options{.url = {}, .clock = &clock, .random = &ids}};
    Country country;
    std::vector<Colleague> staff;
};

class Screens : public ::testing::Test {
protected:
    static void SetUpTestSuite() { filled = std::make_unique<Filled>(); }
    static void TearDownTestSuite() { filled.reset(); }

    OrganisationId trust() const { return at(open_places(filled->country, "trust").front()); }
    /// Of the trust's wards, in the order of the country.
    OrganisationId ward(std::size_t number) const {
        for (const std::size_t place : open_places(filled->country, "ward"))
            if (at(filled->country.places[filled->country.places[place].parent].parent) == trust())
                if (number-- == 0) return at(place);
        throw std::logic_error("no such ward");
    }
    OrganisationId at(std::size_t place) const {
        return organisations::find_by_code(*db, filled->country.places[place].code).value().id;
    }
    boards::Board board(OrganisationId place) const {
        return boards::board_of(*db, scope.may_read(place),
                                organisations::find_organisation(*db, place).value(), kToday);
    }
    boards::Comparison compared(std::string_view code) const {
        return boards::compare(
            *db, measures::find_measure_by_code(*db, code).value(), trust(), "trust", kToday,
            [&](const OrganisationId& id) { return id == trust(); }, disclosure::Mode::hes);
    }

    static inline std::unique_ptr<Filled> filled;
    const store::Scope scope = store::Scope::system("a test");
    const store::Lease db = filled->database->read();
};

TEST_F(Screens, ShowAClaimThatTheChartDoesNotSupportBesideHonestWords) {
    std::map<Verdict, int> verdicts;
    for (const auto& row : board(trust()).rows)
        if (row.narrative) ++verdicts[row.judgement.verdict];
    EXPECT_EQ(verdicts[Verdict::unsupported], 1);
    EXPECT_EQ(verdicts[Verdict::supported], 1);
    EXPECT_GE(verdicts[Verdict::no_claim], 6);
}

TEST_F(Screens, ShowClaimsInEveryState) {
    std::map<claims::State, std::vector<claims::Claim>> all;
    for (const auto& claim : claims::all_claims(*db, scope))
        all[claim.state].push_back(claim);
    EXPECT_THAT(all[claims::State::draft], SizeIs(1));
    EXPECT_THAT(all[claims::State::published], SizeIs(2));
    ASSERT_THAT(all[claims::State::withdrawn], SizeIs(1));
    EXPECT_NE(all[claims::State::withdrawn].front().withdrawn_because, "");
}

TEST_F(Screens, ShowEverybodyWhatTheCampaignMeasures) {
    const auto campaign = campaigns::find_campaign(*db, "PSF").value();
    const auto shown = boards::public_measures_of(*db, campaign, disclosure::Mode::hes, kToday);
    EXPECT_THAT(shown, SizeIs(Ge(3U)));
    for (const auto& one : shown)
        EXPECT_TRUE(one.drawn.study.has_value()) << one.measure.code;
}

TEST_F(Screens, ShowFilesThatCameThatWaitAndThatWereTakenBack) {
    std::map<imports::State, std::vector<imports::Import>> all;
    for (const auto& import : imports::imports_of(*db, scope.may_read(trust())))
        all[import.state].push_back(import);
    EXPECT_THAT(all[imports::State::done], SizeIs(Ge(20U)));
    EXPECT_THAT(all[imports::State::undone], SizeIs(1));
    EXPECT_THAT(all[imports::State::waiting], SizeIs(1));
    for (const auto& import : all[imports::State::done])
        EXPECT_GT(import.counts.added, 0) << import.file_name;
    EXPECT_EQ(all[imports::State::done].back().counts.left_out, 1);
    // What one of them brought knows its file.
    const auto at = scope.may_read(trust());
    const auto series = measures::find_series_by_code(*db, at, "det-01").value();
    EXPECT_EQ(measures::points_of(*db, at, series.id).front().import_id,
              all[imports::State::done].back().id.text());
}

TEST_F(Screens, CompareManyAndSayWhoIsLeftOut) {
    const auto left_out = [](const boards::Comparison& comparison) {
        return std::ranges::count_if(comparison.peers,
                                     [](const auto& peer) { return peer.why_not != nullptr; });
    };
    const auto arrests = compared("DET-01");
    EXPECT_TRUE(arrests.funnel);
    EXPECT_THAT(arrests.peers, SizeIs(Ge(100U)));
    EXPECT_GE(left_out(arrests), 1) << "a chart of another kind";
    EXPECT_GE(left_out(compared("CVC-01")), 2) << "and a definition of its own";
}

TEST_F(Screens, ShowSignalsThatWaitThatWereAnsweredAndThatEnded) {
    int waiting = 0;
    int answered = 0;
    int ended = 0;
    const auto count = [&](OrganisationId place) {
        for (const auto& series : measures::series_of(*db, scope.may_read(place)))
            for (const auto& signal : signals::signals_of(*db, scope.may_read(place), series.id)) {
                waiting += signal.told && signal.waits() ? 1 : 0;
                answered += signal.answer != signals::Answer::none ? 1 : 0;
                ended += signal.ended_at ? 1 : 0;
            }
    };
    count(trust());
    for (std::size_t i = 0; i < 6; ++i)
        count(ward(i));
    EXPECT_GE(waiting, 1);
    EXPECT_GE(answered, 2);
    EXPECT_GE(ended, 1);
}

TEST_F(Screens, ShowWhichElementOfABundleIsMissed) {
    const auto unit = scope.may_read(ward(1));
    const auto series = measures::find_series_by_code(*db, unit, "vap-03").value();
    const auto missed =
        collection::missed_in(*db, unit, series.id, kToday - std::chrono::days(60), kToday);
    ASSERT_THAT(missed, SizeIs(Ge(4U)));
    EXPECT_GE(std::ranges::max_element(missed, {}, &collection::Missed::times)->times, 3);
}

}  // namespace
}  // namespace primum::demo
