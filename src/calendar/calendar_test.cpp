#include "calendar/calendar.h"

#include <gmock/gmock.h>

namespace primum::calendar {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr Day kDay = std::chrono::year(2026) / 4 / 23;

Entry masterclass() {
    return {.uid = "event-1@primum.example",
            .sequence = 3,
            .changed_at = Day(std::chrono::year(2026) / 3 / 1) + hours(9),
            .starts_at = kDay + hours(8) + minutes(30),  // 9:30 in summer time
            .ends_at = kDay + hours(15),
            .zone = "Europe/London",
            .summary = "LIPS III – Masterclass",
            .description = "Bring one chart; and a colleague, too.\nUntil then!",
            .location = "Guildhall, Brackwater",
            .url = "https://primum.example/events/1",
            .category = "Masterclass",
            .cancelled = false};
}

TEST(CalendarText, SaysWhenAnEventIsInItsOwnZone) {
    const std::string calendar = text({.name = "Events", .entries = {masterclass()}});
    EXPECT_THAT(calendar, HasSubstr("DTSTART;TZID=Europe/London:20260423T093000\r\n"));
    EXPECT_THAT(calendar, HasSubstr("DTEND;TZID=Europe/London:20260423T160000\r\n"));
    EXPECT_THAT(calendar, HasSubstr("BEGIN:VTIMEZONE\r\n"));
    EXPECT_THAT(calendar, HasSubstr("TZID:Europe/London\r\n"));
    EXPECT_THAT(calendar, HasSubstr("SEQUENCE:3\r\n"));
    EXPECT_THAT(calendar, HasSubstr("STATUS:CONFIRMED\r\n"));
    EXPECT_THAT(calendar, HasSubstr("REFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n"));
    EXPECT_THAT(calendar, HasSubstr("X-WR-CALNAME:Events\r\n"));
    EXPECT_THAT(calendar, HasSubstr("METHOD:PUBLISH\r\n"));
}

TEST(CalendarText, EscapesWhatHasAMeaning) {
    EXPECT_THAT(text({.name = "Events", .entries = {masterclass()}}),
                HasSubstr(R"(Bring one chart\; and a colleague\, too.\nUntil then!)"));
}

TEST(CalendarText, FoldsLongLinesBetweenCharacters) {
    Entry entry = masterclass();
    entry.summary = std::string();
    for (int i = 0; i < 100; ++i)
        entry.summary += "ü–😀";
    const std::string calendar = text({.name = "Events", .entries = {entry}});
    std::size_t begin = 0;
    while (begin < calendar.size()) {
        const std::size_t end = calendar.find("\r\n", begin);
        ASSERT_NE(end, calendar.npos);
        EXPECT_LE(end - begin, 75U);
        // No line begins within a character.
        EXPECT_NE(static_cast<unsigned char>(calendar[begin]) & 0xC0, 0x80);
        if (calendar[begin] == ' ') {
            EXPECT_NE(static_cast<unsigned char>(calendar[begin + 1]) & 0xC0, 0x80);
        }
        begin = end + 2;
    }
}

TEST(CalendarText, IsTheSameForTheSameEvents) {
    const Calendar calendar{.name = "Events", .entries = {masterclass(), masterclass()}};
    EXPECT_EQ(text(calendar), text(calendar));
}

TEST(CalendarText, KeepsWhatIsCancelledAsSuch) {
    Entry entry = masterclass();
    entry.cancelled = true;
    EXPECT_THAT(text({.name = "Events", .entries = {entry}}), HasSubstr("STATUS:CANCELLED\r\n"));
}

}  // namespace
}  // namespace primum::calendar
