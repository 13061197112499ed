#include "datasets/numbers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "datasets/testing.h"

namespace primum::datasets {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Rows all_rows(const csv::Table& table) {
    Rows rows(table.rows());
    std::iota(rows.begin(), rows.end(), 0U);
    return rows;
}

struct Column {
    std::vector<double> values;
    Notes notes;
    std::string refused;
};

Column column(std::string_view text) {
    const auto table = table_of(text);
    Column result;
    const auto values = numbers_of(table, 0, all_rows(table), result.notes);
    result.refused = refusal(values);
    if (values) result.values = *values;
    return result;
}

TEST(Numbers, AreReadAsTheyStand) {
    EXPECT_THAT(column("v,w\n1,\n-2.5,\n+3,\n.5,\n1e3,\n").values,
                ElementsAre(1, -2.5, 3, 0.5, 1000));
}

TEST(Numbers, AreMissingWhereACellIsEmptyOrSaysSo) {
    const auto read = column("v,w\n1,\n,a\nNA,\nn/a,\n*,\n-,\n");
    ASSERT_EQ(read.values.size(), 6U);
    for (std::size_t i = 1; i < 6; ++i)
        EXPECT_TRUE(std::isnan(read.values[i])) << i;
    EXPECT_THAT(
        read.notes,
        ElementsAre("4 of 6 cells in column 'v' hold 'NA' or the like and count as missing."));
}

TEST(Numbers, HaveDecimalCommasInFilesWithSemicolons) {
    const auto read = column("v;w\n1,5;\n2;\n1.234,5;\n1,234;\n");
    EXPECT_THAT(read.values, ElementsAre(1.5, 2, 1234.5, 1.234));
    EXPECT_THAT(read.notes, ElementsAre(HasSubstr("decimal commas")));
}

TEST(Numbers, HaveMarksOfThousandsInFilesWithCommas) {
    const auto read = column("v,w\n\"1,234\",\n\"12,345,678.5\",\n7,\n");
    EXPECT_THAT(read.values, ElementsAre(1234, 12345678.5, 7));
    EXPECT_THAT(read.notes, ElementsAre(HasSubstr("marks of thousands")));
}

TEST(Numbers, InFilesWithTabsDependOnWhatAllOfThemAllow) {
    EXPECT_THAT(column("v\tw\n1,234\t\n2,345\t\n").values, ElementsAre(1234, 2345));
    EXPECT_THAT(column("v\tw\n1,234\t\n2,3\t\n").values, ElementsAre(1.234, 2.3));
}

TEST(Numbers, AreRefusedByRowAndColumn) {
    EXPECT_THAT(column("v,w\n1,\nabc,\n").refused,
                HasSubstr("Row 3, column 'v' holds 'abc', which is not a number"));
    for (const auto* text :
         {"12abc", "inf", "1e999", "0x10", "5%", "1 2", "\"1,5\"", "\"1,2345\"", "--1"})
        EXPECT_THAT(column(std::string("v,w\n") + text + ",\n").refused,
                    HasSubstr("is not a number"))
            << text;
}

TEST(Numbers, OfOtherRowsAreNotLookedAt) {
    const auto table = table_of("v,w\n1,\nabc,\n2,\n");
    Notes notes;
    EXPECT_THAT(answer(numbers_of(table, 0, {0, 2}, notes)), ElementsAre(1, 2));
    EXPECT_THAT(notes, IsEmpty());
}

TEST(Flags, AreOneOrZero) {
    const auto table = table_of("f,g\n1,\n0,\n,x\nTRUE,\nNo,\n");
    EXPECT_THAT(answer(flags_of(table, 0, all_rows(table))), ElementsAre(1, 0, 0, 1, 0));
    const auto wrong = table_of("f\n2\n");
    EXPECT_THAT(refusal(flags_of(wrong, 0, {0})), HasSubstr("Row 2, column 'f' holds '2'"));
}

}  // namespace
}  // namespace primum::datasets
