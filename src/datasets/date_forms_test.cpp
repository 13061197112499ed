#include "datasets/date_forms.h"

#include <gtest/gtest.h>

namespace primum::datasets {
namespace {

/// The first form that reads the text, and what it says in ISO 8601.
std::string read(std::string_view text) {
    DateReader reader;
    for (Form form = 0; form < form_count(); ++form)
        if (const auto key = reader.read(form, text)) return iso(unit_of(form), *key);
    return "";
}

TEST(DateForms, AreThoseThatPeopleUse) {
    const std::pair<const char*, const char*> cases[] = {
        {"2025-04-25", "2025-04-25"},
        {"2025-4-1", "2025-04-01"},
        {"2025-04-25 00:00:00", "2025-04-25"},
        {"2025-04-25T00:00:00Z", "2025-04-25"},
        {"25/04/2025", "2025-04-25"},
        {"25/04/2025 00:00", "2025-04-25"},
        {"1/4/25", "2025-04-01"},
        {"04/25/2025", "2025-04-25"},
        {"25-04-2025", "2025-04-25"},
        {"25.04.2025", "2025-04-25"},
        {"25 April 2025", "2025-04-25"},
        {"25-Apr-2025", "2025-04-25"},
        {"01-APR-25", "2025-04-01"},
        {"Apr-25", "2025-04"},
        {"apr-25", "2025-04"},
        {"April 2025", "2025-04"},
        {"April-2025", "2025-04"},
        {"2025-04", "2025-04"},
        {"04/2025", "2025-04"},
        {"202504", "2025-04"},
        {"20250425", "2025-04-25"},
        {"2025-W17", "2025-W17"},
        {"Q2 2025", "2025-Q2"},
        {"2025 Q2", "2025-Q2"},
        {"2025-Q2", "2025-Q2"},
        {"Q1 2025/26", "2025-Q2"},
        {"17", "17"},
        {"2025", "2025"},
        {"-3", "-3"},
    };
    for (const auto& [text, expected] : cases)
        EXPECT_EQ(read(text), expected) << text;
}

TEST(DateForms, RefuseWhatIsNoDate) {
    for (const auto* text :
         {"", "abc", "2025-02-30", "31/04/2025", "2025-13", "Q5 2025", "Q1 2025/27",
          "2025-04-25 10:30", "1.5", "2025-W54", "0025-04-01", "2025-04-25x"})
        EXPECT_EQ(read(text), "") << text;
}

// 4 January is always in ISO week 1, so week 1 of 2025 begins on Monday 30 December 2024.
TEST(DateForms, KnowTheDaysOfIsoWeeks) {
    DateReader reader;
    Form week = 0;
    while (unit_of(week) != Unit::week)
        ++week;
    EXPECT_EQ(iso(Unit::day, *reader.read(week, "2025-W01")), "2024-12-30");
    EXPECT_EQ(iso(Unit::week, *reader.read(week, "2025-W01")), "2025-W01");
    EXPECT_EQ(label(Unit::week, *reader.read(week, "2025-W01")), "week of 30 Dec 2024");
}

TEST(DateForms, AreReadOutForPeople) {
    constexpr Key kFirstOfApril2025 = 20179;  // date -u -d 2025-04-01 +%s divided by 86400
    EXPECT_EQ(label(Unit::day, kFirstOfApril2025), "1 Apr 2025");
    EXPECT_EQ(label(Unit::month, kFirstOfApril2025), "Apr 2025");
    EXPECT_EQ(label(Unit::quarter, kFirstOfApril2025), "Q2 2025");
    EXPECT_EQ(label(Unit::financial_quarter, kFirstOfApril2025), "Q1 2025/26");
    EXPECT_EQ(label(Unit::financial_quarter, kFirstOfApril2025 - 1), "Q4 2024/25");
    EXPECT_EQ(label(Unit::number, 7), "7");
}

}  // namespace
}  // namespace primum::datasets
