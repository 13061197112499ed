#include "people/joining.h"

#include <chrono>
#include <future>

#include "crypto/totp.h"
#include "people/recovery.h"
#include "people/second_factor.h"
#include "people/sign_in.h"
#include "people/testing.h"

namespace primum::people {
namespace {

using namespace std::chrono_literals;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;

/// The token in a link or in a letter.
std::string token_in(const std::string& text) {
    return text.substr(text.find("?t=") + 3, 43);
}

class JoiningTest : public testing::AccountsTest {
protected:
    const language::Language& english() { return languages.english(); }

    /// What would be sent now.
    std::vector<mail::Message> letters() {
        std::vector<mail::Message> sent;
        accounts.outbox.deliver_due(
            *database,
            [&](const mail::Message& message) {
                sent.push_back(message);
                return mail::Sent{mail::Delivery::accepted, {}};
            },
            clock);
        return sent;
    }
    void enrol(PersonId person) {
        write([&](store::Writer& db) { begin_enrolment(db, accounts.seal, person, clock.now()); });
        write([&](store::Writer& db) {
            const std::string secret = find_app(db, accounts.seal, person)->secret;
            confirm_enrolment(db, accounts.seal, stamp(), person,
                              crypto::totp_code(secret, clock.now()), "");
        });
    }
    std::string invite_bob() {
        write([&](store::Writer& db) {
            invite(accounts, db, english(), {"Bob@example.org", "Ann Example", "A trust"}, trust,
                   "invitation 1", clock.now());
        });
        return token_in(letters().at(0).text);
    }
    Joined accept(const std::string& token) {
        return write([&](store::Writer& db) {
            return accept_invitation(accounts, db, token,
                                     {.name = "Bob Example", .password_hash = hash}, stamp());
        });
    }
    std::string ask(const std::string& email) {
        write([&](store::Writer& db) { ask_for_reset(accounts, db, english(), email, stamp()); });
        const auto sent = letters();
        return sent.empty() ? "" : token_in(sent.at(0).text);
    }
    bool reset(const std::string& token) {
        return write([&](store::Writer& db) {
            return reset_password(accounts, db, english(), token, hash, stamp());
        });
    }

    const OrganisationId trust = add_organisation();
    const std::string new_password = "another four random words";
    const std::string hash = accounts.hash_password(new_password);
};
PRIMUM_ON_EACH_ENGINE(JoiningTest);

TEST_P(JoiningTest, BeginsWithALinkThatWorksOnce) {
    const auto link = setup_link(accounts);
    ASSERT_TRUE(link);
    EXPECT_THAT(*link, StartsWith("http://127.0.0.1:8080/setup?t="));
    const std::string token = token_in(*link);
    const Joining ann{.email = "ann@example.org",
                      .name = "Ann Example",
                      .organisation = "Safer Care",
                      .password_hash = hash};
    const auto once = [&] {
        return write([&](store::Writer& db) { return set_up(accounts, db, token, ann, stamp()); });
    };
    EXPECT_EQ(once(), Joined::done);
    EXPECT_EQ(once(), Joined::link_is_used);
    ASSERT_THAT(administrators, SizeIs(1));
    EXPECT_EQ(administrators[0].second, "Safer Care");
    EXPECT_EQ(sign_in(accounts, visitor, "ann@example.org", new_password, stamp()).outcome,
              Outcome::signed_in);
    EXPECT_FALSE(setup_link(accounts)) << "somebody has an account";
}

TEST_P(JoiningTest, ForgetsTheLinkThatAnEarlierStartPrinted) {
    const std::string first = token_in(*setup_link(accounts));
    const std::string second = token_in(*setup_link(accounts));
    EXPECT_FALSE(find_setup(*database->read(), first, clock.now()));
    EXPECT_TRUE(find_setup(*database->read(), second, clock.now() + std::chrono::years(1)));
    add("ann@example.org");
    EXPECT_FALSE(find_setup(*database->read(), second, clock.now()));
}

TEST_P(JoiningTest, GivesTheOperatorALinkForAnAdministrator) {
    EXPECT_FALSE(administrator_link(accounts, "ann"));
    add("ann@example.org");
    const auto link = administrator_link(accounts, "Bob@example.org");
    ASSERT_TRUE(link);
    const Joining bob{.email = "mallory@example.org", .name = "Bob", .password_hash = hash};
    write([&](store::Writer& db) { set_up(accounts, db, token_in(*link), bob, stamp()); });
    EXPECT_TRUE(find_person_by_email(*database->read(), "bob@example.org"))
        << "for the address that the operator named, whatever the form says";
    EXPECT_THAT(administrators, SizeIs(1));
}

TEST_P(JoiningTest, GivesTheOperatorALinkForAPersonWhoIsLockedOut) {
    const PersonId ann = add("ann@example.org");
    const auto link = administrator_link(accounts, "ann@example.org");
    EXPECT_THAT(*link, HasSubstr("/password-reset/new?t="));
    EXPECT_TRUE(reset(token_in(*link)));
    EXPECT_EQ(administrators.at(0).first, ann);
}

TEST_P(JoiningTest, AsksForTheCodeAfterAResetAsBefore) {
    enrol(add("ann@example.org"));
    EXPECT_TRUE(reset(ask("ann@example.org")));
    EXPECT_EQ(sign_in(accounts, visitor, "ann@example.org", new_password, stamp()).outcome,
              Outcome::asks_code);
}

TEST_P(JoiningTest, LetsTheOperatorRemoveALostApp) {
    const PersonId ann = add("ann@example.org");
    EXPECT_FALSE(remove_app_of(accounts, "nobody@example.org"));
    EXPECT_FALSE(remove_app_of(accounts, "ann@example.org")) << "there is none";
    enrol(ann);
    EXPECT_TRUE(remove_app_of(accounts, "Ann@example.org"));
    EXPECT_EQ(sign_in(accounts, visitor, "ann@example.org", testing::kPassword, stamp()).outcome,
              Outcome::signed_in);
    EXPECT_THAT(letters().at(0).text, HasSubstr("no longer asks for a code"));
}

TEST_P(JoiningTest, InvitesByALetterWithALink) {
    write([&](store::Writer& db) {
        invite(accounts, db, english(), {"bob@example.org", "Ann <b>Example</b>", "A trust"}, trust,
               "1", clock.now());
    });
    const auto sent = letters();
    ASSERT_THAT(sent, SizeIs(1));
    EXPECT_EQ(sent[0].to, "bob@example.org");
    EXPECT_EQ(sent[0].subject, "Ann <b>Example</b> invites you to Primum");
    EXPECT_THAT(sent[0].text, HasSubstr("http://127.0.0.1:8080/invitation?t="));
    EXPECT_THAT(sent[0].html, HasSubstr("Ann &lt;b&gt;Example"));
}

TEST_P(JoiningTest, MakesAnAccountOfAnAcceptedInvitationOnce) {
    const std::string token = invite_bob();
    EXPECT_EQ(accept(token), Joined::done);
    EXPECT_THAT(accepted, ElementsAre("invitation 1"));
    EXPECT_EQ(accept(token), Joined::link_is_used);
    EXPECT_EQ(sign_in(accounts, visitor, "bob@example.org", new_password, stamp()).outcome,
              Outcome::signed_in);
    EXPECT_THAT(audited(), Contains("people.accept_invitation"));
}

TEST_P(JoiningTest, LetsSomebodyWithAnAccountAcceptToo) {
    const PersonId bob = add("bob@example.org");
    const PersonId eve = add("eve@example.org");
    const std::string token = invite_bob();
    EXPECT_EQ(accept(token), Joined::email_is_taken);
    const auto as = [&](PersonId id) {
        const Person person = *find_person(*database->read(), id);
        return write([&](store::Writer& db) {
            return accept_invitation(accounts, db, token, person, stamp());
        });
    };
    EXPECT_EQ(as(eve), Joined::link_is_used) << "it is not hers";
    EXPECT_EQ(as(bob), Joined::done);
    EXPECT_THAT(accepted, ElementsAre("invitation 1"));
}

TEST_P(JoiningTest, EndsAnInvitationAfterAWeekOrWhenItIsWithdrawn) {
    const std::string late = invite_bob();
    wait(std::chrono::days(7));
    EXPECT_EQ(accept(late), Joined::link_is_used);
    const std::string withdrawn = invite_bob();
    write([&](store::Writer& db) { withdraw_invitation(db, "invitation 1"); });
    EXPECT_EQ(accept(withdrawn), Joined::link_is_used);
    EXPECT_THAT(accepted, IsEmpty());
}

TEST_P(JoiningTest, SendsAResetLinkToAccountsWithAPasswordOnly) {
    add("ann@example.org");
    const PersonId carol = add("carol@example.org");
    write([&](store::Writer& db) {
        add_person(db, stamp(), {.email = "elsewhere@example.org", .name = "Signs in elsewhere"});
        save_disabled(db, stamp(), carol, true);
    });
    EXPECT_NE(ask(" ANN@example.org"), "");
    for (const char* none : {"nobody@example.org", "elsewhere@example.org", "carol@example.org"})
        EXPECT_EQ(ask(none), "") << none;
}

TEST_P(JoiningTest, ResetsAPasswordOnceAndEndsEverySession) {
    add("ann@example.org");
    const std::string session =
        sign_in(accounts, visitor, "ann@example.org", testing::kPassword, stamp()).token;
    const std::string token = ask("ann@example.org");
    EXPECT_TRUE(reset(token));
    EXPECT_FALSE(reset(token));
    EXPECT_FALSE(recognise(session));
    EXPECT_EQ(sign_in(accounts, visitor, "ann@example.org", testing::kPassword, stamp()).outcome,
              Outcome::wrong);
    EXPECT_EQ(sign_in(accounts, visitor, "ann@example.org", new_password, stamp()).outcome,
              Outcome::signed_in);
    EXPECT_THAT(letters().at(0).text, HasSubstr("has been changed"));
}

TEST_P(JoiningTest, LetsOneInOfTwoWithTheSameResetLinkAtOnce) {
    add("ann@example.org");
    const std::string token = ask("ann@example.org");
    auto other = std::async(std::launch::async, [&] { return reset(token); });
    const bool me = reset(token);
    EXPECT_NE(me, other.get());
}

TEST_P(JoiningTest, EndsAResetLinkAfterHalfAnHourOrWhenThereIsANewerOne) {
    add("ann@example.org");
    const std::string first = ask("ann@example.org");
    const std::string second = ask("ann@example.org");
    EXPECT_FALSE(reset(first));
    wait(30min);
    EXPECT_FALSE(reset(second));
}

TEST_P(JoiningTest, WritesToNobodyWithoutEnd) {
    add("ann@example.org");
    int sent = 0;
    for (int i = 0; i < 20; ++i)
        if (!ask("ann@example.org").empty()) ++sent;
    EXPECT_EQ(sent, 5);
}

}  // namespace
}  // namespace primum::people
