#include "programmes/team.h"

#include <gmock/gmock.h>

#include "programmes/testing_programme.h"

namespace primum::programmes {
namespace {

using std::chrono::days;
using ::testing::SizeIs;

class Teams : public testing::TestWithParam<store::Engine> {
protected:
    Teams() {
        store_->write([&](store::Writer& db) {
            lips_.send(db, tree_.trust);
            EXPECT_TRUE(accept(db, stamp(), lips_.programme, lips_.cohort,
                               lips_.application(db, tree_.trust), kToday));
        });
    }
    store::Writable owner() { return everywhere().may_write(tree_.trust); }
    Enrolment enrolment(const store::Reader& db) {
        return find_enrolment(db, owner(), lips_.cohort.id, kToday).value();
    }
    Team team(const store::Reader& db, Day day = kToday) {
        return team_of(db, owner(), enrolment(db), day);
    }
    static Seat first(const Team& team, std::string_view role) {
        for (const RoleSeats& one : team.roles)
            if (one.role.role == role) return one.seats.at(0);
        throw std::logic_error("no such role");
    }

    store::testing::FreshDatabase store_{GetParam()};
    organisations::TestTree tree_{*store_};
    TestProgramme lips_{*store_, tree_.country};
};
INSTANTIATE_TEST_SUITE_P(Engines, Teams, store::testing::engines(), store::testing::engine_name);

TEST_P(Teams, BeginWithWhoWasNamedAndTheTasksOfTheirCohort) {
    const auto db = store_->read();
    EXPECT_TRUE(team(*db).complete());
    EXPECT_THAT(tasks_of(*db, owner(), enrolment(*db).id), SizeIs(7));
}

TEST_P(Teams, AreNotCompleteWithoutSomebodyForEveryRoleThatIsNeeded) {
    store_->write([&](store::Writer& db) {
        const Seat nurse = first(team(db), "nurse");
        EXPECT_TRUE(end_seat(db, owner(), stamp(), nurse, kToday + days(4)));
        EXPECT_TRUE(team(db, kToday + days(4)).complete()) << "the last day counts";
        EXPECT_EQ(team(db, kToday + days(5)).missing(), 1);
    });
}

TEST_P(Teams, ReplacePeopleRatherThanForgetThem) {
    store_->write([&](store::Writer& db) {
        const Day from = kToday + days(10);
        EXPECT_TRUE(replace_seat(db, owner(), stamp(), enrolment(db), first(team(db), "nurse"),
                                 {.name = "Next", .from = from}));
        EXPECT_EQ(first(team(db, from), "nurse").name, "Next");
        EXPECT_EQ(first(team(db, from - days(1)), "nurse").name, "Somebody");
        const auto former = former_seats_of(db, owner(), enrolment(db).id, from);
        ASSERT_EQ(former.size(), 1U);
        EXPECT_EQ(former[0].until, from - days(1));
    });
}

TEST_P(Teams, HaveNoMoreOfARoleThanTheProgrammeHasPlaces) {
    store_->write([&](store::Writer& db) {
        EXPECT_FALSE(take_seat(db, owner(), stamp(), enrolment(db),
                               {.role = "chief_executive", .name = "Another", .from = kToday}));
        EXPECT_TRUE(take_seat(db, owner(), stamp(), enrolment(db),
                              {.role = "clinician", .name = "A clinician", .from = kToday}));
        EXPECT_FALSE(take_seat(db, owner(), stamp(), enrolment(db),
                               {.role = "astronaut", .name = "Somebody", .from = kToday}));
    });
}

TEST_P(Teams, CountWhoWasExpectedAndCame) {
    store_->write([&](store::Writer& db) {
        const Part academy = parts_of(db, lips_.cohort.id)[1];
        std::vector<Seen> seen;
        for (const Attender& one : attenders_of(db, lips_.cohort.id, academy))
            seen.push_back({one.seat.id, one.seat.role == "chief_executive", false});
        save_attendance(db, stamp(), lips_.programme, lips_.cohort, academy, seen);
        save_attendance(db, stamp(), lips_.programme, lips_.cohort, academy, seen);
        const auto parts = parts_of(db, lips_.cohort.id);
        const auto presences = presences_of(db, owner(), enrolment(db).id);
        const auto completion = completion_of(team(db), parts, presences, academy.ends);
        // Chief executive, medical director, nursing director: the academy is for them.
        EXPECT_EQ(completion.expected, 3);
        EXPECT_EQ(completion.attended, 1);
        EXPECT_EQ(completion.prepared, 0);
    });
}

TEST_P(Teams, TickATaskOnceForEachTimeItWasSeen) {
    store_->write([&](store::Writer& db) {
        const TeamTask task = tasks_of(db, owner(), enrolment(db).id).front();
        EXPECT_FALSE(task.overdue(task.due));
        EXPECT_TRUE(task.overdue(task.due + days(1)));
        EXPECT_TRUE(tick(db, owner(), stamp(), task.id, task.rev, kToday));
        EXPECT_FALSE(tick(db, owner(), stamp(), task.id, task.rev, std::nullopt));
        EXPECT_FALSE(tasks_of(db, owner(), enrolment(db).id).front().overdue(task.due + days(1)));
    });
}

TEST_P(Teams, HearOfANewDayOfATaskThatTheyHaveNotDone) {
    store_->write([&](store::Writer& db) {
        Task task = tasks_of(db, lips_.cohort.id).back();
        task.due += days(30);
        EXPECT_TRUE(save_task(db, stamp(), lips_.programme, lips_.cohort, task));
        EXPECT_EQ(tasks_of(db, owner(), enrolment(db).id).back().due, task.due);
    });
}

}  // namespace
}  // namespace primum::programmes
