#include "people/sign_in.h"

#include <chrono>
#include <future>

#include "crypto/totp.h"
#include "people/second_factor.h"
#include "people/testing.h"
#include "people/throttle.h"

namespace primum::people {
namespace {

using namespace std::chrono_literals;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

class SignInTest : public testing::AccountsTest {
protected:
    SignIn try_to(const std::string& email, const std::string& password) {
        return sign_in(accounts, visitor, email, password, stamp());
    }
    SignIn code(const std::string& token, const std::string& code) {
        return give_code(accounts, visitor, token, code, stamp());
    }
    /// Gives the secret of the app.
    std::string enrol(PersonId person) {
        write([&](store::Writer& db) { begin_enrolment(db, accounts.seal, person, clock.now()); });
        const std::string secret = find_app(*database->read(), accounts.seal, person)->secret;
        recovery = *write([&](store::Writer& db) {
            return confirm_enrolment(db, accounts.seal, stamp(), person,
                                     crypto::totp_code(secret, clock.now()), "");
        });
        wait(30s);  // the code of this step is used
        return secret;
    }
    std::vector<std::string> recovery;
};
PRIMUM_ON_EACH_ENGINE(SignInTest);

TEST_P(SignInTest, OpensASessionForTheRightPassword) {
    const PersonId ann = add("ann@example.org");
    const SignIn signed_in = try_to(" Ann@Example.org ", testing::kPassword);
    ASSERT_EQ(signed_in.outcome, Outcome::signed_in);

    const auto session = recognise(signed_in.token);
    ASSERT_TRUE(session);
    EXPECT_EQ(session->person.id, ann);
    EXPECT_EQ(session->person.name, "Ann Example");
    EXPECT_EQ(session->signed_in_at, clock.now());
    EXPECT_THAT(session->person.roles, IsEmpty());
    EXPECT_THAT(audited(), ElementsAre("people.add", "people.change_password", "people.sign_in"));
}

TEST_P(SignInTest, KeepsOnlyTheHashOfTheToken) {
    add("ann@example.org");
    const SignIn signed_in = try_to("ann@example.org", testing::kPassword);
    const auto kept = database->read()->all(
        [](const store::Row& row) { return row.get<std::string>(0); },
        "SELECT token_hash FROM sessions UNION SELECT hash FROM one_time_tokens");
    EXPECT_THAT(kept, SizeIs(2));
    EXPECT_THAT(kept, Not(Contains(signed_in.token)));
    EXPECT_THAT(kept, Not(Contains(signed_in.device)));
}

TEST_P(SignInTest, SaysTheSameOfAWrongPasswordAStrangerAndADisabledAccount) {
    const PersonId ann = add("ann@example.org");
    EXPECT_EQ(try_to("ann@example.org", "another one entirely").outcome, Outcome::wrong);
    EXPECT_EQ(try_to("bob@example.org", testing::kPassword).outcome, Outcome::wrong);
    EXPECT_EQ(try_to("", "").outcome, Outcome::wrong);
    write([&](store::Writer& db) { save_disabled(db, stamp(), ann, true); });
    EXPECT_EQ(try_to("ann@example.org", testing::kPassword).outcome, Outcome::wrong);
}

TEST_P(SignInTest, MakesTheSixthAttemptWaitWhoeverItIs) {
    add("ann@example.org");
    for (const char* email : {"ann@example.org", "nobody@example.org"}) {
        for (int i = 0; i < 5; ++i)
            EXPECT_EQ(try_to(email, "another one entirely").outcome, Outcome::wrong);
        const SignIn blocked = try_to(email, testing::kPassword);
        EXPECT_EQ(blocked.outcome, Outcome::wait);
        EXPECT_EQ(blocked.wait_until, clock.now() + 1s);
    }
    wait(1s);
    EXPECT_EQ(try_to("ann@example.org", testing::kPassword).outcome, Outcome::signed_in);
    EXPECT_EQ(try_to("ann@example.org", "wrong again").outcome, Outcome::wrong) << "counted anew";
}

TEST_P(SignInTest, LetsAKnownDeviceInWhileAStrangerGuesses) {
    add("ann@example.org");
    const std::string device = try_to("ann@example.org", testing::kPassword).device;
    for (int i = 0; i < 6; ++i)
        try_to("ann@example.org", "another one entirely");
    EXPECT_EQ(try_to("ann@example.org", testing::kPassword).outcome, Outcome::wait);
    visitor.device = device;
    const SignIn known = try_to("ann@example.org", testing::kPassword);
    EXPECT_EQ(known.outcome, Outcome::signed_in);
    EXPECT_EQ(known.device, "") << "it is known already";

    add("bob@example.org");
    for (int i = 0; i < 5; ++i)
        try_to("bob@example.org", "another one entirely");
    EXPECT_EQ(try_to("bob@example.org", testing::kPassword).outcome, Outcome::wait)
        << "Ann's device is nothing to Bob's account";
}

TEST_P(SignInTest, TakesTwentyAttemptsAMinuteFromANetwork) {
    for (int i = 0; i < 20; ++i)
        EXPECT_EQ(try_to("a" + std::to_string(i) + "@b.de", "x").outcome, Outcome::wrong);
    EXPECT_EQ(try_to("c@d.ef", "x").outcome, Outcome::wait);
    wait(60s);
    EXPECT_EQ(try_to("c@d.ef", "x").outcome, Outcome::wrong);
}

TEST_P(SignInTest, CountsAttemptsThatComeAtOnce) {
    add("ann@example.org");
    std::vector<std::future<SignIn>> attempts;
    for (int i = 0; i < 10; ++i)
        attempts.push_back(std::async(std::launch::async,
                                      [&] { return try_to("ann@example.org", "not that one"); }));
    int looked_at = 0;
    for (auto& attempt : attempts)
        if (attempt.get().outcome == Outcome::wrong) ++looked_at;
    EXPECT_EQ(looked_at, 5);
}

TEST_P(SignInTest, HashesAgainWhereHashesCostMoreNow) {
    const PersonId ann = add("ann@example.org");
    const auto before = find_password(*database->read(), ann);
    Accounts dearer(*database, languages, testing::keys(),
                    {.public_url = accounts.settings.public_url,
                     .password_cost = {.memory_kib = 2048, .passes = 1}},
                    hooks);
    EXPECT_EQ(sign_in(dearer, visitor, "ann@example.org", testing::kPassword, stamp()).outcome,
              Outcome::signed_in);
    EXPECT_NE(find_password(*database->read(), ann), before);
    EXPECT_EQ(try_to("ann@example.org", testing::kPassword).outcome, Outcome::signed_in);
}

TEST_P(SignInTest, AsksForACodeWhereThereIsAnApp) {
    const PersonId ann = add("ann@example.org");
    const std::string secret = enrol(ann);
    const SignIn half = try_to("ann@example.org", testing::kPassword);
    ASSERT_EQ(half.outcome, Outcome::asks_code);
    EXPECT_FALSE(recognise(half.token)) << "half is not in";

    EXPECT_EQ(code(half.token, "000000").outcome, Outcome::wrong);
    const SignIn whole = code(half.token, crypto::totp_code(secret, clock.now()));
    ASSERT_EQ(whole.outcome, Outcome::signed_in);
    EXPECT_EQ(recognise(whole.token)->person.id, ann);
    EXPECT_EQ(code(half.token, recovery[0]).outcome, Outcome::too_late) << "the token is used";
}

TEST_P(SignInTest, TakesEachCodeOnce) {
    const std::string secret = enrol(add("ann@example.org"));
    const std::string shown = crypto::totp_code(secret, clock.now());
    const auto once = [&] {
        return code(try_to("ann@example.org", testing::kPassword).token, shown).outcome;
    };
    EXPECT_EQ(once(), Outcome::signed_in);
    EXPECT_EQ(once(), Outcome::wrong);
    wait(30s);
    EXPECT_EQ(once(), Outcome::wrong) << "the step before is still taken, but this one is used";
}

TEST_P(SignInTest, LetsOneInOfTwoWithTheSameCodeAtOnce) {
    const std::string secret = enrol(add("ann@example.org"));
    for (int round = 0; round < 5; ++round) {
        wait(30s);
        const std::string shown = crypto::totp_code(secret, clock.now());
        const std::string first = try_to("ann@example.org", testing::kPassword).token;
        const std::string second = try_to("ann@example.org", testing::kPassword).token;
        auto other = std::async(std::launch::async, [&] { return code(first, shown).outcome; });
        const Outcome mine = code(second, shown).outcome;
        EXPECT_NE(mine, other.get());
    }
}

TEST_P(SignInTest, TakesEachRecoveryCodeOnceHoweverItIsTyped) {
    enrol(add("ann@example.org"));
    EXPECT_THAT(recovery, SizeIs(10));
    std::string typed = recovery[3];
    std::ranges::replace(typed, '-', ' ');
    std::ranges::transform(typed, typed.begin(), [](unsigned char c) { return std::tolower(c); });
    const auto once = [&] {
        return code(try_to("ann@example.org", testing::kPassword).token, typed).outcome;
    };
    EXPECT_EQ(once(), Outcome::signed_in);
    EXPECT_EQ(once(), Outcome::wrong);
}

TEST_P(SignInTest, EndsTheOfferOfACodeAfterTenMinutes) {
    const std::string secret = enrol(add("ann@example.org"));
    const std::string token = try_to("ann@example.org", testing::kPassword).token;
    wait(10min);
    EXPECT_EQ(code(token, crypto::totp_code(secret, clock.now())).outcome, Outcome::too_late);
}

TEST_P(SignInTest, SlowsDownWhoeverGuessesCodes) {
    const std::string secret = enrol(add("ann@example.org"));
    for (int i = 0; i < 5; ++i) {
        const SignIn half = try_to("ann@example.org", testing::kPassword);
        EXPECT_EQ(code(half.token, "000000").outcome, Outcome::wrong);
    }
    const SignIn half = try_to("ann@example.org", testing::kPassword);
    EXPECT_EQ(code(half.token, crypto::totp_code(secret, clock.now())).outcome, Outcome::wait)
        << "signing in again does not set the count back";
}

TEST_P(SignInTest, GivesAnotherTokenWhenItAsksAgain) {
    add("ann@example.org");
    const std::string token = try_to("ann@example.org", testing::kPassword).token;
    const auto session = recognise(token);
    wait(20min);
    EXPECT_EQ(sign_in_again(accounts, *session, visitor, "not that", "", stamp()).outcome,
              Outcome::wrong);
    const SignIn again =
        sign_in_again(accounts, *session, visitor, testing::kPassword, "", stamp());
    ASSERT_EQ(again.outcome, Outcome::signed_in);
    EXPECT_FALSE(recognise(token));
    EXPECT_EQ(recognise(again.token)->signed_in_at, clock.now());
}

TEST_P(SignInTest, AsksAgainForTheCodeAsWell) {
    const std::string secret = enrol(add("ann@example.org"));
    const SignIn half = try_to("ann@example.org", testing::kPassword);
    const auto session = recognise(code(half.token, crypto::totp_code(secret, clock.now())).token);
    ASSERT_TRUE(session);
    wait(30s);
    EXPECT_EQ(sign_in_again(accounts, *session, visitor, testing::kPassword, "", stamp()).outcome,
              Outcome::wrong);
    EXPECT_EQ(sign_in_again(accounts, *session, visitor, testing::kPassword,
                            crypto::totp_code(secret, clock.now()), stamp())
                  .outcome,
              Outcome::signed_in);
}

// By hand: 1 s times 2 to the number of failures beyond five, at most 15 minutes.
TEST(WaitAfterFailures, DoublesFromTheFifthUpToAQuarterOfAnHour) {
    EXPECT_EQ(wait_after_failures(4), 0s);
    EXPECT_EQ(wait_after_failures(5), 1s);
    EXPECT_EQ(wait_after_failures(6), 2s);
    EXPECT_EQ(wait_after_failures(14), 512s);
    EXPECT_EQ(wait_after_failures(15), 15min);
    EXPECT_EQ(wait_after_failures(1000), 15min);
}

}  // namespace
}  // namespace primum::people
