#include "boards/board.h"

#include <gmock/gmock.h>

#include "boards/board_page.h"
#include "boards/sentences.h"
#include "boards/testing.h"
#include "organisations/tree.h"

namespace primum::boards {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

class Boards : public testing::TestWithParam<store::Engine> {
protected:
    store::testing::FreshDatabase db{GetParam()};
    organisations::TestTree tree{*db};
    measures::Measure falls = add_measure_to(*db, tree.country, "FALLS", measures::falls());
    language::Languages languages;
    design::View view{.words = &languages.english()};

    Board board(OrganisationId id, Day until = kToday) {
        const auto reader = db->read();
        return board_of(*reader, everywhere().may_read(id),
                        *organisations::find_organisation(*reader, id), until);
    }

    void fill(OrganisationId id, const std::vector<std::pair<double, double>>& months) {
        put_months(*db, open_at(*db, id, falls), day("2024-01-01"), months);
    }

    void say(OrganisationId id, Day period, const std::string& words) {
        store::Stamp now = stamp();
        now.at += std::chrono::minutes(++said_);
        db->write([&](store::Writer& writer) {
            save_narrative(writer, everywhere().may_write(id), now,
                           {.measure = falls.id, .stratum = "", .period = period, .words = words},
                           Verdict::no_claim);
        });
    }

    int said_ = 0;

    std::string page(const Board& board, const Filter& filter = {}) {
        const auto kinds = organisations::kinds_of(*db->read());
        return std::string(
            board_page(view, {.board = board, .kinds = kinds, .filter = filter}).markup());
    }
};

TEST_P(Boards, ShowTheSeriesOfTheirOwnOrganisation) {
    fill(tree.ward, improving());
    const Board ward = board(tree.ward);
    ASSERT_THAT(ward.rows, SizeIs(1));
    EXPECT_FALSE(ward.rows[0].sums);
    EXPECT_EQ(ward.rows[0].reading.variation, spc::Variation::improvement_low);
    EXPECT_TRUE(ward.rows[0].is_flagged());
}

// In the latest month 3 falls in 1,000 days, twice: 6 in 2,000.
TEST_P(Boards, ShowSumsWhereAnOrganisationKeepsNoSeries) {
    const auto second = tree.add("RZ901-5A", "Ward 5A", "ward", tree.site);
    fill(tree.ward, improving());
    fill(second, improving());
    for (const OrganisationId id : {tree.site, tree.trust, tree.country}) {
        const Board above = board(id);
        ASSERT_THAT(above.rows, SizeIs(1));
        const Row& row = above.rows[0];
        EXPECT_TRUE(row.sums);
        EXPECT_EQ(row.reported, 2);
        EXPECT_EQ(row.material.chart(), spc::Chart::u_prime);  // of u charts
        EXPECT_EQ(row.material.points.back().said.numerator, 6);
        EXPECT_EQ(row.material.points.back().said.denominator, 2000);
        EXPECT_EQ(row.reading.variation, spc::Variation::improvement_low);
        const auto kinds = organisations::kinds_of(*db->read());
        EXPECT_THAT(below_sentence(view, row, kinds),
                    HasSubstr("Wards: 2 series, of which 0 concerning"));
        EXPECT_THAT(below_sentence(view, row, kinds), HasSubstr("2 improving"));
    }
}

// Ordinary variation in June 2025, while the improvement came afterwards.
TEST_P(Boards, ShowWhatWasKnownAtTheEndOfAMonth) {
    fill(tree.ward, improving());
    const Board then = board(tree.ward, day("2025-03-31"));
    ASSERT_THAT(then.rows, SizeIs(1));
    EXPECT_EQ(then.rows[0].material.points.back().said.period, day("2025-03-01"));
    EXPECT_EQ(then.rows[0].reading.variation, spc::Variation::common);
}

TEST_P(Boards, FollowTheOrderThatWasChosen) {
    auto says = measures::falls();
    says.name = "Another";
    const auto other = add_measure_to(*db, tree.country, "OTHER", says);
    fill(tree.ward, improving());
    put_months(*db, open_at(*db, tree.ward, other), day("2024-01-01"), as_usual());
    const auto names = [&](Order order) {
        std::vector<std::string> all;
        const Board ward = board(tree.ward);
        for (const Row* row : rows_of(ward, {.order = order}))
            all.push_back(row->name);
        return all;
    };
    EXPECT_THAT(names(Order::signal), ElementsAre("Falls with harm", "Another"));
    EXPECT_THAT(names(Order::name), ElementsAre("Another", "Falls with harm"));
    db->write([&](store::Writer& writer) {
        save_chosen(writer, everywhere().may_write(tree.ward), stamp(), {other.id, falls.id});
    });
    EXPECT_THAT(names(Order::chosen), ElementsAre("Another", "Falls with harm"));
    db->write([&](store::Writer& writer) {
        save_chosen(writer, everywhere().may_write(tree.ward), stamp(), {falls.id});
    });
    EXPECT_THAT(names(Order::chosen), ElementsAre("Falls with harm"));
}

TEST_P(Boards, AreFilteredBySignal) {
    fill(tree.ward, improving());
    const Board ward = board(tree.ward);
    EXPECT_THAT(rows_of(ward, {.shown = Shown::signal}), SizeIs(1));
    EXPECT_THAT(rows_of(ward, {.shown = Shown::improving}), SizeIs(1));
    EXPECT_THAT(rows_of(ward, {.shown = Shown::failing}), IsEmpty());
    EXPECT_THAT(rows_of(ward, {.kind = measures::Kind::process}), IsEmpty());
    EXPECT_THAT(page(ward, {.shown = Shown::failing}),
                HasSubstr("No measure is shown with this filter."));
}

TEST_P(Boards, SayWhereWordsClaimMoreThanTheChart) {
    fill(tree.ward, as_usual());
    say(tree.ward, day("2025-12-01"), "Falls fell after the huddles.");
    const std::string html = page(board(tree.ward));
    EXPECT_THAT(html, HasSubstr("Falls fell after the huddles."));
    EXPECT_THAT(html, HasSubstr("The words say “fell”, but the chart does not support it: it shows "
                                "ordinary variation."));
}

TEST_P(Boards, ContradictNoWordsThatTheChartSupports) {
    fill(tree.ward, improving());
    say(tree.ward, day("2025-12-01"), "Falls fell after the huddles.");
    const std::string html = page(board(tree.ward));
    EXPECT_THAT(html, HasSubstr("the chart shows an improvement too"));
    EXPECT_THAT(html, Not(HasSubstr("does not support it")));
}

// The same words about a month before anything changed.
TEST_P(Boards, JudgeWordsByTheirOwnPeriod) {
    fill(tree.ward, improving());
    say(tree.ward, day("2024-06-01"), "Falls fell after the huddles.");
    EXPECT_THAT(page(board(tree.ward)), HasSubstr("does not support it"));
}

// A new phase around 2.4 instead of 8: the claim is about a change that was decided.
TEST_P(Boards, KnowImprovementsThatWereDecided) {
    fill(tree.ward, improving());
    const auto series =
        *measures::find_series_by_code(*db->read(), everywhere().may_read(tree.ward), "falls");
    db->write([&](store::Writer& writer) {
        const auto key = everywhere().may_write(tree.ward);
        measures::add_decision(
            writer, key, stamp(), series.id,
            {.from = day("2025-04-01"), .change = "Huddles", .reason = "Nine months"});
        measures::refresh_reading(writer, key, stamp(), series, kToday);
    });
    say(tree.ward, day("2025-12-01"), "Falls fell after the huddles.");
    const std::string html = page(board(tree.ward));
    EXPECT_THAT(html, HasSubstr("lines were drawn anew"));
    EXPECT_THAT(html, Not(HasSubstr("does not support it")));
}

TEST_P(Boards, KeepEveryNarrative) {
    fill(tree.ward, as_usual());
    say(tree.ward, day("2025-11-01"), "First");
    say(tree.ward, day("2025-12-01"), "Second");
    say(tree.ward, day("2025-12-01"), "Third");
    const auto key = everywhere().may_read(tree.ward);
    const auto reader = db->read();
    const auto latest = narratives_of(*reader, key, falls.id, "");
    ASSERT_THAT(latest, SizeIs(2));
    EXPECT_EQ(latest[0].words, "Third");
    EXPECT_EQ(latest[1].words, "First");
    EXPECT_THAT(history_of(*reader, key, falls.id, "", day("2025-12-01")), SizeIs(2));
    EXPECT_EQ(latest_narratives(*reader, key, day("2025-11-30")).begin()->second.words, "First");
}

TEST_P(Boards, SayInTheirOwnWordsWhatACellMeans) {
    fill(tree.ward, improving());
    const GridCell cell{GridRow::improving, GridColumn::no_target};
    EXPECT_THAT(page(board(tree.ward)), HasSubstr("Is there a target that would be worth having?"));
    db->write([&](store::Writer& writer) {
        save_grid_words(writer, everywhere().may_write(tree.ward), stamp(),
                        {{cell, "Well done, now rest."}});
    });
    EXPECT_THAT(page(board(tree.ward)), HasSubstr("Well done, now rest."));
}

TEST_P(Boards, UseNoTrafficLights) {
    fill(tree.ward, improving());
    const std::string html = page(board(tree.ward));
    for (const char* colour : {"nhsuk-tag--red", "nhsuk-tag--green", "nhsuk-tag--yellow"})
        EXPECT_THAT(html, Not(HasSubstr(colour)));
}

TEST_P(Boards, WithoutNumbersSayWhereToBegin) {
    EXPECT_THAT(page(board(tree.trust)), HasSubstr("There is no number here yet."));
}

INSTANTIATE_TEST_SUITE_P(Engines, Boards, store::testing::engines(), store::testing::engine_name);

}  // namespace
}  // namespace primum::boards
