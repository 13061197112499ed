#include "momentum/engagement.h"

#include <gmock/gmock.h>

#include "organisations/testing_tree.h"

namespace primum::momentum {
namespace {

using organisations::day;

const std::vector<Weight> kWeights = {{ActKind::attended, 3, 2}, {ActKind::promise_kept, 4, 4}};

Act act(ActKind kind, std::string_view on) {
    return {{}, kind, day(on)};
}

// Three events, of which two count: 2 × 3; one promise: 4.
TEST(EngagementIndex, AddsPointsForActsUpToTheMostThatCount) {
    const Act acts[] = {act(ActKind::attended, "2026-01-10"), act(ActKind::attended, "2026-01-11"),
                        act(ActKind::attended, "2026-01-12"),
                        act(ActKind::promise_kept, "2026-02-01"),
                        act(ActKind::booked, "2026-02-01")};  // counts nothing here
    const auto index = index_on(acts, kWeights, day("2026-03-02"));
    EXPECT_EQ(index.points, 10);
    EXPECT_EQ(index.counts[static_cast<std::size_t>(ActKind::attended)], 3);
}

TEST(EngagementIndex, LooksAt91DaysAndNotAtTheDayBefore) {
    const Act acts[] = {act(ActKind::promise_kept, "2025-12-02")};  // 90 days before 2 March
    EXPECT_EQ(index_on(acts, kWeights, day("2026-03-02")).points, 4);
    EXPECT_EQ(index_on(acts, kWeights, day("2026-03-03")).points, 0);
    EXPECT_EQ(index_on(acts, kWeights, day("2025-12-01")).points, 0);
}

TEST(EngagementIndex, SaysWhichActsMovedIt) {
    const Act acts[] = {act(ActKind::attended, "2025-11-10"),
                        act(ActKind::promise_kept, "2026-02-01"),
                        act(ActKind::promise_kept, "2026-02-02")};
    const Day today = day("2026-03-02");
    const auto changes = why_it_moved(index_on(acts, kWeights, today - kWindow),
                                      index_on(acts, kWeights, today), kWeights);
    ASSERT_EQ(changes.size(), 2u);
    EXPECT_EQ(changes[0].act, ActKind::promise_kept);
    EXPECT_EQ(changes[0].points, 8);
    EXPECT_EQ(changes[1].act, ActKind::attended);
    EXPECT_EQ(changes[1].points, -3);
    EXPECT_EQ(changes[1].before, 1);
    EXPECT_EQ(changes[1].now, 0);
}

TEST(Cooling, IsSilenceOrAFallByHalf) {
    const Day member = day("2025-01-01");
    const Day today = day("2026-03-02");
    const auto of = [&](std::initializer_list<Act> acts) {
        return cooling_on(std::vector(acts), kWeights, member, today);
    };
    EXPECT_EQ(of({}), Cooling::silent_90_days);
    EXPECT_EQ(of({act(ActKind::attended, "2025-12-02")}), Cooling::silent_90_days);
    EXPECT_EQ(of({act(ActKind::attended, "2025-12-03")}), Cooling::silent_60_days);
    EXPECT_EQ(of({act(ActKind::attended, "2026-02-01")}), std::nullopt);
    EXPECT_EQ(
        of({act(ActKind::promise_kept, "2025-11-01"), act(ActKind::promise_kept, "2025-11-02"),
            act(ActKind::promise_kept, "2026-02-01")}),
        Cooling::index_fell);
    EXPECT_EQ(
        of({act(ActKind::promise_kept, "2025-11-01"), act(ActKind::promise_kept, "2026-02-01")}),
        std::nullopt);
}

TEST(Cooling, IsNeverSaidOfWhoHasJustJoined) {
    EXPECT_EQ(cooling_on({}, kWeights, day("2026-01-05"), day("2026-03-02")), std::nullopt);
    EXPECT_EQ(cooling_on({}, kWeights, day("2026-01-01"), day("2026-03-02")),
              Cooling::silent_60_days);
}

TEST(Acts, HaveNamesThatComeBack) {
    for (const ActKind kind : act_kinds())
        EXPECT_EQ(parse_act(name(kind)), kind);
    EXPECT_FALSE(parse_act("signed_in"));
}

TEST(Acts, AreEachWeighedOnceInTheFirstFormula) {
    std::vector<ActKind> weighed;
    for (const Weight& weight : first_weights())
        weighed.push_back(weight.act);
    EXPECT_THAT(weighed, ::testing::UnorderedElementsAreArray(act_kinds()));
}

}  // namespace
}  // namespace primum::momentum
