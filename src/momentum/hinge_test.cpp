#include "momentum/hinge.h"

#include <gmock/gmock.h>

#include "momentum/curve.h"
#include "organisations/testing_tree.h"

namespace primum::momentum {
namespace {

using organisations::day;
using organisations::kForEver;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Period from(std::string_view first, std::string_view last = "9999-12-31") {
    return {day(first), day(last)};
}

Campaign campaign() {
    return {.id = {},
            .code = "PSF",
            .name = "Patient Safety First",
            .owner = {},
            .eligible_kind = "trust",
            .starts = day("2024-03-01"),
            .ends = {},
            .programme = "LIPS",
            .programme_code = "LIPS"};
}

Facts trust(std::vector<Period> member, std::vector<Period> enrolled) {
    Facts facts;
    facts.kind = "trust";
    facts.member = std::move(member);
    facts.enrolled = std::move(enrolled);
    return facts;
}

TEST(FourGroups, FollowFromTwoDatedFacts) {
    const Facts both = trust({from("2024-03-10")}, {from("2024-09-01", "2025-06-30")});
    EXPECT_EQ(group_on(both, day("2024-03-09")), Group::neither);
    EXPECT_EQ(group_on(both, day("2024-03-10")), Group::campaign_only);
    EXPECT_EQ(group_on(both, day("2024-09-01")), Group::both);
    EXPECT_EQ(group_on(both, day("2025-06-30")), Group::both);
    EXPECT_EQ(group_on(both, day("2025-07-01")), Group::campaign_only);
    EXPECT_EQ(group_on(trust({}, {from("2024-09-01")}), day("2024-09-01")), Group::programme_only);
}

TEST(FourGroups, CountWhoIsEligibleAndOpenOnThatDay) {
    std::vector<Facts> all = {trust({from("2024-03-10")}, {}), trust({}, {from("2024-09-01")}),
                              trust({}, {}), trust({from("2024-03-10")}, {})};
    all[2].opened = day("2024-12-01");
    all[3].closed = day("2024-10-31");
    Facts site = trust({from("2024-03-10")}, {});
    site.kind = "site";
    all.push_back(site);
    EXPECT_THAT(groups_on(all, campaign(), day("2024-10-31")), ElementsAre(0, 2, 1, 0));
    EXPECT_THAT(groups_on(all, campaign(), day("2024-12-01")), ElementsAre(0, 1, 1, 1));
}

TEST(FourGroups, TellWhoMovedFromWhichToWhich) {
    std::vector<Facts> all = {trust({from("2024-03-10")}, {from("2024-09-01")}),
                              trust({from("2024-03-10", "2024-08-31")}, {}), trust({}, {})};
    all[2].opened = day("2024-12-01");
    const auto moved = movement(all, campaign(), day("2024-08-31"), day("2024-12-31"));
    EXPECT_THAT(moved.from_to[1], ElementsAre(1, 0, 0, 1));
    EXPECT_EQ(moved.opened, 1);
    EXPECT_EQ(moved.closed, 0);
}

TEST(Quarters, EndWithTheDayItself) {
    EXPECT_THAT(
        quarters(day("2024-02-10"), day("2024-11-24")),
        ElementsAre(day("2024-03-31"), day("2024-06-30"), day("2024-09-30"), day("2024-11-24")));
    EXPECT_THAT(quarters(day("2024-02-10"), day("2024-03-31")), ElementsAre(day("2024-03-31")));
    EXPECT_THAT(quarters(day("2024-02-10"), day("2024-01-31")), IsEmpty());
}

TEST(Signposts, ShowMembersToTheProgrammeUntilTheyAreEnrolled) {
    const Facts facts = trust({from("2024-03-10")}, {from("2024-09-01", "2025-06-30")});
    const auto posts = signposts_of(facts);
    ASSERT_EQ(posts.size(), 1u);
    EXPECT_EQ(posts[0].direction, Direction::to_programme);
    EXPECT_EQ(posts[0].since, day("2024-03-10"));
    EXPECT_EQ(posts[0].until, day("2024-08-31"));
    EXPECT_EQ(posts[0].done, day("2024-09-01"));
    // Whoever has finished the programme is not told that they are "not yet" on it.
    EXPECT_FALSE(signpost_on(facts, day("2025-08-01")));
}

TEST(Signposts, ShowTheEnrolledToTheCampaignUntilTheyJoin) {
    const Facts waiting = trust({}, {from("2024-09-01")});
    ASSERT_TRUE(signpost_on(waiting, day("2024-09-01")));
    EXPECT_EQ(signpost_on(waiting, day("2026-01-01"))->direction, Direction::to_campaign);
    EXPECT_EQ(signpost_on(waiting, day("2026-01-01"))->until, kForEver);
    EXPECT_FALSE(signpost_on(waiting, day("2024-08-31")));
    const Facts left = trust({from("2024-03-10", "2024-06-30")}, {from("2024-09-01")});
    EXPECT_FALSE(signpost_on(left, day("2025-01-01")));
}

TEST(Signposts, ComeDownWithTheFactThatRaisedThem) {
    const auto posts = signposts_of(trust({from("2024-03-10", "2024-06-30")}, {}));
    ASSERT_EQ(posts.size(), 1u);
    EXPECT_EQ(posts[0].until, day("2024-06-30"));
    EXPECT_FALSE(posts[0].done);
}

TEST(Signposts, AreOneWhereMembershipGoesOnWithoutADayBetween) {
    const auto posts =
        signposts_of(trust({from("2024-03-10", "2024-06-30"), from("2024-07-01")}, {}));
    ASSERT_EQ(posts.size(), 1u);
    EXPECT_EQ(posts[0].since, day("2024-03-10"));
    EXPECT_EQ(posts[0].until, kForEver);
}

TEST(Signposts, AreNeverRaisedForWhoDoesBothFromTheFirstDay) {
    EXPECT_THAT(signposts_of(trust({from("2024-09-01")}, {from("2024-09-01")})), IsEmpty());
}

TEST(Signposts, EndWithTheOrganisation) {
    Facts facts = trust({from("2024-03-10")}, {});
    facts.closed = day("2024-05-31");
    EXPECT_EQ(signposts_of(facts).front().until, day("2024-05-31"));
    EXPECT_FALSE(signpost_on(facts, day("2024-06-01")));
}

TEST(Forecast, CountsWhoJoinedAndForHowLongTheOthersWereWatched) {
    // Ten trusts: six joined in the middle of the six months (182 days), four never.
    std::vector<Facts> all;
    for (int i = 0; i < 6; ++i)
        all.push_back(trust({from("2024-12-01")}, {}));
    for (int i = 0; i < 4; ++i)
        all.push_back(trust({}, {}));
    const Day today = day("2024-12-01") + std::chrono::days(91);
    const auto forecast = forecast_of(all, campaign(), today);
    ASSERT_TRUE(forecast);
    EXPECT_EQ(forecast->joined, 6);
    EXPECT_EQ(forecast->waiting, 4);
    EXPECT_NEAR(forecast->exposure_months, (6 * 91 + 4 * 182) / 30.4375, 1e-9);
    ASSERT_EQ(forecast->ahead.size(), 6u);
    EXPECT_EQ(forecast->ahead[0].day, day("2025-04-30"));
    for (const auto& ahead : forecast->ahead) {
        EXPECT_GE(ahead.lower, 6);
        EXPECT_LE(ahead.upper, 10);
    }
}

TEST(Forecast, IsRefusedWhereThereIsTooLittleToGoBy) {
    std::vector<Facts> all;
    for (int i = 0; i < 4; ++i)
        all.push_back(trust({from("2024-12-01")}, {}));
    all.push_back(trust({}, {}));
    EXPECT_FALSE(forecast_of(all, campaign(), day("2025-03-02")));  // four joined
    all.push_back(trust({from("2024-12-01")}, {}));
    EXPECT_TRUE(forecast_of(all, campaign(), day("2025-03-02")));
    EXPECT_FALSE(forecast_of(all, campaign(), day("2024-08-01")));  // five months old
    all[4].member = {from("2024-12-01")};
    EXPECT_FALSE(forecast_of(all, campaign(), day("2025-03-02")));  // nobody is left
}

TEST(JoiningCurve, HasEachMonthsEndAndToday) {
    const std::vector<Facts> all = {trust({from("2024-03-31")}, {}),
                                    trust({from("2024-04-01", "2024-04-30")}, {})};
    const auto curve = joining_curve(all, campaign(), day("2024-05-15"));
    ASSERT_EQ(curve.size(), 3u);
    EXPECT_EQ(curve[0].members, 1);
    EXPECT_EQ(curve[1].members, 2);
    EXPECT_EQ(curve[2].members, 1);
    EXPECT_EQ(curve[2].eligible, 2);
}

}  // namespace
}  // namespace primum::momentum
