#include "base/nhs_number.h"

#include <gtest/gtest.h>

namespace primum {
namespace {

// 943 476 5919 is the example of the NHS Data Dictionary; 999 numbers are for tests only. By hand
// for 4010232137: 4*10+0*9+1*8+0*7+2*6+3*5+2*4+1*3+3*2 = 92, 92 mod 11 = 4, 11 - 4 = 7.
TEST(NhsNumber, IsFoundInItsSpellings) {
    EXPECT_EQ(find_nhs_number("9434765919"), "9434765919");
    EXPECT_EQ(find_nhs_number("Seen: 943 476 5919, ward 7"), "943 476 5919");
    EXPECT_EQ(find_nhs_number("943-476-5919."), "943-476-5919");
    EXPECT_EQ(find_nhs_number("x4010232137x"), "4010232137");
}

TEST(NhsNumber, IsNotSeenInOtherNumbers) {
    for (const char* text :
         {"9434765918", "94347659190", "19434765919", "0.9434765919", "943 476 591", "943 4765919",
          "943-476 5919", "2025-04-25", "1234567890", "", "14768.416666666701", "9434 765 919"})
        EXPECT_FALSE(find_nhs_number(text)) << text;
}

}  // namespace
}  // namespace primum
