#include "organisations/incoming.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "organisations/testing_files.h"

namespace primum::organisations {
namespace {

using testing::HasSubstr;

Day day(std::string_view text) {
    return parse_iso_day(text).value();
}

TEST(DayAsWritten, KnowsTheFormsOfRegistersAndOfPeople) {
    EXPECT_EQ(day_as_written("2020-04-01"), day("2020-04-01"));
    EXPECT_EQ(day_as_written("20200401"), day("2020-04-01"));
    EXPECT_EQ(day_as_written("01/04/2020"), day("2020-04-01"));
    EXPECT_EQ(day_as_written("20200231"), std::nullopt);
    EXPECT_EQ(day_as_written("1 April 2020"), std::nullopt);
}

TEST(ReadOds, TakesWhatTheTreeNeedsFromTwentySevenColumns) {
    const auto reading = read_ods(ods_line({.code = "RZ901",
                                            .name = "QUEEN MATILDA'S HOSPITAL",
                                            .opened = "20010401",
                                            .closed = "20240331",
                                            .parent = "RZ9",
                                            .joined = "20080701",
                                            .left = "20240331"}),
                                  "site");
    ASSERT_TRUE(reading);
    ASSERT_EQ(reading->rows.size(), 1U);
    const Incoming& site = reading->rows.front();
    EXPECT_EQ(reading->system, "ods");
    EXPECT_EQ(site.row, 1U);
    EXPECT_EQ(site.code, "RZ901");
    EXPECT_EQ(site.name, "Queen Matilda's Hospital");
    EXPECT_EQ(site.kind, "site");
    EXPECT_THAT(site.parents, testing::ElementsAre("RZ9", "QZZ", "Y99"));
    EXPECT_EQ(site.opened, day("2001-04-01"));
    EXPECT_EQ(site.closed, day("2024-03-31"));
    EXPECT_EQ(site.joined, day("2008-07-01"));
    EXPECT_EQ(site.left, day("2024-03-31"));
}

TEST(ReadOds, LeavesOutRowsThatCannotBeAndSaysWhy) {
    const auto reading = read_ods(
        ods_line({.code = "RZ9", .name = ""}) +
            ods_line({.code = "RZ8", .name = "A", .opened = "20011301"}) +
            ods_line({.code = "RZ7", .name = "B"}) +
            ods_line({.code = "RZ6", .name = "C", .opened = "20020101", .closed = "20010101"}),
        "trust");
    ASSERT_TRUE(reading);
    ASSERT_EQ(reading->rows.size(), 1U);
    ASSERT_EQ(reading->problems.size(), 3U);
    EXPECT_EQ(reading->problems[0].row, 1U);
    EXPECT_STREQ(reading->problems[0].english, "The name is missing: fill it in.");
    EXPECT_EQ(reading->problems[1].row, 2U);
    EXPECT_THAT(reading->problems[1].first, HasSubstr("20011301"));
    EXPECT_EQ(reading->problems[2].row, 4U);
}

TEST(ReadPlain, GuessesHeadingsAndTakesTheWordsOfAnyCountry) {
    const Kinds kinds({{"board", 30, "Health board", "Health boards"}});
    const auto reading = read_plain(
        "Org Code;Organisation name;Level;Belongs to;Start date\n"
        "b1;Glenmarrow;health board;;01/04/2014\n",
        kinds);
    ASSERT_TRUE(reading) << reading.error().sentence;
    const Incoming& board = reading->rows.at(0);
    EXPECT_EQ(board.row, 2U);
    EXPECT_EQ(board.code, "B1");
    EXPECT_EQ(board.name, "Glenmarrow");
    EXPECT_EQ(board.kind, "board");
    EXPECT_TRUE(board.parents.empty());
    EXPECT_EQ(board.opened, day("2014-04-01"));
}

TEST(ReadPlain, AsksForTheColumnsItNeeds) {
    const Kinds kinds = first_kinds();
    EXPECT_THAT(read_plain("name,kind\na,trust\n", kinds).error().sentence, HasSubstr("'code'"));
    EXPECT_THAT(read_plain("code,kind\na,trust\n", kinds).error().sentence, HasSubstr("'name'"));
    EXPECT_THAT(read_plain("code,name\na,b\n", kinds).error().sentence, HasSubstr("'kind'"));
}

TEST(ReadIncoming, TellsARegisterFromAPlainFileByItsShape) {
    const Kinds kinds = first_kinds();
    const std::string etr = ods_line({.code = "RZ9", .name = "ALDERWICK NHS TRUST"});
    EXPECT_EQ(read_incoming(etr, "etr.csv", "", kinds)->rows.at(0).kind, "trust");
    EXPECT_EQ(read_incoming(etr, "C:\\Files\\ETS.CSV", "", kinds)->rows.at(0).kind, "site");
    EXPECT_EQ(read_incoming(etr, "download.csv", "trust", kinds)->rows.at(0).kind, "trust");
    EXPECT_THAT(read_incoming(etr, "download.csv", "", kinds).error().sentence,
                HasSubstr("trusts or sites"));
    EXPECT_EQ(read_incoming("code,name,kind\nX,Y,ward\n", "etr.csv", "", kinds)->system, "local");
}

// 0xC9 is É in Windows-1252, and no UTF-8.
TEST(ReadIncoming, ReadsWindows1252) {
    const std::string etr = ods_line({.code = "RZ9", .name = "SANT\xC9 NHS TRUST"});
    EXPECT_EQ(read_incoming(etr, "etr.csv", "", first_kinds())->rows.at(0).name, "Santé NHS Trust");
}

}  // namespace
}  // namespace primum::organisations
