#include "campaigns/membership.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "campaigns/testing.h"

namespace primum::campaigns {
namespace {

using std::chrono::days;
using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

class Memberships : public CampaignTest {};
INSTANTIATE_TEST_SUITE_P(Engines, Memberships, store::testing::engines(),
                         store::testing::engine_name);

TEST_P(Memberships, BeginAsADraftThatIsNoMembership) {
    prepare(tree_.trust);
    EXPECT_EQ(membership(tree_.trust).state, State::draft);
    EXPECT_FALSE(member_on(tree_.trust, kToday));
    EXPECT_EQ(count_members(*store_->read(), campaign_.id, kToday), 0U);
}

TEST_P(Memberships, AreNotSignedBeforeTheRuleIsMet) {
    write([&](store::Writer& db) {
        const auto mine = begin(db, owner(tree_.trust), stamp(), campaign_.id);
        EXPECT_EQ(sign(db, owner(tree_.trust), stamp(), mine, kToday), Signed::rule_not_met);
    });
}

TEST_P(Memberships, BeginOnTheDayOnWhichTheOfficeLetsThemIn) {
    join(tree_.trust);
    EXPECT_EQ(membership(tree_.trust).state, State::joined);
    EXPECT_TRUE(member_on(tree_.trust, kToday));
    EXPECT_FALSE(member_on(tree_.trust, kToday - days(1)));
    EXPECT_TRUE(member_on(tree_.trust, kToday + days(1000)));
    const auto members = members_of(*store_->read(), campaign_.id, kToday);
    ASSERT_EQ(members.size(), 1U);
    EXPECT_EQ(members[0].name, "Alderwick NHS Trust");
    EXPECT_EQ(members[0].region, "The North");
    EXPECT_EQ(members[0].since, kToday);
}

TEST_P(Memberships, ThatAreDeclinedSayWhyAndCanBeSignedAgain) {
    prepare(tree_.trust);
    write([&](store::Writer& db) {
        const auto mine = [&] { return begin(db, owner(tree_.trust), stamp(), campaign_.id); };
        EXPECT_EQ(sign(db, owner(tree_.trust), stamp(), mine(), kToday), Signed::done);
        EXPECT_TRUE(decline(db, owner(tree_.trust), stamp(), mine(), "The pledge names nobody."));
    });
    EXPECT_EQ(membership(tree_.trust).state, State::declined);
    EXPECT_EQ(membership(tree_.trust).reason, "The pledge names nobody.");
    join(tree_.trust);
    EXPECT_EQ(membership(tree_.trust).reason, "");
    EXPECT_TRUE(member_on(tree_.trust, kToday));
}

TEST_P(Memberships, PauseAndGoOnWithoutADayInBoth) {
    join(tree_.trust);
    write([&](store::Writer& db) {
        EXPECT_TRUE(
            pause(db, owner(tree_.trust), stamp(), membership(tree_.trust), kToday + days(10)));
    });
    write([&](store::Writer& db) {
        EXPECT_TRUE(
            resume(db, owner(tree_.trust), stamp(), membership(tree_.trust), kToday + days(30)));
    });
    EXPECT_TRUE(member_on(tree_.trust, kToday + days(9)));
    EXPECT_FALSE(member_on(tree_.trust, kToday + days(10)));
    EXPECT_FALSE(member_on(tree_.trust, kToday + days(29)));
    EXPECT_TRUE(member_on(tree_.trust, kToday + days(30)));
    EXPECT_EQ(members_of(*store_->read(), campaign_.id, kToday + days(30))[0].since, kToday);
}

TEST_P(Memberships, PauseOnTheirFirstDayWithoutHavingBeenMembers) {
    join(tree_.trust);
    write([&](store::Writer& db) {
        EXPECT_TRUE(pause(db, owner(tree_.trust), stamp(), membership(tree_.trust), kToday));
    });
    EXPECT_FALSE(member_on(tree_.trust, kToday));
    EXPECT_EQ(periods(tree_.trust).size(), 1U);
}

TEST_P(Memberships, EndOnTheirLastDayAndMayBeginAgainTheDayAfter) {
    join(tree_.trust, kToday - days(20));
    write([&](store::Writer& db) {
        EXPECT_TRUE(leave(db, owner(tree_.trust), stamp(), membership(tree_.trust), kToday,
                          "No time this year"));
    });
    EXPECT_EQ(membership(tree_.trust).state, State::left);
    EXPECT_TRUE(member_on(tree_.trust, kToday));
    EXPECT_FALSE(member_on(tree_.trust, kToday + days(1)));
    EXPECT_THAT(choices(tree_.trust, kToday), UnorderedElementsAre("LEAD", "DET"));
    EXPECT_THAT(choices(tree_.trust, kToday + days(1)), ElementsAre());

    join(tree_.trust, kToday);
    EXPECT_TRUE(member_on(tree_.trust, kToday + days(1)));
    ASSERT_EQ(periods(tree_.trust).size(), 2U);
    EXPECT_EQ(periods(tree_.trust)[1].from, kToday + days(1));
    EXPECT_EQ(members_of(*store_->read(), campaign_.id, kToday + days(1))[0].since,
              kToday + days(1));
}

TEST_P(Memberships, KeepTheDaysOfTheirChoices) {
    join(tree_.trust, kToday - days(50));
    write([&](store::Writer& db) {
        EXPECT_TRUE(save_choices(db, owner(tree_.trust), stamp(), membership(tree_.trust),
                                 {"LEAD", "CC"}, kToday));
    });
    EXPECT_THAT(choices(tree_.trust, kToday - days(1)), UnorderedElementsAre("LEAD", "DET"));
    EXPECT_THAT(choices(tree_.trust, kToday), UnorderedElementsAre("LEAD", "CC"));
    const auto taken = taken_of(*store_->read(), campaign_.id, kToday);
    ASSERT_EQ(taken.size(), 3U);
    EXPECT_EQ(taken[0].members, 1);
    EXPECT_EQ(taken[1].members, 0);
    EXPECT_EQ(taken[2].members, 1);
    EXPECT_EQ(members_working_on(*store_->read(), campaign_.id, "CC", kToday).size(), 1U);
    EXPECT_EQ(members_working_on(*store_->read(), campaign_.id, "DET", kToday).size(), 0U);
}

TEST_P(Memberships, AChoiceTakenBackOnItsOwnDayNeverWas) {
    join(tree_.trust, kToday - days(50));
    const auto choose = [&](const std::vector<std::string>& codes) {
        write([&](store::Writer& db) {
            EXPECT_TRUE(save_choices(db, owner(tree_.trust), stamp(), membership(tree_.trust),
                                     codes, kToday));
        });
    };
    choose({"LEAD", "DET", "CC"});
    choose({"LEAD", "DET"});
    choose({"LEAD", "DET", "CC"});
    EXPECT_EQ(
        choice_history_of(*store_->read(), everywhere().may_read(tree_.trust), campaign_.id).size(),
        3U);
}

TEST_P(Memberships, RefuseAChangeOfWhatSomebodyElseHasChanged) {
    prepare(tree_.trust);
    const auto seen = membership(tree_.trust);
    write([&](store::Writer& db) {
        EXPECT_TRUE(save_pledge(db, owner(tree_.trust), stamp(), seen, "First", true));
        EXPECT_FALSE(save_pledge(db, owner(tree_.trust), stamp(), seen, "Second", true));
    });
    EXPECT_EQ(membership(tree_.trust).pledge, "First");
}

TEST_P(Memberships, GoOnAsTheSuccessorWithTheChoicesOfBoth) {
    join(tree_.trust, kToday - days(90));
    join(tree_.other, kToday - days(60));
    write([&](store::Writer& db) {
        EXPECT_TRUE(save_choices(db, owner(tree_.trust), stamp(), membership(tree_.trust),
                                 {"LEAD", "CC"}, kToday - days(30)));
    });
    write([&](store::Writer& db) {
        merged(db, owner(tree_.trust), owner(tree_.other), stamp(), kToday);
    });
    EXPECT_TRUE(member_on(tree_.trust, kToday - days(1)));
    EXPECT_FALSE(member_on(tree_.trust, kToday));
    EXPECT_EQ(periods(tree_.trust).back().ended_because, "merged");
    EXPECT_EQ(periods(tree_.other).size(), 1U);
    EXPECT_EQ(periods(tree_.other)[0].from, kToday - days(60));
    EXPECT_THAT(choices(tree_.other, kToday), UnorderedElementsAre("LEAD", "DET", "CC"));
    EXPECT_THAT(choices(tree_.other, kToday - days(1)), UnorderedElementsAre("LEAD", "DET"));
}

TEST_P(Memberships, MakeASuccessorAMemberThatWasNone) {
    join(tree_.trust, kToday - days(90));
    write([&](store::Writer& db) {
        merged(db, owner(tree_.trust), owner(tree_.other), stamp(), kToday);
    });
    EXPECT_FALSE(member_on(tree_.other, kToday - days(1)));
    EXPECT_TRUE(member_on(tree_.other, kToday));
    EXPECT_EQ(membership(tree_.other).state, State::joined);
    EXPECT_EQ(membership(tree_.other).pledge, "We will.");
    EXPECT_THAT(choices(tree_.other, kToday), UnorderedElementsAre("LEAD", "DET"));
}

TEST_P(Memberships, AreCarriedOverForThoseThatAgreedAndOnce) {
    join(tree_.trust, kToday - days(90));
    join(tree_.other, kToday - days(90));
    write([&](store::Writer& db) {
        EXPECT_TRUE(
            save_carry_over(db, owner(tree_.trust), stamp(), membership(tree_.trust), true));
    });
    Campaign next = patient_safety_first();
    next.code = "NEXT";
    next.front = false;
    next = add(next, {"LEAD", "CC"});
    EXPECT_EQ(count_carry_over(*store_->read(), campaign_, next), 1U);
    const auto carry = [&] {
        return write([&](store::Writer& db) {
            return carry_over(db, everywhere(), stamp(), campaign_, next, kToday);
        });
    };
    EXPECT_THAT(carry(), ElementsAre(tree_.trust));
    EXPECT_THAT(carry(), ElementsAre());
    EXPECT_TRUE(is_member(*store_->read(), tree_.trust, next.id, kToday));
    EXPECT_FALSE(is_member(*store_->read(), tree_.other, next.id, kToday));
    EXPECT_THAT(choices_of(*store_->read(), everywhere().may_read(tree_.trust), next.id, kToday),
                ElementsAre("LEAD"));
    EXPECT_TRUE(member_on(tree_.trust, kToday));
}

TEST_P(Memberships, WaitForTheOfficeInTheOrderOfTheirSignatures) {
    for (const auto& [id, on] :
         {std::pair{tree_.other, kToday - days(2)}, std::pair{tree_.trust, kToday - days(1)}}) {
        prepare(id, on);
        write([&](store::Writer& db) {
            EXPECT_EQ(sign(db, owner(id), stamp(on), membership(id), on), Signed::done);
        });
    }
    const auto waiting = waiting_of(*store_->read(), campaign_.id);
    ASSERT_EQ(waiting.size(), 2U);
    EXPECT_EQ(waiting[0].organisation, "Marlow NHS Trust");
    EXPECT_EQ(waiting[0].signer, "Ann Example");
}

// 200 organisations, 8 threads: each of them signs and is let in, and every one is tried twice.
TEST_P(Memberships, OfTwoHundredAtOnceAreEachThereOnce) {
    constexpr std::size_t kMany = 200;
    constexpr std::size_t kThreads = 8;
    std::vector<OrganisationId> trusts;
    for (std::size_t i = 0; i < kMany; ++i)
        trusts.push_back(tree_.add("X" + std::to_string(i), "Trust " + std::to_string(i), "trust",
                                   tree_.region));
    std::atomic<int> joined = 0;
    const auto try_to_join = [&](OrganisationId id) {
        return store_->write([&](store::Writer& db) {
            const auto mine = [&] { return begin(db, owner(id), stamp(), campaign_.id); };
            if (!mine().in_preparation()) return false;
            return save_choices(db, owner(id), stamp(), mine(), {"LEAD", "DET"}, kToday) &&
                   save_pledge(db, owner(id), stamp(), mine(), "We will.", true) &&
                   save_staff_letter(db, owner(id), stamp(), mine(), kToday) &&
                   save_review_training(db, owner(id), stamp(), mine(), kToday) &&
                   sign(db, owner(id), stamp(), mine(), kToday) == Signed::done &&
                   approve(db, owner(id), stamp(), mine(), kToday);
        });
    };
    {
        std::vector<std::jthread> threads;
        for (std::size_t thread = 0; thread < kThreads; ++thread)
            threads.emplace_back([&, thread] {
                // Every organisation is reached by two of the threads.
                for (std::size_t i = thread / 2; i < kMany; i += kThreads / 2)
                    if (try_to_join(trusts[i])) ++joined;
            });
    }
    EXPECT_EQ(joined, kMany);
    EXPECT_EQ(count_members(*store_->read(), campaign_.id, kToday), kMany);
    for (const OrganisationId& id : trusts)
        EXPECT_EQ(periods(id).size(), 1U);
}

}  // namespace
}  // namespace primum::campaigns
