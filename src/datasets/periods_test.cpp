#include "datasets/periods.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "datasets/testing.h"

namespace primum::datasets {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Column {
    std::vector<std::string> written;
    std::vector<std::string> spoken;
    Notes notes;
    std::string refused;
};

Column column(std::string_view text) {
    std::string rows_text = "date,x\n";
    for (const char c : std::string(text) + "\n")
        rows_text += c == '\n' ? ",1\n" : std::string(1, c);
    const auto table = table_of(rows_text);
    Rows rows(table.rows());
    std::iota(rows.begin(), rows.end(), 0U);
    Column result;
    const auto periods = periods_of(table, 0, rows, result.notes);
    result.refused = refusal(periods);
    if (!periods) return result;
    for (const auto key : periods->keys) {
        result.written.push_back(periods->calendar.written(key));
        result.spoken.push_back(periods->calendar.spoken(key));
    }
    return result;
}

TEST(Periods, KeepTheFormOfTheFileInIso) {
    EXPECT_THAT(column("2025-04-01\n2025-05-01").written, ElementsAre("2025-04-01", "2025-05-01"));
    EXPECT_THAT(column("Apr-25\nMay-25").written, ElementsAre("2025-04", "2025-05"));
    EXPECT_THAT(column("1\n2\n1").written, ElementsAre("1", "2", "1"));
}

TEST(Periods, AreSpokenOfAsMonthsWhenTheyAllBeginOne) {
    EXPECT_THAT(column("2025-04-01\n2025-05-01").spoken, ElementsAre("Apr 2025", "May 2025"));
    EXPECT_THAT(column("2025-04-01\n2025-05-02").spoken, ElementsAre("1 Apr 2025", "2 May 2025"));
}

TEST(Periods, TakeTheDayBeforeTheMonthAndSaySo) {
    const auto ambiguous = column("01/04/2025\n02/05/2025");
    EXPECT_THAT(ambiguous.written, ElementsAre("2025-04-01", "2025-05-02"));
    EXPECT_THAT(ambiguous.notes, ElementsAre(HasSubstr("day before the month")));
    EXPECT_THAT(column("13/04/2025").notes, IsEmpty());
}

TEST(Periods, TakeTheMonthFirstWhereNothingElseFitsAndSaySo) {
    const auto american = column("04/01/2025\n04/25/2025");
    EXPECT_THAT(american.written, ElementsAre("2025-04-01", "2025-04-25"));
    EXPECT_THAT(american.notes, ElementsAre(HasSubstr("month before the day")));
}

TEST(Periods, RefuseTwoFormsInOneColumn) {
    EXPECT_THAT(column("2025-04-01\n01/05/2025").refused,
                HasSubstr("written in two ways, '2025-04-01' in row 2 and '01/05/2025' in row 3"));
    // Neither reading of row 2 is left: row 3 has no month 13, row 4 no month 25.
    EXPECT_THAT(column("01/04/2025\n13/04/2025\n04/25/2025").refused,
                HasSubstr("'13/04/2025' in row 3 and '04/25/2025' in row 4"));
}

TEST(Periods, RefuseWhatIsNoDateByRow) {
    EXPECT_THAT(column("2025-04-01\nsoon").refused,
                HasSubstr("Row 3, column 'date' holds 'soon', which is not a date"));
    EXPECT_THAT(column("2025-04-01\n").refused, HasSubstr("Row 3, column 'date' has no date"));
}

TEST(Calendar, ReadsADateInTheFormOfTheFileFirst) {
    Notes notes;
    const auto table = table_of("date\n04/25/2025\n05/01/2025\n");
    const auto periods = answer(periods_of(table, 0, {0, 1}, notes));
    EXPECT_EQ(periods.calendar.read("05/01/2025"), periods.keys[1]);
    EXPECT_EQ(periods.calendar.read("2025-05-01"), periods.keys[1]);
    EXPECT_EQ(periods.calendar.read("soon"), std::nullopt);
}

}  // namespace
}  // namespace primum::datasets
