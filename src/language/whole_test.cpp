#include <gmock/gmock.h>

#include <limits>

#include "language/language.h"

namespace primum::language {
namespace {

TEST(Whole, PutsAMarkBetweenThousands) {
    const Languages languages;
    const Language& english = languages.english();
    EXPECT_EQ(english.whole(0), "0");
    EXPECT_EQ(english.whole(999), "999");
    EXPECT_EQ(english.whole(1000), "1,000");
    EXPECT_EQ(english.whole(-1234567), "-1,234,567");
    EXPECT_EQ(english.whole(-100), "-100");
    EXPECT_EQ(english.whole(std::numeric_limits<std::int64_t>::min()),
              "-9,223,372,036,854,775,808");
}

}  // namespace
}  // namespace primum::language
