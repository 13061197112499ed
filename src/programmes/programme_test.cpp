#include "programmes/programme.h"

#include <gmock/gmock.h>

#include "programmes/numeral.h"
#include "programmes/template.h"
#include "programmes/testing_programme.h"

namespace primum::programmes {
namespace {

using std::chrono::days;
using ::testing::ElementsAre;

TEST(Numeral, CountsCohortsAsTheProgrammeDoes) {
    EXPECT_EQ(roman(1), "I");
    EXPECT_EQ(roman(3), "III");
    EXPECT_EQ(roman(4), "IV");
    EXPECT_EQ(roman(9), "IX");
    EXPECT_EQ(roman(1994), "MCMXCIV");
    EXPECT_EQ(roman(0), "0");
}

TEST(ProgrammeCode, IsMadeOfTheName) {
    EXPECT_EQ(code_of("Leading Improvement (LIPS)"), "leading-improvement-lips");
    EXPECT_EQ(code_of("🙂"), "programme");
}

// 2 March 2026 is a Monday; the modules would fall on the weekend of the 7th and 8th.
TEST(Dates, KeepWhatPeopleTravelToOffWeekends) {
    const std::vector<Part> parts = {{.position = 1, .kind = "module", .starts_after_days = 4},
                                     {.position = 2, .kind = "module", .starts_after_days = 5},
                                     {.position = 3, .kind = "module", .starts_after_days = 6}};
    const auto placed = dated(parts, kToday);
    EXPECT_EQ(iso_day(placed[0].starts), "2026-03-06");
    EXPECT_EQ(iso_day(placed[1].starts), "2026-03-09");
    EXPECT_EQ(iso_day(placed[2].starts), "2026-03-10");
}

class Programmes : public testing::TestWithParam<store::Engine> {
protected:
    store::testing::FreshDatabase store_{GetParam()};
    organisations::TestTree tree_{*store_};
    TestProgramme lips_{*store_, tree_.country};
};
INSTANTIATE_TEST_SUITE_P(Engines, Programmes, store::testing::engines(),
                         store::testing::engine_name);

TEST_P(Programmes, TakePartsTasksRolesAndChecksFromTheirTemplate) {
    const auto db = store_->read();
    const auto parts = template_of(*db, lips_.programme.id);
    ASSERT_EQ(parts.size(), 5U);
    EXPECT_EQ(parts[1].kind, "academy");
    EXPECT_EQ(parts[4].title, "Masterclass") << "the library's example belongs to one cohort";
    EXPECT_EQ(template_tasks_of(*db, lips_.programme.id).size(), 7U) << "one a part, two before";
    EXPECT_FALSE(team_roles_of(*db, lips_.programme.id).empty());
    EXPECT_FALSE(checks_of(*db, lips_.programme.id).empty());
}

// By hand: 30 March 2026, 21 days of pre-work, a week free, two days from the next Monday; three
// weeks free, two days from the next Monday.
TEST_P(Programmes, DateEveryPartAndTaskOfACohort) {
    const auto db = store_->read();
    const auto parts = parts_of(*db, lips_.cohort.id);
    std::vector<std::string> starts;
    for (const Part& part : parts)
        starts.push_back(iso_day(part.starts));
    EXPECT_THAT(starts,
                ElementsAre("2026-03-30", "2026-04-27", "2026-05-25", "2026-05-26", "2026-07-20"));
    EXPECT_EQ(iso_day(parts[1].ends), "2026-04-28");
    const auto tasks = tasks_of(*db, lips_.cohort.id);
    ASSERT_EQ(tasks.size(), 7U);
    EXPECT_EQ(iso_day(tasks.back().due), "2026-08-03") << "two weeks after the last part";
    EXPECT_EQ(find_cohort(*db, lips_.cohort.id)->ends, parts.back().ends);
}

TEST_P(Programmes, CountTheirCohorts) {
    store_->write([&](store::Writer& db) {
        const auto second = open_cohort(db, stamp(), lips_.programme,
                                        {.starts = kToday + days(200),
                                         .opens = kToday,
                                         .closes = kToday + days(100),
                                         .places = 10});
        EXPECT_EQ(cohort_name(lips_.programme, *find_cohort(db, second)), "LIPS II");
    });
}

TEST_P(Programmes, RefuseAChangeOfWhatSomebodyElseHasChanged) {
    store_->write([&](store::Writer& db) {
        EXPECT_TRUE(save_programme(db, stamp(), lips_.programme));
        EXPECT_FALSE(save_programme(db, stamp(), lips_.programme));
        EXPECT_TRUE(save_cohort(db, stamp(), lips_.programme, lips_.cohort));
        EXPECT_FALSE(save_cohort(db, stamp(), lips_.programme, lips_.cohort));
        Part part = parts_of(db, lips_.cohort.id).back();
        part.starts += days(30);
        part.ends += days(30);
        EXPECT_TRUE(save_part(db, stamp(), lips_.programme, lips_.cohort, part));
        EXPECT_FALSE(save_part(db, stamp(), lips_.programme, lips_.cohort, part));
        EXPECT_EQ(find_cohort(db, lips_.cohort.id)->ends, part.ends) << "the cohort ends with it";
    });
}

}  // namespace
}  // namespace primum::programmes
