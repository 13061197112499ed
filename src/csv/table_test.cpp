#include "csv/table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace primum::csv {
namespace {

using testing::HasSubstr;

Table table(std::string_view text) {
    auto read = parse_table(text);
    if (!read) throw std::runtime_error(read.error().sentence);
    return std::move(*read);
}

std::string refusal(std::string_view text) {
    const auto read = parse_table(text);
    return read ? "" : read.error().sentence;
}

TEST(Table, GivesHeadingsAndCells) {
    const Table read = table("month,falls\n2025-01,3\n2025-02,5\n");
    ASSERT_EQ(read.rows(), 2U);
    ASSERT_EQ(read.columns(), 2U);
    EXPECT_EQ(read.heading(1), "falls");
    EXPECT_EQ(read.cell(0, 0), "2025-01");
    EXPECT_EQ(read.cell(1, 1), "5");
    EXPECT_EQ(read.find("falls"), 1U);
    EXPECT_EQ(read.find("Falls"), std::nullopt);
}

TEST(Table, ReadsTheLineEndsOfEverySystem) {
    for (const auto* text :
         {"a,b\n1,2\n3,4\n", "a,b\r\n1,2\r\n3,4\r\n", "a,b\r1,2\r3,4\r", "a,b\n1,2\n3,4"}) {
        const Table read = table(text);
        ASSERT_EQ(read.rows(), 2U) << text;
        EXPECT_EQ(read.cell(1, 1), "4") << text;
        EXPECT_EQ(read.row_number(1), 3U) << text;
    }
}

TEST(Table, ReadsQuotedSeparatorsQuotesAndLineBreaks) {
    const Table read =
        table("name,note\n\"Ward 7, East\",\"said \"\"well\"\"\nand went\"\nWard 8,\n");
    EXPECT_EQ(read.cell(0, 0), "Ward 7, East");
    EXPECT_EQ(read.cell(0, 1), "said \"well\"\nand went");
    EXPECT_EQ(read.cell(1, 0), "Ward 8");
    EXPECT_EQ(read.cell(1, 1), "");
}

TEST(Table, FindsSemicolonsAndTabs) {
    EXPECT_EQ(table("a;b\n1,5;2\n").cell(0, 0), "1,5");
    EXPECT_EQ(table("a\tb\n1\t\n").cell(0, 0), "1");
    EXPECT_EQ(table("\"a,b,c\";d\n1;2\n").columns(), 2U);
}

// A line break inside quotation marks does not make a new row in a spreadsheet, a blank line does.
TEST(Table, NumbersRowsAsASpreadsheetDoes) {
    const Table read = table("a,b\r\n\r\n1,\"x\r\ny\"\r\n,\r\n3,4\r\n");
    ASSERT_EQ(read.rows(), 2U);
    EXPECT_EQ(read.row_number(0), 3U);
    EXPECT_EQ(read.row_number(1), 5U);
}

TEST(Table, DropsEmptyColumnsAtTheRight) {
    const Table read = table("a,b,,\n1,2,,\n3,,,\n");
    ASSERT_EQ(read.columns(), 2U);
    EXPECT_EQ(read.cell(0, 1), "2");
    EXPECT_EQ(read.cell(1, 0), "3");
    EXPECT_EQ(read.cell(1, 1), "");
}

TEST(Table, RefusesRowsOfAnotherLengthByNumber) {
    EXPECT_THAT(refusal("a,b\n1,2\n1,2,3\n"),
                HasSubstr("Row 3 has 3 cells but the headings have 2"));
    EXPECT_THAT(refusal("a,b\n1\n"), HasSubstr("Row 2 has 1 cells but the headings have 2"));
}

TEST(Table, RefusesQuotationMarksThatDoNotMatch) {
    EXPECT_THAT(refusal("a,b\n1,\"2\n3,4\n"), HasSubstr("Row 2, cell 2 opens a quotation mark"));
    EXPECT_THAT(refusal("a,b\n1,2\n5\" nail,4\n"),
                HasSubstr("Row 3, cell 1 has a quotation mark in the middle"));
}

TEST(Table, RefusesHeadingsThatAreMissingOrComeTwice) {
    EXPECT_THAT(refusal("a,,b\n1,2,3\n"), HasSubstr("Row 1, cell 2 is empty"));
    EXPECT_THAT(refusal("a,b,a\n1,2,3\n"), HasSubstr("heading 'a' twice, in columns 1 and 3"));
}

TEST(Table, RefusesFilesWithoutRows) {
    EXPECT_THAT(refusal(""), HasSubstr("The file is empty"));
    EXPECT_THAT(refusal("\n \n"), HasSubstr("The file is empty"));
    EXPECT_THAT(refusal("a,b\n"), HasSubstr("headings but no data"));
}

TEST(ParseRows, TakesTheFirstRowAsData) {
    const auto table = parse_rows("R1,\"A, B\"\r\n\r\nR2,C\r\n", 2);
    ASSERT_TRUE(table);
    ASSERT_EQ(table->rows(), 2U);
    EXPECT_EQ(table->heading(1), "2");
    EXPECT_EQ(table->cell(0, 1), "A, B");
    EXPECT_EQ(table->row_number(1), 3U);
    EXPECT_THAT(parse_rows("a,b\n1\n", 2).error().sentence,
                HasSubstr("Row 2 has 1 cells but there should be 2"));
    EXPECT_FALSE(parse_rows("", 2));
}

}  // namespace
}  // namespace primum::csv
