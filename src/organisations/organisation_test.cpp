#include "organisations/organisation.h"

#include <gtest/gtest.h>

namespace primum::organisations {
namespace {

Day day(std::string_view text) {
    return parse_iso_day(text).value();
}

OrganisationId id(char last) {
    std::string text = "00000000-0000-7000-8000-00000000000";
    return OrganisationId::parse(text + last).value();
}

TEST(Organisation, IsOpenFromItsFirstDayToItsLast) {
    Organisation trust;
    EXPECT_TRUE(trust.open_on(day("2020-01-01")));
    trust.opened = day("2020-04-01");
    trust.closed = day("2021-03-31");
    EXPECT_FALSE(trust.open_on(day("2020-03-31")));
    EXPECT_TRUE(trust.open_on(day("2020-04-01")));
    EXPECT_TRUE(trust.open_on(day("2021-03-31")));
    EXPECT_FALSE(trust.open_on(day("2021-04-01")));
}

TEST(Kinds, LieBelowGreaterOnesOnly) {
    const Kinds kinds = first_kinds();
    EXPECT_TRUE(kinds.may_lie_below("ward", "trust"));
    EXPECT_FALSE(kinds.may_lie_below("trust", "ward"));
    EXPECT_FALSE(kinds.may_lie_below("trust", "trust"));
    EXPECT_FALSE(kinds.may_lie_below("trust", "galaxy"));
}

TEST(Kinds, AreUnderstoodByTheirWords) {
    const Kinds kinds({{"board", 30, "Health board", "Health boards"}});
    EXPECT_EQ(kinds.understand("HEALTH BOARDS")->code, "board");
    EXPECT_EQ(kinds.understand("Board")->code, "board");
    EXPECT_EQ(kinds.understand("trust"), nullptr);
}

TEST(Code, IsKeptInCapitals) {
    EXPECT_EQ(check_code(" rx7-01\t").value(), "RX7-01");
    EXPECT_EQ(check_code("").value(), "");
    EXPECT_FALSE(check_code("RX 7"));
    EXPECT_FALSE(check_code("ABCDEFGHIJKLMNOPQRSTU"));
}

TEST(Parent, MustBeGreaterAndNotBelow) {
    const Kinds kinds = first_kinds();
    EXPECT_TRUE(check_parent(kinds, "ward", "site", false));
    EXPECT_FALSE(check_parent(kinds, "site", "ward", false));
    EXPECT_FALSE(check_parent(kinds, "ward", "site", true));
}

TEST(Links, MayNotOverlapNorEndBeforeTheyBegin) {
    EXPECT_TRUE(check_links(
        {{id('2'), {day("2021-01-01"), kForEver}}, {id('1'), {kSinceEver, day("2020-12-31")}}}));
    EXPECT_FALSE(check_links(
        {{id('1'), {kSinceEver, day("2021-01-01")}}, {id('2'), {day("2021-01-01"), kForEver}}}));
    EXPECT_FALSE(check_links({{id('1'), {day("2021-01-02"), day("2021-01-01")}}}));
}

TEST(Move, EndsTheEarlierLinkTheDayBefore) {
    const auto links = moved({{id('1'), {}}}, id('2'), day("2022-04-01"));
    ASSERT_EQ(links.size(), 2U);
    EXPECT_EQ(links[0], (ParentLink{id('1'), {kSinceEver, day("2022-03-31")}}));
    EXPECT_EQ(links[1], (ParentLink{id('2'), {day("2022-04-01"), kForEver}}));
    EXPECT_EQ(parent_on(links, day("2022-03-31")), id('1'));
    EXPECT_EQ(parent_on(links, day("2022-04-01")), id('2'));
}

TEST(Move, DropsWhatWasPlannedForLater) {
    const auto planned = moved({{id('1'), {}}}, id('2'), day("2030-01-01"));
    const auto links = moved(planned, id('3'), day("2022-04-01"));
    ASSERT_EQ(links.size(), 2U);
    EXPECT_EQ(links[0].when.until, day("2022-03-31"));
    EXPECT_EQ(links[1].parent, id('3'));
}

TEST(Move, ToWhereItLiesAlreadyChangesNothing) {
    const std::vector<ParentLink> links{{id('1'), {day("2019-01-01"), kForEver}}};
    EXPECT_EQ(moved(links, id('1'), day("2022-04-01")), links);
}

}  // namespace
}  // namespace primum::organisations
