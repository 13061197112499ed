#include "base/id.h"

#include <gmock/gmock.h>

#include <chrono>
#include <string>

namespace primum {
namespace {

using namespace std::chrono_literals;

TEST(Uuid, ReadsThe36CharacterFormOnly) {
    EXPECT_EQ(Uuid::parse("017F22E2-79B0-7CC3-98C4-DC0C0C07398F")->text(),
              "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
    EXPECT_FALSE(Uuid::parse(""));
    EXPECT_FALSE(Uuid::parse("017f22e279b07cc398c4dc0c0c07398f"));
    EXPECT_FALSE(Uuid::parse("017f22e2-79b0-7cc3-98c4-dc0c0c07398g"));
    EXPECT_FALSE(Uuid::parse("017f22e2-79b0-7cc3-98c4-dc0c0c07398f "));
}

// RFC 9562, appendix A.6: 2022-02-22T19:22:22Z is 017f22e279b0 in milliseconds.
TEST(Uuid, BeginsWithTheTimeInMilliseconds) {
    SeededRandom random(7);
    const Instant at{1645557742000ms};
    const std::string text(Uuid::make(at, random).text());
    EXPECT_EQ(text.substr(0, 15), "017f22e2-79b0-7");
    EXPECT_THAT(std::string("89ab"), testing::HasSubstr(text.substr(19, 1)));
}

TEST(Uuid, IsRepeatedByTheSameSeedOnly) {
    SeededRandom one(1), same(1), other(2);
    const Uuid first = Uuid::make(Instant{}, one);
    EXPECT_EQ(first, Uuid::make(Instant{}, same));
    EXPECT_NE(first, Uuid::make(Instant{}, other));
    EXPECT_NE(first, Uuid::make(Instant{}, one));
}

TEST(Instant, IsWrittenAndReadAsIso) {
    EXPECT_EQ(iso_day(*parse_iso_day("2009-04-23")), "2009-04-23");
    EXPECT_FALSE(parse_iso_day("2009-02-30"));
    EXPECT_FALSE(parse_iso_day("2009-4-23"));
    EXPECT_FALSE(parse_iso_day("-009-04-23"));
    EXPECT_EQ(iso_instant(Instant{1240475400s}), "2009-04-23T08:30:00Z");
    EXPECT_EQ(iso_instant(Instant{1240475400000001us}), "2009-04-23T08:30:00.000001Z");
}

}  // namespace
}  // namespace primum
