#include "csv/text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace primum::csv {
namespace {

using namespace std::string_literals;

TEST(Text, StaysAsItIsWhenItIsUtf8) {
    const auto text = to_text("Ysbyty Gwynedd, Tŷ Bach, ward 7");
    EXPECT_EQ(text->utf8, "Ysbyty Gwynedd, Tŷ Bach, ward 7");
    EXPECT_EQ(text->encoding, Encoding::utf8);
}

TEST(Text, LosesTheByteOrderMark) {
    EXPECT_EQ(to_text("\xEF\xBB\xBFmonth")->utf8, "month");
}

// 0xF4 is o with circumflex and 0x96 an en dash in Windows-1252 (Unicode's CP1252.TXT).
TEST(Text, IsReadAsWindows1252WhenItIsNotUtf8) {
    const auto text = to_text("H\xF4pital \x96 nord");
    EXPECT_EQ(text->utf8, "Hôpital – nord");
    EXPECT_EQ(text->encoding, Encoding::windows_1252);
}

TEST(Text, IsReadAsUtf16ByItsMark) {
    EXPECT_EQ(to_text("\xFF\xFE"
                      "a\0\t\0\xF4\0"s)
                  ->utf8,
              "a\tô");
    EXPECT_EQ(to_text("\xFE\xFF"
                      "\0a\0\t\0\xF4"s)
                  ->utf8,
              "a\tô");
    EXPECT_EQ(to_text("\xFF\xFE"
                      "a\0"s)
                  ->encoding,
              Encoding::utf16);
}

TEST(Text, LongerThanOnePieceOfTheConverterStaysWhole) {
    std::string many;
    std::string expected;
    for (int i = 0; i < 100'000; ++i) {
        many += '\xE9';
        expected += "é";
    }
    EXPECT_EQ(to_text(many)->utf8, expected);
}

TEST(Text, IsRefusedWhenItIsBroken) {
    EXPECT_FALSE(
        to_text("\xFF\xFE"
                "a"s));                           // half a UTF-16 unit
    EXPECT_FALSE(to_text("\x81 is in neither"));  // not assigned in Windows-1252
}

TEST(Text, IsRefusedWithNulCharactersByLine) {
    const auto text = to_text("a,b\n1,\0\n"s);
    ASSERT_FALSE(text);
    EXPECT_THAT(text.error().sentence, testing::HasSubstr("Line 2 holds a NUL"));
}

}  // namespace
}  // namespace primum::csv
