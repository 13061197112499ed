#include <gmock/gmock.h>

#include "collection/burden.h"
#include "collection/completeness.h"
#include "collection/due.h"
#include "collection/entering.h"
#include "collection/tally.h"
#include "measures/testing.h"
#include "people/store.h"

namespace primum::collection {
namespace {

using measures::day;
using measures::everywhere;
using measures::kToday;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

store::Stamp stamp_on(Day at) {
    return {.person = {}, .at = at + std::chrono::hours(9), .request = "test"};
}

class Collected : public testing::TestWithParam<store::Engine> {
protected:
    store::testing::FreshDatabase db{GetParam()};
    organisations::TestTree tree{*db};
    measures::Measure measure =
        measures::add_measure_to(*db, tree.country, "FALLS", measures::falls());
    measures::Series series = db->write([&](store::Writer& writer) {
        return open_series(writer, everywhere().may_write(tree.ward), stamp_on(day("2025-06-01")),
                           measure, {.stratum = "", .starts = day("2025-06-01")});
    });
    Kept kept{measure, series};

    store::Readable ward() { return everywhere().may_read(tree.ward); }

    void enter(Day period, Day at, double numerator) {
        db->write([&](store::Writer& writer) {
            save_point(writer, everywhere().may_write(tree.ward), stamp_on(at), series,
                       {.period = period, .numerator = numerator, .denominator = 800}, at);
        });
    }

    DueList due_on(Day today) { return due_at(*db->read(), ward(), today); }

    std::vector<Outcome> outcomes(Day today) {
        std::vector<Outcome> found;
        const auto all =
            sent_below(*db->read(), everywhere().may_read_below(tree.country), today, {.limit = 9});
        for (const Sent& sent : all.series)
            for (const Slot& slot : sent.slots)
                found.push_back(slot.outcome);
        return found;
    }
};

// June to August have ended by 2 September; June's number is there.
TEST_P(Collected, WhatIsDueIsEveryPeriodThatHasEndedWithoutANumber) {
    enter(day("2025-06-01"), day("2025-07-03"), 3);
    const auto list = due_on(day("2025-09-02"));
    ASSERT_THAT(list.due, SizeIs(2));
    EXPECT_EQ(list.due[0].period, day("2025-07-01"));
    EXPECT_EQ(list.due[0].due_on, day("2025-08-10"));  // ten days after 31 July
    EXPECT_EQ(list.due[0].key(), "falls.2025-07");
    ASSERT_TRUE(list.due[0].before);
    EXPECT_EQ(list.due[0].before->said.numerator, 3);
    EXPECT_EQ(list.due[1].due_on, day("2025-09-10"));
}

TEST_P(Collected, APeriodIsNotDueBeforeItsLastDayIsOver) {
    EXPECT_THAT(due_on(day("2025-06-30")).due, IsEmpty());
    EXPECT_THAT(due_on(day("2025-07-01")).due, SizeIs(1));
}

TEST_P(Collected, GapsOfMoreThanAYearAreCountedOnly) {
    const auto list = due_on(day("2026-09-02"));
    EXPECT_THAT(list.due, SizeIs(12));
    EXPECT_EQ(list.older, 3);  // June, July and August 2025
}

TEST_P(Collected, NothingIsDueOfARetiredMeasure) {
    db->write([&](store::Writer& writer) {
        save_status(writer, everywhere().may_write(tree.country), measures::stamp(), measure,
                    measures::Status::retired);
    });
    EXPECT_THAT(due_on(kToday).due, IsEmpty());
}

TEST_P(Collected, WhatOthersHaveEnteredMeanwhileStays) {
    enter(day("2025-06-01"), day("2025-07-03"), 3);
    const std::vector<Entry> entries = {
        {kept, {.period = day("2025-06-01"), .numerator = 4, .denominator = 800}},
        {kept, {.period = day("2025-07-01"), .numerator = 5, .denominator = 800}}};
    const auto save = [&](std::optional<Instant> replaces) {
        return db->write([&](store::Writer& writer) {
            const auto result = save_entries(writer, everywhere(), measures::stamp(), kToday,
                                             std::chrono::seconds(60), entries, replaces);
            return std::pair(result.saved, result.taken.size());
        });
    };
    EXPECT_EQ(save({}), std::pair(std::size_t{1}, std::size_t{1}));
    const auto june = [&] {
        return find_point(*db->read(), ward(), series.id, day("2025-06-01"))->said.numerator;
    };
    EXPECT_EQ(june(), 3);
    // A grid that was opened after it was entered may replace it.
    EXPECT_EQ(save(day("2025-07-04")), std::pair(std::size_t{2}, std::size_t{0}));
    EXPECT_EQ(june(), 4);
}

Sheet two_elements() {
    return {
        .elements = {{.words = "Dressing dated"}, {.words = "Clot prevention", .exception = true}}};
}

TEST_P(Collected, ATallySumsUpToThePointOfThePeriod) {
    const Sheet sheet = two_elements();
    const auto see = [&](const std::string& answers, const std::string& once) {
        return db->write([&](store::Writer& writer) {
            const auto organisation = everywhere().may_write(tree.ward);
            const Sheet now = sheet_of(writer, organisation, kept, kToday).value_or(sheet);
            return observe(writer, organisation, measures::stamp(), kept, now,
                           {.day = kToday, .answers = answers}, once)
                .has_value();
        });
    };
    EXPECT_TRUE(see("yy", "1"));
    EXPECT_TRUE(see("yx", "2"));  // an exception counts as done
    EXPECT_TRUE(see("ny", "3"));
    EXPECT_TRUE(see("ny", "3"));  // the same form again: its answer got lost
    const auto point = [&] {
        return find_point(*db->read(), ward(), series.id, day("2026-03-01"));
    };
    EXPECT_EQ(point()->said.numerator, 2);
    EXPECT_EQ(point()->said.denominator, 3);
    const auto missed =
        missed_in(*db->read(), ward(), series.id, day("2026-01-01"), day("2026-12-31"));
    ASSERT_THAT(missed, SizeIs(2));
    EXPECT_EQ(missed[0].element, "Dressing dated");
    EXPECT_EQ(missed[0].times, 1);
    EXPECT_EQ(missed[1].times, 0);
}

TEST_P(Collected, TheLastPatientCanBeTakenBack) {
    const PersonId nurse = db->write([&](store::Writer& writer) {
        return people::add_person(writer, measures::stamp(),
                                  {.email = "ann@primum.example", .name = "Ann"});
    });
    store::Stamp stamp = measures::stamp();
    stamp.person = nurse;
    const auto organisation = everywhere().may_write(tree.ward);
    const auto see = [&](const std::string& answers, const std::string& once) {
        db->write([&](store::Writer& writer) {
            const Sheet sheet =
                sheet_of(writer, organisation, kept, kToday).value_or(two_elements());
            ASSERT_TRUE(observe(writer, organisation, stamp, kept, sheet,
                                {.day = kToday, .answers = answers}, once));
            stamp.at += std::chrono::minutes(1);
        });
    };
    see("yy", "1");
    see("nn", "2");
    const auto undo = [&] {
        return db->write([&](store::Writer& writer) {
            return undo_last(writer, organisation, stamp, kept, kToday);
        });
    };
    EXPECT_TRUE(undo());
    const auto point = find_point(*db->read(), ward(), series.id, day("2026-03-01"));
    EXPECT_EQ(point->said.numerator, 1);
    EXPECT_EQ(point->said.denominator, 1);
    EXPECT_TRUE(undo());
    EXPECT_FALSE(find_point(*db->read(), ward(), series.id, day("2026-03-01")));
    EXPECT_FALSE(undo());
}

TEST_P(Collected, ATallyLeavesNumbersAloneThatWereEnteredByHand) {
    enter(day("2026-03-01"), kToday, 3);
    const bool counted = db->write([&](store::Writer& writer) {
        return observe(writer, everywhere().may_write(tree.ward), measures::stamp(), kept,
                       two_elements(), {.day = kToday, .answers = "yy"}, "1")
            .has_value();
    });
    EXPECT_FALSE(counted);
}

TEST_P(Collected, NumbersAreOnTimeLateOrMissing) {
    enter(day("2025-06-01"), day("2025-07-10"), 3);  // the last day
    enter(day("2025-07-01"), day("2025-08-11"), 3);  // a day late
    enter(day("2025-06-01"), day("2025-08-20"), 4);  // corrected: it was there in time
    db->write([&](store::Writer& writer) {
        save_point(writer, everywhere().may_write(tree.ward), stamp_on(day("2025-09-01")), series,
                   {.period = day("2025-08-01"), .note = "The ward was closed"}, day("2025-09-01"));
    });
    EXPECT_THAT(outcomes(day("2025-11-02")),
                ElementsAre(Outcome::on_time, Outcome::late, Outcome::none, Outcome::missing,
                            Outcome::waiting));
}

// Wilson's 80% interval of 3 in 6: z = 1.2816; (6 + 1.6424 ± 1.2816 sqrt(1.6424 + 6)) / 15.2848,
// which is 0.268 and 0.732.
TEST_P(Collected, WhoMayBeLateFollowsFromTheirOwnPast) {
    for (const char* month : {"2025-06-01", "2025-08-01", "2025-10-01"})
        enter(day(month), measures::next_period(measures::Frequency::month, day(month)), 3);
    const Day today = day("2025-12-20");
    const auto sent =
        sent_below(*db->read(), everywhere().may_read_below(tree.trust), today, {.limit = 10})
            .series;
    ASSERT_THAT(sent, SizeIs(1));
    EXPECT_EQ(sent[0].unit, "Ward 4B");
    const auto forecast = forecast_of(sent[0], today);
    ASSERT_TRUE(forecast);
    EXPECT_EQ(forecast->missed, 3);
    EXPECT_EQ(forecast->due, 6);
    EXPECT_NEAR(forecast->share.lower, 0.268, 0.001);
    EXPECT_NEAR(forecast->share.upper, 0.732, 0.001);
    EXPECT_EQ(forecast->next_due, day("2026-01-10"));
}

TEST_P(Collected, NothingIsForecastFromLittle) {
    const Day today = day("2025-09-20");
    const auto sent =
        sent_below(*db->read(), everywhere().may_read_below(tree.trust), today, {.limit = 10})
            .series;
    EXPECT_FALSE(forecast_of(sent.at(0), today));
}

// Three forms: 60 seconds for one number, 90 for one, 300 for two, which is 150 each. The median is
// 90 seconds, or 1.5 minutes, times four numbers in 91 days.
TEST_P(Collected, TheBurdenIsTheMedianTimesTheNumbersOfAMonth) {
    const auto organisation = everywhere().may_write(tree.ward);
    db->write([&](store::Writer& writer) {
        note_time(writer, organisation, series.id, day("2025-12-01"), 60, 1);
        note_time(writer, organisation, series.id, day("2026-01-05"), 90, 1);
        note_time(writer, organisation, series.id, day("2026-02-02"), 300, 2);
    });
    const auto burden = burden_of(*db->read(), ward(), kToday);
    ASSERT_THAT(burden, SizeIs(1));
    EXPECT_EQ(burden[0].seconds, 90);
    EXPECT_EQ(burden[0].entries, 4);
    EXPECT_NEAR(burden[0].minutes_a_month, 1.5 * 4 / (91 / (365.25 / 12)), 1e-9);
}

TEST_P(Collected, ViewsAreWrittenDownByMonthWithoutWho) {
    Views views;
    views.note(tree.ward, series.id, day("2026-02-27"));
    views.note(tree.ward, series.id, day("2026-03-01"));
    views.write_down(*db);
    views.note(tree.ward, series.id, day("2026-03-02"));
    views.write_down(*db);
    views.write_down(*db);
    const auto burden = burden_of(*db->read(), ward(), kToday);
    ASSERT_THAT(burden, SizeIs(1));
    EXPECT_EQ(burden[0].views, 3);
    EXPECT_EQ(burden[0].last_view, day("2026-03-02"));
    EXPECT_EQ(burden_of(*db->read(), ward(), day("2026-08-01"))[0].views, 0);
}

TEST(Median, IsTheMiddle) {
    EXPECT_EQ(median({}), std::nullopt);
    EXPECT_EQ(median({3, 1, 2}), 2);
    EXPECT_EQ(median({4, 1, 2, 3}), 2.5);
}

TEST(ATally, IsOfSharesOfPatientsInAProcessOnly) {
    measures::Definition bundle{.name = "Every element met",
                                .kind = measures::Kind::process,
                                .numerator = "Patients with every element",
                                .denominator = "Patients",
                                .chart = spc::Chart::p};
    EXPECT_TRUE(is_tallied(bundle));
    EXPECT_FALSE(is_tallied(measures::falls()));  // an outcome, over bed days
    bundle.kind = measures::Kind::outcome;
    EXPECT_FALSE(is_tallied(bundle));
}

// By hand: counting began within January, so February is the first whole month.
TEST_P(Collected, ViewsAreCountedSinceTheFirstWholeMonth) {
    EXPECT_EQ(views_counted_since(*db->read()), std::nullopt);
    Views views;
    views.note(tree.ward, series.id, day("2026-01-20"));
    views.write_down(*db);
    EXPECT_EQ(views_counted_since(*db->read()), day("2026-02-01"));
}

INSTANTIATE_TEST_SUITE_P(Engines, Collected, store::testing::engines(),
                         store::testing::engine_name);

}  // namespace
}  // namespace primum::collection
