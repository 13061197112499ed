#include "base/utf8.h"

#include <gtest/gtest.h>

namespace primum {
namespace {

TEST(Utf8Length, CountsTheBytesOfACharacter) {
    EXPECT_EQ(utf8_length("\xc3\xa9"), 2U);          // é
    EXPECT_EQ(utf8_length("\xe2\x82\xac x"), 3U);    // €
    EXPECT_EQ(utf8_length("\xf0\x9f\x98\x80"), 4U);  // a smile
}

// The examples of the Unicode standard's section 3.9.
TEST(Utf8Length, IsNothingForWhatIsNotWellFormed) {
    for (const char* bytes : {"", "a", "\x80", "\xc0\xaf", "\xe0\x9f\x80", "\xed\xa0\x80",
                              "\xf4\x90\x80\x80", "\xf0\x80\x80\xaf", "\xff", "\xc3", "\xe2\x82"})
        EXPECT_EQ(utf8_length(bytes), 0U) << bytes;
}

TEST(Utf8Length, IsNothingForControlCharacters) {
    EXPECT_EQ(utf8_length("\xc2\x85"), 0U);
    EXPECT_EQ(utf8_length("\xc2\xa0"), 2U);
}

}  // namespace
}  // namespace primum
