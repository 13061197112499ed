#include "measures/typed_number.h"

#include <gtest/gtest.h>

namespace primum::measures {
namespace {

TEST(TypedNumber, ReadsWhatPeopleAndSpreadsheetsWrite) {
    EXPECT_EQ(typed_number("12").value(), 12);
    EXPECT_EQ(typed_number(" 1,234 ").value(), 1234);
    EXPECT_EQ(typed_number("1 234.5").value(), 1234.5);
    EXPECT_EQ(typed_number("1\u00a0234").value(), 1234);
    EXPECT_EQ(typed_number("-0.25").value(), -0.25);
    EXPECT_EQ(typed_number("").value(), std::nullopt);
}

// "1,5" is 1.5 in Paris and perhaps 15 with a slip in London: nobody may guess.
TEST(TypedNumber, RefusesWhatCouldBeReadInTwoWays) {
    for (const char* text : {"1,5", "12,34", "1,2345", ",123", "1.5,000", "3%", "three", "1e5",
                             "nan", "inf", "1-2", "12 13", "1 2"})
        EXPECT_FALSE(typed_number(text)) << text;
}

TEST(TypedNumber, KnowsWordsForNoNumber) {
    for (const char* text : {"n/a", "N/A", "na", "-", "–", "#N/A", "none"})
        EXPECT_TRUE(says_none(text)) << text;
    EXPECT_FALSE(says_none("0"));
    EXPECT_FALSE(says_none(""));
}

}  // namespace
}  // namespace primum::measures
