#include "events/latest.h"

#include <gmock/gmock.h>

#include <array>

#include "events/testing.h"

namespace primum::events {
namespace {

using std::chrono::hours;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// By hand, from a calendar.
TEST(OrdinalEnding, IsAsPeopleSayItForEveryDayOfAMonth) {
    const std::array<const char*, 31> kSaid = {
        "1st",  "2nd",  "3rd",  "4th",  "5th",  "6th",  "7th",  "8th",  "9th",  "10th", "11th",
        "12th", "13th", "14th", "15th", "16th", "17th", "18th", "19th", "20th", "21st", "22nd",
        "23rd", "24th", "25th", "26th", "27th", "28th", "29th", "30th", "31st"};
    for (unsigned day = 1; day <= kSaid.size(); ++day)
        EXPECT_EQ(std::to_string(day) + ordinal_ending(day), kSaid[day - 1]);
}

TEST(ShortDay, IsThatOfTheCampaignsOwnPageInEnglish) {
    const language::Languages languages;
    const Day day = std::chrono::year(2009) / 4 / 23;
    EXPECT_EQ(short_day(languages.english(), day), "Thu, Apr 23rd");
    EXPECT_EQ(short_day(languages.english(), std::chrono::year(2026) / 8 / 1), "Sat, Aug 1st");
}

TEST(ShortDay, IsWrittenAsOtherLanguagesWriteADay) {
    const language::Languages languages;
    const auto* welsh = languages.find("cy");
    ASSERT_NE(welsh, nullptr);
    EXPECT_EQ(short_day(*welsh, std::chrono::year(2009) / 4 / 23), "23 Ebrill 2009");
}

class LatestBand : public testing::EventsTest {
protected:
    std::string band() {
        design::View view;
        view.words = &languages.english();
        return std::string(latest_band(*database->read(), view, clock.now()).markup());
    }
};

TEST_P(LatestBand, SaysNothingWhereThereAreNoEvents) {
    EXPECT_THAT(band(), IsEmpty());
}

TEST_P(LatestBand, ShowsTheNextThreeInOrder) {
    for (int day = 5; day >= 1; --day)
        add({.title = "Day " + std::to_string(day), .starts_at = clock.now() + hours(24 * day)});
    const std::string page = band();
    EXPECT_THAT(page, HasSubstr("Latest Safer Care Events"));
    EXPECT_LT(page.find("Day 1"), page.find("Day 2"));
    EXPECT_LT(page.find("Day 2"), page.find("Day 3"));
    EXPECT_THAT(page, HasSubstr("Fri, Apr 24th"));
    EXPECT_THAT(page, Not(HasSubstr("Day 4")));
    EXPECT_THAT(page, Not(HasSubstr("Before that")));
}

TEST_P(LatestBand, FillsUpWithTheLatestPastOnesAndSaysSo) {
    add({.title = "Coming", .starts_at = clock.now() + hours(24)});
    for (int day = 1; day <= 3; ++day)
        add({.title = "Past " + std::to_string(day), .starts_at = clock.now() - hours(24 * day)});
    const std::string page = band();
    EXPECT_LT(page.find("Coming"), page.find("Before that"));
    EXPECT_LT(page.find("Before that"), page.find("Past 1"));
    EXPECT_THAT(page, HasSubstr("Past 2"));
    EXPECT_THAT(page, Not(HasSubstr("Past 3")));
}

TEST_P(LatestBand, LeavesOutDraftsAndWhatIsNotPublic) {
    add({.title = "Draft", .starts_at = clock.now() + hours(24), .status = Status::draft});
    add({.title = "Closed", .starts_at = clock.now() + hours(24), .is_public = false});
    EXPECT_THAT(band(), IsEmpty());
}

TEST_P(LatestBand, SaysWhatIsCancelled) {
    add({.title = "Masterclass",
         .starts_at = clock.now() + hours(24),
         .status = Status::cancelled});
    EXPECT_THAT(band(), HasSubstr("(cancelled)"));
}

PRIMUM_ON_EACH_ENGINE(LatestBand);

}  // namespace
}  // namespace primum::events
