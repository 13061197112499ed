#include "boards/comparison.h"

#include <gmock/gmock.h>

#include <cmath>
#include <set>
#include <tuple>

#include "boards/testing.h"

namespace primum::boards {
namespace {

using measures::Audience;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(WhatIsNeverCompared, IsRecordReview) {
    measures::Measure measure{.code = "HARM", .versions = {{.says = measures::falls()}}};
    EXPECT_FALSE(never_compared(measure));
    measure.library_code = "CORE-02";
    EXPECT_TRUE(never_compared(measure));
    measure.library_code = "";
    measure.versions[0].says.source = "Global Trigger Tool, 20 notes a month";
    EXPECT_TRUE(never_compared(measure));
}

TEST(WhatIsNeverCompared, HasNothingThatDividesOrNoDirection) {
    measures::Measure measure{.code = "X", .versions = {{.says = measures::falls()}}};
    measure.versions[0].says.denominator = "";
    EXPECT_TRUE(never_compared(measure));
    measure.versions[0].says = measures::falls();
    measure.versions[0].says.better = spc::Better::neutral;
    EXPECT_TRUE(never_compared(measure));
}

// From March to March; a definition of August cuts it to the months after.
TEST(TheMonthsThatAreCompared, HaveOneDefinition) {
    measures::Measure measure{.versions = {{.from = day("2020-01-01"), .says = measures::falls()}}};
    EXPECT_EQ(window_of(measure, kToday).from, day("2025-03-01"));
    EXPECT_EQ(window_of(measure, kToday).until, day("2026-03-01"));
    EXPECT_FALSE(window_of(measure, kToday).cut_short);
    measure.versions.push_back({.number = 2, .from = day("2025-08-10"), .says = measures::falls()});
    EXPECT_EQ(window_of(measure, kToday).from, day("2025-09-01"));
    EXPECT_TRUE(window_of(measure, kToday).cut_short);
}

class Comparisons : public testing::TestWithParam<store::Engine> {
protected:
    store::testing::FreshDatabase db{GetParam()};
    organisations::TestTree tree{*db};
    measures::Measure falls = add_measure_to(*db, tree.country, "FALLS", measures::falls());

    OrganisationId trust(const std::string& code, Audience audience, double each_month,
                         std::optional<spc::Chart> chart = {}) {
        const auto id = tree.add(code, "Trust " + code, "trust", tree.region);
        const auto series = db->write([&](store::Writer& writer) {
            return measures::open_series(
                writer, everywhere().may_write(id), stamp(), falls,
                {.chart = chart, .starts = day("2025-01-01"), .audience = audience});
        });
        put_months(*db, series, day("2025-03-01"),
                   std::vector<std::pair<double, double>>(12, {each_month, 5000}));
        return id;
    }

    /// Of its last month.
    void change(OrganisationId id, double count) {
        const auto series =
            measures::find_series_by_code(*db->read(), everywhere().may_read(id), "falls").value();
        put_months(*db, series, day("2026-02-01"), {{count, 5000}});
    }

    Comparison seen_from(OrganisationId own) {
        return compare(
            *db->read(), falls, own, "trust", kToday,
            [&](const OrganisationId& id) { return id == own; }, disclosure::Mode::hes);
    }

    static const Peer& peer(const Comparison& comparison, OrganisationId id) {
        for (const Peer& one : comparison.peers)
            if (one.organisation == id) return one;
        throw std::logic_error("not among them");
    }
};

TEST_P(Comparisons, AreOfThoseThatShare) {
    const auto own = trust("A", Audience::organisation, 20);
    trust("B", Audience::organisation, 20);
    const auto shares = trust("C", Audience::members, 20);
    const auto comparison = seen_from(own);
    ASSERT_THAT(comparison.peers, SizeIs(2));
    EXPECT_TRUE(peer(comparison, own).own);
    EXPECT_FALSE(peer(comparison, shares).own);
    EXPECT_FALSE(comparison.funnel) << "two are no picture";
}

// 12 × 21 is 252 for those whose own it is; others see 20 of each month.
TEST_P(Comparisons, PublishTheNumbersOfOthers) {
    const auto own = trust("A", Audience::members, 21);
    const auto other = trust("B", Audience::members, 21);
    trust("C", Audience::everyone, 40);
    const auto comparison = seen_from(own);
    EXPECT_EQ(peer(comparison, own).numerator, 252);
    EXPECT_EQ(peer(comparison, other).numerator, 240);
    EXPECT_TRUE(comparison.funnel);
    ASSERT_TRUE(peer(comparison, other).shared);
    EXPECT_EQ(peer(comparison, other).shared->organisation, other);
}

// 11 × 40, and 4 for a month that is 1 to 7; twelve such months are no sum at all.
TEST_P(Comparisons, CountAFewHiddenMonthsAsTheMiddleOfWhatTheyCanBe) {
    const auto own = trust("A", Audience::members, 20);
    const auto few = trust("B", Audience::members, 40);
    const auto small = trust("C", Audience::members, 5);
    change(few, 2);
    EXPECT_EQ(peer(seen_from(own), few).numerator, 444);
    EXPECT_TRUE(peer(seen_from(own), small).hidden);
}

// Whatever a hidden month holds, others see the same peers with the same sums and readings.
TEST_P(Comparisons, TellNothingOfAHiddenMonth) {
    const auto own = trust("A", Audience::members, 20);
    const auto other = trust("B", Audience::members, 40);
    trust("C", Audience::members, 30);
    std::set<std::tuple<double, double, double, spc::Variation, spc::Standing>> seen;
    for (int count = 1; count <= 7; ++count) {
        change(other, count);
        const auto comparison = seen_from(own);
        const Peer& one = peer(comparison, other);
        EXPECT_FALSE(one.hidden);
        seen.emplace(one.numerator, one.denominator, one.ratio, one.variation, one.outlier);
    }
    EXPECT_THAT(seen, SizeIs(1));
}

TEST_P(Comparisons, ShowNoPartOfThePatients) {
    const auto own = trust("A", Audience::members, 20);
    const auto other = trust("B", Audience::members, 40);
    const auto women = db->write([&](store::Writer& writer) {
        return measures::open_series(
            writer, everywhere().may_write(other), stamp(), falls,
            {.stratum = "women", .starts = day("2025-01-01"), .audience = Audience::members});
    });
    put_months(*db, women, day("2025-03-01"),
               std::vector<std::pair<double, double>>(12, {15, 2000}));
    const auto comparison = seen_from(own);
    EXPECT_THAT(comparison.peers, SizeIs(2));
    EXPECT_EQ(peer(comparison, other).numerator, 480);
}

TEST(SumsOfPublishedNumbers, AreKnownWhereLittleOfThemIsHidden) {
    using disclosure::Confidential;
    using disclosure::Mode;
    const auto sum = [](std::initializer_list<double> counts, Mode mode) {
        std::vector<disclosure::Published> numbers;
        for (const double count : counts)
            numbers.push_back(disclosure::publish(Confidential(count), mode));
        return sum_of_published(numbers);
    };
    EXPECT_EQ(sum({3, 100, 0}, Mode::hes), 104);
    EXPECT_EQ(sum({3, 101, 0}, Mode::lt5), 103.5);
    EXPECT_TRUE(std::isnan(sum({3, 20}, Mode::hes))) << "24, give or take 3";
    EXPECT_EQ(sum({3, 20}, Mode::none), 23);
}

TEST_P(Comparisons, LeaveOutAChartOfAnotherKindAndSayWhy) {
    const auto own = trust("A", Audience::members, 20);
    const auto other = trust("B", Audience::members, 20, spc::Chart::run);
    EXPECT_NE(peer(seen_from(own), other).why_not, nullptr);
}

// A variant counts something else: whoever counts by it is named, and no number of theirs is shown.
TEST_P(Comparisons, LeaveOutWhoCountsByADefinitionOfTheirOwnAndSayWhy) {
    const auto own = trust("A", Audience::members, 20);
    const auto other = tree.add("B", "Trust B", "trust", tree.region);
    const auto unshared = tree.add("C", "Trust C", "trust", tree.region);
    db->write([&](store::Writer& writer) {
        const auto id = measures::add_measure(
            writer, everywhere().may_write(other), stamp(), "FALLS-ALL", "",
            measures::Status::agreed, {.from = day("2020-01-01"), .says = measures::falls()},
            falls.code);
        const auto variant = measures::find_measure(writer, id).value();
        const auto keep = [&](OrganisationId place, Audience audience) {
            return measures::open_series(writer, everywhere().may_write(place), stamp(), variant,
                                         {.starts = day("2025-01-01"), .audience = audience});
        };
        keep(other, Audience::members);
        keep(unshared, Audience::organisation);
    });
    const auto comparison = seen_from(own);
    ASSERT_THAT(comparison.peers, SizeIs(2));
    EXPECT_NE(peer(comparison, other).why_not, nullptr);
    EXPECT_TRUE(std::isnan(peer(comparison, other).numerator));
}

// Eleven with 20 a month, one with 90: beyond limits that are wider for it.
TEST_P(Comparisons, NameThoseBeyondTheLimits) {
    const auto own = trust("A", Audience::members, 20);
    for (char code = 'B'; code <= 'K'; ++code)
        trust(std::string(1, code), Audience::members, 19 + (code % 3));
    const auto far = trust("Z", Audience::members, 90);
    const auto comparison = seen_from(own);
    EXPECT_EQ(peer(comparison, far).outlier, spc::Standing::high);
    EXPECT_FALSE(is_better(spc::Standing::high, spc::Better::lower));
    EXPECT_EQ(peer(comparison, own).outlier, spc::Standing::within);
    // By name, never by value.
    EXPECT_TRUE(std::ranges::is_sorted(comparison.peers, {}, &Peer::name));
    EXPECT_THAT(plot_of(comparison).points, SizeIs(12));
}

INSTANTIATE_TEST_SUITE_P(Engines, Comparisons, store::testing::engines(),
                         store::testing::engine_name);

}  // namespace
}  // namespace primum::boards
