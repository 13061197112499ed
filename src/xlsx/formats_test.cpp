#include "xlsx/formats.h"

#include <gtest/gtest.h>

namespace primum::xlsx {
namespace {

TEST(Formats, TellDatesFromNumbers) {
    for (const char* code : {"dd/mm/yyyy", "mmm-yy", "[$-809]d mmmm yyyy;@", "yyyy\\-mm\\-dd",
                             "h:mm", "\"week of \"dd mmm"})
        EXPECT_EQ(shown_by(code), Shown::as_date) << code;
    for (const char* code : {"0.0%", "0%;[Red]-0%", "0 %"})
        EXPECT_EQ(shown_by(code), Shown::as_percent) << code;
    for (const char* code : {"General", "#,##0.00", "0.00E+00", "[Red]0", "\"days\" 0", "@",
                             "[h]:mm:ss", "0\\d", "_-* #,##0_-", "General\" days\""})
        EXPECT_EQ(shown_by(code), Shown::as_number) << code;
}

// ECMA-376 part 1, 18.8.30: 14 to 22 are dates and times, 9 and 10 percentages, 46 is [h]:mm:ss.
TEST(Formats, KnowThoseThatAreBuiltIn) {
    EXPECT_EQ(shown_by(14U), Shown::as_date);
    EXPECT_EQ(shown_by(22U), Shown::as_date);
    EXPECT_EQ(shown_by(9U), Shown::as_percent);
    EXPECT_EQ(shown_by(46U), Shown::as_number);
    EXPECT_EQ(shown_by(0U), Shown::as_number);
    EXPECT_EQ(shown_by(49U), Shown::as_number);
}

}  // namespace
}  // namespace primum::xlsx
