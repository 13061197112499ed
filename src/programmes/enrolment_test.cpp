#include "programmes/enrolment.h"

#include <gmock/gmock.h>

#include <atomic>
#include <set>
#include <thread>

#include "programmes/testing_programme.h"

namespace primum::programmes {
namespace {

using std::chrono::days;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Enrolments : public testing::TestWithParam<store::Engine> {
protected:
    OrganisationId trust(const std::string& code) {
        return organisations::TestTree::add_to(*store_, code, "Trust " + code, "trust",
                                               tree_.region);
    }
    State send(OrganisationId organisation, bool complete = true) {
        return store_->write(
            [&](store::Writer& db) { return lips_.send(db, organisation, complete); });
    }
    Application application(OrganisationId organisation) {
        return lips_.application(*store_->read(), organisation);
    }
    bool accept(OrganisationId organisation, Day on = kToday) {
        return store_->write([&](store::Writer& db) {
            return programmes::accept(db, stamp(), lips_.programme, lips_.cohort,
                                      lips_.application(db, organisation), on)
                .has_value();
        });
    }

    store::testing::FreshDatabase store_{GetParam()};
    organisations::TestTree tree_{*store_};
    TestProgramme lips_{*store_, tree_.country};
};
INSTANTIATE_TEST_SUITE_P(Engines, Enrolments, store::testing::engines(),
                         store::testing::engine_name);

TEST(Names, StandOneALine) {
    EXPECT_EQ(names_in(""), 0);
    EXPECT_EQ(names_in("Ann Example\n\n  Bob, bob@example.org\n"), 2);
    EXPECT_TRUE(is_complete({{"nurse", "Ann"}}, {{"nurse", 1, 2}, {"doctor", 0, 2}}));
    EXPECT_FALSE(is_complete({{"nurse", "Ann"}}, {{"nurse", 2, 2}}));
}

TEST_P(Enrolments, AreDatedFacts) {
    ASSERT_EQ(send(tree_.trust), State::sent);
    ASSERT_TRUE(accept(tree_.trust));
    const auto db = store_->read();
    EXPECT_FALSE(is_enrolled(*db, tree_.trust, lips_.programme.id, kToday - days(1)));
    EXPECT_TRUE(is_enrolled(*db, tree_.trust, lips_.programme.id, kToday));
    EXPECT_TRUE(is_enrolled(*db, tree_.trust, lips_.programme.id, kToday + days(5000)))
        << "having finished is not leaving";
    EXPECT_THAT(enrolled_of(*db, lips_.programme.id, kToday), ElementsAre(tree_.trust));
    EXPECT_THAT(enrolled_of(*db, lips_.programme.id, kToday - days(1)), IsEmpty());
    EXPECT_EQ(teams_of(*db, lips_.cohort.id, kToday).size(), 1U);
}

TEST_P(Enrolments, GiveTheNextWholeTeamThePlaceOfOneThatLeaves) {
    const auto third = trust("T3");
    const auto fourth = trust("T4");
    EXPECT_EQ(send(tree_.trust), State::sent);
    EXPECT_EQ(send(tree_.other), State::sent);
    EXPECT_EQ(send(third, false), State::waiting);
    EXPECT_EQ(send(fourth, true), State::waiting);
    EXPECT_EQ(place_in_queue(*store_->read(), application(fourth)), 1)
        << "a complete team comes before one that is not";
    EXPECT_EQ(place_in_queue(*store_->read(), application(third)), 2);
    ASSERT_TRUE(accept(tree_.trust));
    store_->write([&](store::Writer& db) {
        const auto owner = everywhere().may_write(tree_.trust);
        const auto enrolment = find_enrolment(db, owner, lips_.cohort.id, kToday).value();
        EXPECT_TRUE(leave(db, owner, stamp(), enrolment, kToday, "A merger"));
        const auto moved = fill(db, stamp(), lips_.cohort, kToday);
        ASSERT_EQ(moved.size(), 1U);
        EXPECT_EQ(moved[0].organisation, fourth);
    });
    EXPECT_EQ(application(fourth).state, State::sent);
    EXPECT_EQ(application(third).state, State::waiting);
}

TEST_P(Enrolments, KeepTheWaitingListInTheOrderOfSendingWhereTheRuleSaysSo) {
    lips_.programme.waiting_rule = WaitingRule::order;
    const auto third = trust("T3");
    const auto fourth = trust("T4");
    send(tree_.trust);
    send(tree_.other);
    send(third, false);
    send(fourth, true);
    EXPECT_EQ(place_in_queue(*store_->read(), application(third)), 1);
    EXPECT_EQ(place_in_queue(*store_->read(), application(fourth)), 2);
}

TEST_P(Enrolments, MoveATeamUpThatBecomesCompleteWhileItWaits) {
    const auto third = trust("T3");
    const auto fourth = trust("T4");
    send(tree_.trust);
    send(tree_.other);
    send(third, false);
    send(fourth, false);
    store_->write([&](store::Writer& db) {
        const auto roles = team_roles_of(db, lips_.programme.id);
        Application mine = lips_.application(db, fourth);
        mine.who = TestProgramme::everybody(roles);
        EXPECT_TRUE(save_draft(db, everywhere().may_write(fourth), stamp(), mine, roles,
                               lips_.programme.waiting_rule));
        EXPECT_FALSE(save_draft(db, everywhere().may_write(fourth), stamp(), mine, roles,
                                lips_.programme.waiting_rule))
            << "it has another rev now";
    });
    EXPECT_EQ(place_in_queue(*store_->read(), application(fourth)), 1);
}

TEST_P(Enrolments, FillPlacesUntilTheCohortBegins) {
    send(tree_.trust);
    send(tree_.other);
    const auto third = trust("T3");
    send(third);
    store_->write([&](store::Writer& db) {
        EXPECT_TRUE(withdraw(db, everywhere().may_write(tree_.trust), stamp(),
                             lips_.application(db, tree_.trust), "No time"));
        EXPECT_THAT(fill(db, stamp(), lips_.cohort, lips_.cohort.starts), IsEmpty());
        EXPECT_EQ(fill(db, stamp(), lips_.cohort, lips_.cohort.starts - days(1)).size(), 1U);
    });
}

TEST_P(Enrolments, AreNotMadeOfAnApplicationThatWaits) {
    send(tree_.trust);
    send(tree_.other);
    const auto third = trust("T3");
    send(third);
    EXPECT_FALSE(accept(third));
    EXPECT_TRUE(accept(tree_.trust));
    EXPECT_FALSE(accept(tree_.trust)) << "once only";
}

TEST_P(Enrolments, AreRefusedOutsideTheDaysOfApplying) {
    store_->write([&](store::Writer& db) {
        const auto id = lips_.draft(db, tree_.trust);
        const auto late =
            programmes::send(db, everywhere().may_write(tree_.trust), stamp(), lips_.cohort, id, {},
                             WaitingRule::order, lips_.cohort.closes + days(1));
        EXPECT_FALSE(late);
    });
    EXPECT_EQ(application(tree_.trust).state, State::draft);
}

TEST_P(Enrolments, GoOnUnderTheNameOfTheOrganisationThatATrustBecomesPartOf) {
    send(tree_.trust);
    ASSERT_TRUE(accept(tree_.trust));
    const Day on = kToday + days(10);
    store_->write([&](store::Writer& db) {
        merged(db, everywhere().may_write(tree_.trust), everywhere().may_write(tree_.other),
               stamp(), on);
    });
    const auto db = store_->read();
    EXPECT_TRUE(is_enrolled(*db, tree_.trust, lips_.programme.id, on - days(1)));
    EXPECT_FALSE(is_enrolled(*db, tree_.trust, lips_.programme.id, on));
    EXPECT_FALSE(is_enrolled(*db, tree_.other, lips_.programme.id, on - days(1)));
    EXPECT_TRUE(is_enrolled(*db, tree_.other, lips_.programme.id, on));
}

// The promise that the programme's page makes.
TEST_P(Enrolments, Give20PlacesTo20Of200TeamsThatRaceForThem) {
    constexpr int kTeams = 200;
    constexpr int kPlaces = 20;
    constexpr int kThreads = 8;
    std::vector<OrganisationId> trusts;
    for (int i = 0; i < kTeams; ++i)
        trusts.push_back(trust("Q" + std::to_string(i)));
    store_->write([&](store::Writer& db) {
        lips_.cohort.places = kPlaces;
        ASSERT_TRUE(save_cohort(db, stamp(), lips_.programme, lips_.cohort));
    });
    for (int i = 0; i < kTeams; ++i)
        store_->write([&](store::Writer& db) { lips_.draft(db, trusts[i], i % 2 == 0); });

    std::atomic<int> won = 0;
    std::atomic<int> refused = 0;
    std::vector<std::thread> racers;
    for (int thread = 0; thread < kThreads; ++thread)
        racers.emplace_back([&, thread] {
            for (int i = thread; i < kTeams; i += kThreads)
                for (int twice = 0; twice < 2; ++twice) {
                    const auto sent = store_->write([&](store::Writer& db) {
                        const auto owner = everywhere().may_write(trusts[i]);
                        return programmes::send(db, owner, stamp(), lips_.cohort,
                                                lips_.application(db, trusts[i]).id,
                                                team_roles_of(db, lips_.programme.id),
                                                lips_.programme.waiting_rule, kToday);
                    });
                    if (!sent)
                        ++refused;
                    else if (*sent == State::sent)
                        ++won;
                }
        });
    for (std::thread& racer : racers)
        racer.join();

    EXPECT_EQ(won, kPlaces);
    EXPECT_EQ(refused, kTeams) << "whoever sends twice is sent once";
    const auto db = store_->read();
    const auto places = places_of(*db, lips_.cohort);
    EXPECT_EQ(places.taken, kPlaces);
    EXPECT_EQ(places.waiting, kTeams - kPlaces);
    std::set<std::int64_t> queued;
    std::pair<int, std::int64_t> before{1, 0};
    int waiting = 0;
    for (const Application& one : applications_of(*db, lips_.cohort.id)) {
        queued.insert(one.queued);
        if (one.state != State::waiting) {
            EXPECT_LE(one.queued, kPlaces) << "the first who sent won";
            continue;
        }
        EXPECT_EQ(place_in_queue(*db, one), ++waiting);
        const bool behind = one.priority < before.first ||
                            (one.priority == before.first && one.queued > before.second);
        EXPECT_TRUE(behind);
        before = {one.priority, one.queued};
    }
    EXPECT_EQ(queued.size(), static_cast<std::size_t>(kTeams)) << "no two have the same number";
}

}  // namespace
}  // namespace primum::programmes
