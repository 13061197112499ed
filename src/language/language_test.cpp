#include "language/language.h"

#include <gmock/gmock.h>

#include "language/accept_language.h"
#include "language/zone.h"

namespace primum::language {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;
using testing::ElementsAre;
using testing::IsEmpty;

const Languages& languages() {
    static const Languages all;
    return all;
}
const Language& welsh() {
    return *languages().find("cy");
}

TEST(Languages, BeginWithEnglish) {
    EXPECT_EQ(languages().all().front()->code(), "en");
    EXPECT_EQ(languages().all().front()->own_name(), "English");
    EXPECT_EQ(welsh().own_name(), "Cymraeg");
    EXPECT_EQ(languages().find("xx"), nullptr);
}

TEST(Language, SaysASentenceInItself) {
    EXPECT_EQ(languages().english().say("Back"), "Back");
    EXPECT_EQ(welsh().say("Back"), "Yn ôl");
    EXPECT_EQ(welsh().say("Page {}", 3), "Tudalen 3");
}

TEST(Language, FallsBackToEnglish) {
    EXPECT_EQ(welsh().say("A sentence that nobody has translated"),
              "A sentence that nobody has translated");
    EXPECT_EQ(welsh().say("{} untranslated", 3), "3 untranslated");
    EXPECT_EQ(welsh().count(2, "{} untranslated thing", "{} untranslated things"),
              "2 untranslated things");
    EXPECT_EQ(welsh().say(""), "");
}

TEST(Language, CountsInEnglish) {
    const auto wards = [](std::int64_t n) {
        return languages().english().count(n, "{} ward", "{} wards");
    };
    EXPECT_EQ(wards(0), "0 wards");
    EXPECT_EQ(wards(1), "1 ward");
    EXPECT_EQ(wards(999), "999 wards");
    EXPECT_EQ(wards(20'000), "20,000 wards");
    EXPECT_EQ(wards(-1'234'567), "-1,234,567 wards");
}

TEST(Language, WritesDays) {
    const Day day = sys_days(2009y / 4 / 23);
    EXPECT_EQ(languages().english().day(day), "23 April 2009");
    EXPECT_EQ(languages().english().month(day), "April 2009");
    EXPECT_EQ(welsh().day(day), "23 Ebrill 2009");
    EXPECT_EQ(welsh().month(day), "Ebrill 2009");
}

// The NHS content guide: "9am", "9:30am", "midday", "midnight". London is an hour ahead of UTC in
// April, New York four behind.
TEST(Language, WritesMomentsAsAWallClockShowsThem) {
    const auto in = [](std::chrono::minutes utc, std::string_view zone) {
        return languages().english().moment(sys_days(2009y / 4 / 23) + utc, zone);
    };
    EXPECT_EQ(in(8h + 30min, "Europe/London"), "23 April 2009 at 9:30am");
    EXPECT_EQ(in(8h, "Europe/London"), "23 April 2009 at 9am");
    EXPECT_EQ(in(11h, "Europe/London"), "23 April 2009 at midday");
    EXPECT_EQ(in(11h + 5min, "Europe/London"), "23 April 2009 at 12:05pm");
    EXPECT_EQ(in(23h, "Europe/London"), "24 April 2009 at midnight");
    EXPECT_EQ(in(23h + 10min, "Europe/London"), "24 April 2009 at 12:10am");
    EXPECT_EQ(in(2h, "America/New_York"), "22 April 2009 at 10pm");
}

TEST(Zone, IsKnownToTheMachine) {
    EXPECT_TRUE(is_zone("Europe/London"));
    EXPECT_TRUE(is_zone("UTC"));
    EXPECT_FALSE(is_zone("Europe/Camelot"));
    EXPECT_FALSE(is_zone(""));
}

// In London clocks go forward at 01:00 UTC on the last Sunday of March, back on that of October.
TEST(Zone, KnowsSummerTime) {
    const auto hour = [](Day day, std::chrono::minutes utc) {
        return wall_clock(day + utc, "Europe/London").hour;
    };
    EXPECT_EQ(hour(sys_days(2026y / 3 / 29), 59min), 0);
    EXPECT_EQ(hour(sys_days(2026y / 3 / 29), 60min), 2);
    EXPECT_EQ(hour(sys_days(2026y / 10 / 25), 59min), 1);
    EXPECT_EQ(hour(sys_days(2026y / 10 / 25), 60min), 1);
}

// The first is the example of RFC 9110, section 12.5.4.
TEST(AcceptLanguage, IsReadInOrderOfWeight) {
    EXPECT_THAT(wanted_languages("da, en-gb;q=0.8, en;q=0.7"), ElementsAre("da", "en-gb", "en"));
    EXPECT_THAT(wanted_languages("en;q=0.5,CY ; q=1.000, *;q=0.1"), ElementsAre("cy", "en", "*"));
    EXPECT_THAT(wanted_languages("fr;q=0, cy;q=0.001"), ElementsAre("cy"));
}

TEST(AcceptLanguage, LeavesOutWhatDoesNotParse) {
    EXPECT_THAT(wanted_languages(""), IsEmpty());
    EXPECT_THAT(wanted_languages(",;,;q=1,,"), IsEmpty());
    EXPECT_THAT(wanted_languages("cy;q=2, en;q=0.1234, fr;q=.5, de;x=1, it;q=1.5"), IsEmpty());
}

TEST(Languages, ChooseTheBestForABrowser) {
    EXPECT_EQ(languages().choose("cy-GB,cy;q=0.9,en;q=0.5").code(), "cy");
    EXPECT_EQ(languages().choose("en-GB,en;q=0.9,cy;q=0.5").code(), "en");
    EXPECT_EQ(languages().choose("fr, cy;q=0.2").code(), "cy");
    EXPECT_EQ(languages().choose("fr").code(), "en");
    EXPECT_EQ(languages().choose("").code(), "en");
    EXPECT_EQ(languages().choose("*").code(), "en");
}

}  // namespace
}  // namespace primum::language
