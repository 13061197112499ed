#include "collection/paste.h"

#include <gmock/gmock.h>

#include "collection/sampling.h"

namespace primum::collection {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

Block block(std::string_view text) {
    return read_block(text).value();
}

TEST(Pasted, IsReadCellByCell) {
    EXPECT_THAT(block("1\t2\r\n3\t\t4\r\n\r\n"),
                ElementsAre(ElementsAre("1", "2"), ElementsAre("3", "", "4")));
    EXPECT_THAT(block("\"a\tb\"\t\"say \"\"no\"\"\"\n"),
                ElementsAre(ElementsAre("a\tb", "say \"no\"")));
}

Target wards() {
    return {.rows = {{"Ward 4B", "RZ901-4B"}, {"Ward 5A", "RZ901-5A"}},
            .columns = {{"2026-01", "Jan 2026"}, {"2026-02", "Feb 2026"}},
            .fields = 2};
}

TEST(Pasted, GoesInTheOrderOfTheGridWhereItHasNoHeadings) {
    const auto found = placed(block("1\t10\t2\t20\n3\t30\tn/a\t\n"), wards());
    EXPECT_THAT(found.cells,
                ElementsAre(Pair(Pair(0, 0), "1"), Pair(Pair(0, 1), "10"), Pair(Pair(0, 2), "2"),
                            Pair(Pair(0, 3), "20"), Pair(Pair(1, 0), "3"), Pair(Pair(1, 1), "30"),
                            Pair(Pair(1, 2), "n/a")));
    EXPECT_EQ(found.outside, 0U);
}

// Columns and rows in another order than the grid's, one month under a merged heading.
TEST(Pasted, GoesWhereItsHeadingsSay) {
    const auto found = placed(
        block("Unit\tFeb 2026\t\tJan 2026\t\nrz901-5a\t4\t40\t3\t30\nward 4b\t2\t20\t1\t10\n"),
        wards());
    EXPECT_THAT(found.cells,
                ElementsAre(Pair(Pair(0, 0), "1"), Pair(Pair(0, 1), "10"), Pair(Pair(0, 2), "2"),
                            Pair(Pair(0, 3), "20"), Pair(Pair(1, 0), "3"), Pair(Pair(1, 1), "30"),
                            Pair(Pair(1, 2), "4"), Pair(Pair(1, 3), "40")));
    EXPECT_THAT(found.lost, IsEmpty());
}

TEST(Pasted, NamesWhatTheGridHasNot) {
    const auto found =
        placed(block("Unit\tJan 2026\t\tMar 2026\nWard 9\t1\t10\t5\nWard 4B\t2\t20\t6\n"), wards());
    EXPECT_THAT(found.lost, ElementsAre("Mar 2026", "Ward 9"));
    EXPECT_THAT(found.cells, ElementsAre(Pair(Pair(0, 0), "2"), Pair(Pair(0, 1), "20")));
}

TEST(Pasted, CountsWhatLiesOutside) {
    EXPECT_EQ(placed(block("1\t2\t3\t4\t5\n1\n1\n"), wards()).outside, 2U);
}

TEST(Pasted, MayNotBeLargerThanAGrid) {
    std::string rows;
    for (int i = 0; i < 501; ++i)
        rows += "1\n";
    EXPECT_FALSE(read_block(rows));
}

TEST(Drawing, IsTheSameAllDayAndAnotherTomorrow) {
    const Day day = std::chrono::year(2026) / 3 / 2;
    const Draw draw = draw_for("series", day, 28, 5);
    EXPECT_EQ(draw.beds, draw_for("series", day, 28, 5).beds);
    EXPECT_NE(draw.beds, draw_for("series", day + std::chrono::days(1), 28, 5).beds);
    EXPECT_EQ(draw.beds.size(), 5U);
    EXPECT_THAT(draw.hour, ::testing::AllOf(::testing::Ge(7), ::testing::Le(21)));
}

// Asking for more adds beds behind those that are there: nobody can shop for an easier patient.
TEST(Drawing, CannotBeChangedByAskingForMore) {
    const Day day = std::chrono::year(2026) / 3 / 2;
    const auto few = draw_for("series", day, 28, 3).beds;
    const auto many = draw_for("series", day, 28, 9).beds;
    EXPECT_TRUE(std::equal(few.begin(), few.end(), many.begin()));
}

// 3,000 days, five of 20 beds each: a bed is drawn on a quarter of the days, 750, give or take four
// standard deviations of 24.
TEST(Drawing, IsFairToEveryBed) {
    std::vector<int> drawn(21);
    const Day first = std::chrono::year(2026) / 1 / 1;
    for (int i = 0; i < 3000; ++i)
        for (const int bed : draw_for("series", first + std::chrono::days(i), 20, 5).beds)
            ++drawn[static_cast<std::size_t>(bed)];
    for (std::size_t bed = 1; bed <= 20; ++bed)
        EXPECT_THAT(drawn[bed], ::testing::AllOf(::testing::Gt(655), ::testing::Lt(845))) << bed;
}

}  // namespace
}  // namespace primum::collection
