#include "campaigns/pledge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "campaigns/certificate.h"
#include "people/testing.h"

namespace primum::campaigns {
namespace {

using std::chrono::days;
using ::testing::ElementsAre;

class Pledges : public people::testing::AccountsTest {
protected:
    void SetUp() override {
        const auto owner = add_organisation();
        write([&](store::Writer& db) {
            Campaign campaign;
            campaign.code = "PSF";
            campaign.name = "Patient Safety First";
            campaign.starts = today();
            campaign.status = Status::open;
            campaign_ = add_campaign(db, store::Scope::system("a test").may_write(owner), stamp(),
                                     campaign);
        });
    }

    Day today() const { return std::chrono::floor<days>(clock.now()); }

    PersonalPledge pledge() const {
        PersonalPledge made;
        made.campaign = campaign_;
        made.name = "Ann Example";
        made.email = "ann@example.org";
        made.pledge = "I will ask";
        made.act = "Ask every day";
        made.act_on = today() + days(30);
        made.is_public = true;
        made.made_at = clock.now();
        return made;
    }

    MadePledge make(const PersonalPledge& what) {
        return write([&](store::Writer& db) { return make_pledge(db, stamp(), what); });
    }

    PersonalPledge get(const MadePledge& made) {
        return find_pledge(*database->read(), made.id).value();
    }

    std::size_t ask() { return ask_what_became_of_pledges(accounts, *database, clock.now()); }

    std::int64_t letters() { return mail::Outbox::state(*database->read()).waiting; }

    MadePledge confirmed() {
        const auto made = make(pledge());
        write([&](store::Writer& db) { EXPECT_TRUE(confirm(db, stamp(), get(made))); });
        return made;
    }

    CampaignId campaign_;
};
INSTANTIATE_TEST_SUITE_P(Engines, Pledges, store::testing::engines(), store::testing::engine_name);

TEST_P(Pledges, CountOnceTheyAreConfirmed) {
    const auto made = make(pledge());
    EXPECT_EQ(count_pledges(*database->read(), campaign_, today()).confirmed, 0);
    EXPECT_THAT(public_pledges_of(*database->read(), campaign_, 0, 10), ElementsAre());
    write([&](store::Writer& db) {
        EXPECT_TRUE(confirm(db, stamp(), get(made)));
        EXPECT_FALSE(confirm(db, stamp(), get(made)));
    });
    EXPECT_EQ(count_pledges(*database->read(), campaign_, today()).confirmed, 1);
    const auto shown = public_pledges_of(*database->read(), campaign_, 0, 10);
    ASSERT_EQ(shown.size(), 1U);
    EXPECT_EQ(shown[0].email, "");  // never leaves by this door
}

TEST_P(Pledges, AreFoundByTheirKeyAndByNothingElse) {
    const auto made = make(pledge());
    EXPECT_EQ(find_pledge(*database->read(), made.key)->id, made.id);
    EXPECT_FALSE(find_pledge(*database->read(), "").has_value());
    EXPECT_FALSE(find_pledge(*database->read(), "another").has_value());
}

TEST_P(Pledges, AreAskedAboutOnceOnTheirDayHoweverOftenTheKeeperLooks) {
    confirmed();
    EXPECT_EQ(ask(), 0U);
    wait(days(30));
    EXPECT_EQ(ask(), 1U);
    EXPECT_EQ(letters(), 1);
    database.reopen();
    EXPECT_EQ(ask(), 0U);
    wait(days(30));
    EXPECT_EQ(ask(), 0U);
    EXPECT_EQ(letters(), 1);
}

TEST_P(Pledges, ThatArePutOffAreAskedAboutAgainAndTheFirstLinkStillWorks) {
    const auto made = confirmed();
    wait(days(30));
    EXPECT_EQ(ask(), 1U);
    write([&](store::Writer& db) {
        EXPECT_TRUE(put_off(db, stamp(), get(made), today() + days(10)));
    });
    EXPECT_EQ(ask(), 0U);
    wait(days(10));
    EXPECT_EQ(ask(), 1U);
    EXPECT_EQ(find_pledge(*database->read(), made.key)->id, made.id);
}

TEST_P(Pledges, ThatAreDoneOrGivenUpAreNotAskedAbout) {
    const auto done = confirmed();
    const auto given_up = confirmed();
    write([&](store::Writer& db) {
        EXPECT_TRUE(say_done(db, stamp(), get(done), today(), "It works"));
        EXPECT_TRUE(give_up(db, stamp(), get(given_up), "I moved"));
    });
    wait(days(40));
    EXPECT_EQ(ask(), 0U);
    EXPECT_EQ(count_pledges(*database->read(), campaign_, today()).done, 1);
}

TEST_P(Pledges, ThatAreWithdrawnLeaveNoWordsBehind) {
    const auto made = confirmed();
    write([&](store::Writer& db) { EXPECT_TRUE(withdraw(db, stamp(), get(made))); });
    EXPECT_FALSE(find_pledge(*database->read(), made.key).has_value());
    EXPECT_EQ(count_pledges(*database->read(), campaign_, today()).confirmed, 0);
    const auto words = database->read()->one(
        [](const store::Row& row) {
            return row.get<std::string>(0) + row.get<std::string>(1) + row.get<std::string>(2) +
                   row.get<std::string>(3);
        },
        "SELECT name, email, pledge, act FROM personal_pledges");
    EXPECT_EQ(words, "");
    wait(days(40));
    EXPECT_EQ(ask(), 0U);
}

TEST_P(Pledges, ThatNobodyConfirmsAreThrownAwayAfterAWeek) {
    const auto made = make(pledge());
    wait(days(6));
    ask();
    EXPECT_TRUE(find_pledge(*database->read(), made.key).has_value());
    wait(days(2));
    ask();
    EXPECT_FALSE(find_pledge(*database->read(), made.key).has_value());
}

TEST(Certificates, BreakLinesBetweenWordsAndEndWhatDoesNotFit) {
    EXPECT_THAT(broken("one two three", 7, 3), ElementsAre("one two", "three"));
    EXPECT_THAT(broken("incomprehensible", 8, 3), ElementsAre("incompre", "hensible"));
    EXPECT_THAT(broken("one two three four", 7, 2), ElementsAre("one two", "three…"));
    EXPECT_THAT(broken("żółćżółć", 4, 2), ElementsAre("żółć", "żółć"));
    EXPECT_THAT(broken("", 7, 2), ElementsAre());
}

}  // namespace
}  // namespace primum::campaigns
