#include "datasets/dataset.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "datasets/testing.h"

namespace primum::datasets {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Checked<Dataset> read(std::string_view text, const Question& question = {}) {
    Notes notes;
    return dataset_of(table_of(text), question, notes);
}

constexpr std::string_view kTwoWards =
    "ward,month,falls,bed_days\n"
    "B,2025-02-01,2,500\n"
    "A,2025-03-01,6,800\n"
    "A,2025-01-01,4,700\n"
    "B,2025-01-01,1,400\n"
    "A,2025-02-01,5,750\n";

TEST(Dataset, PutsEachSeriesInOrderOfTime) {
    const auto data = answer(read(kTwoWards));
    ASSERT_EQ(data.members.size(), 2U);
    EXPECT_EQ(data.members[0].name, "B");
    EXPECT_EQ(data.members[1].name, "A");
    EXPECT_THAT(data.values, ElementsAre(1, 2, 4, 5, 6));
    EXPECT_THAT(data.denominators, ElementsAre(400, 500, 700, 750, 800));
    EXPECT_THAT(data.row_numbers, ElementsAre(5, 2, 4, 6, 3));
    const auto series = series_of(data, data.members[1]);
    EXPECT_THAT(series.values, ElementsAre(4, 5, 6));
    EXPECT_THAT(series.denominators, ElementsAre(700, 750, 800));
}

TEST(Dataset, TakesTheRowsAskedFor) {
    Question question;
    question.where = {{"ward", "A"}};
    EXPECT_THAT(answer(read(kTwoWards, question)).values, ElementsAre(4, 5, 6));
    question.where = {{"ward", "A"}, {"ward", "B"}, {"month", "2025-01-01"}};
    EXPECT_THAT(answer(read(kTwoWards, question)).values, ElementsAre(4, 1));
    question.where = {{"ward", "C"}};
    EXPECT_THAT(refusal(read(kTwoWards, question)),
                HasSubstr("No row is left where 'ward' is 'C': that column holds 'B', 'A'."));
}

TEST(Dataset, RefusesTwoRowsWithOneDateAndSaysWhatTellsThemApart) {
    EXPECT_THAT(
        refusal(read("month,type,value\n2025-01,x,1\n2025-01,y,2\n")),
        HasSubstr("Rows 2 and 3 have the same date, 2025-01: keep one of them, or divide the "
                  "rows with --by 'type'."));
    EXPECT_THAT(refusal(read("ward,month,value\nA,2025-01,1\nB,2025-01,1\nA,2025-01,2\n")),
                HasSubstr("Rows 2 and 4 of 'A' have the same date"));
}

TEST(Dataset, LetsSeveralEventsHappenOnOneDay) {
    EXPECT_THAT(answer(read("date,days_between\n2025-01-01,3\n2025-01-01,0\n")).values,
                ElementsAre(3, 0));
}

// By hand: 2, 4, 6 have mean 4 and sample standard deviation 2.
TEST(Dataset, MakesOneSubgroupOfRowsWithOneDate) {
    Question question;
    question.subgroups = true;
    question.rebases = {"3"};
    const auto data = answer(read("date,value\n1,2\n2,5\n1,4\n1,6\n3,7\n3,9\n", question));
    EXPECT_THAT(data.values, ElementsAre(4, 5, 8));
    EXPECT_THAT(data.denominators, ElementsAre(3, 1, 2));
    EXPECT_DOUBLE_EQ(data.spreads[0], 2);
    EXPECT_TRUE(std::isnan(data.spreads[1]));
    ASSERT_EQ(data.members[0].phases.size(), 2U);
    EXPECT_EQ(data.members[0].phases[1].begin, 2U);
}

TEST(Dataset, BeginsPhasesAtDatesAndLabels) {
    Question question;
    question.rebases = {"2025-03-01"};
    question.baseline = 2;
    const auto data = answer(
        read("month,value,phase\n2025-01-01,1,a\n2025-02-01,1,b\n2025-04-01,1,b\n", question));
    const auto& phases = data.members[0].phases;
    ASSERT_EQ(phases.size(), 3U);
    EXPECT_EQ(phases[1].begin, 1U);
    EXPECT_EQ(phases[2].begin, 2U);
    EXPECT_EQ(phases[2].baseline, 2U);
}

TEST(Dataset, RefusesNewLinesOutsideTheData) {
    Question question;
    for (const auto* date : {"2025-01-01", "2026-01-01", "soon"}) {
        question.rebases = {date};
        EXPECT_THAT(refusal(read(kTwoWards, question)), HasSubstr("New lines cannot begin at"))
            << date;
    }
}

// An average of 2.5 over 4 is a sum of 10; the engine divides by 4 again.
TEST(Dataset, TurnsAveragesIntoSums) {
    Question question;
    question.columns.value = "mean";
    question.columns.denominator = "n";
    EXPECT_THAT(answer(read("month,mean,n\n2025-01,2.5,4\n", question)).values, ElementsAre(10));
}

TEST(Dataset, NumbersTheRowsOfAFileWithoutDates) {
    EXPECT_THAT(answer(read("value\n5\n3\n4\n")).keys, ElementsAre(1, 2, 3));
}

}  // namespace
}  // namespace primum::datasets
