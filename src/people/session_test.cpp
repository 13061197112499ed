#include "people/session.h"

#include <chrono>

#include "people/testing.h"

namespace primum::people {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class SessionTest : public testing::AccountsTest {
protected:
    std::string open(PersonId person) {
        return write([&](store::Writer& db) {
            return open_session(db, person, "pwd", visitor, clock.now());
        });
    }
    std::vector<OpenSession> open_sessions(PersonId person) {
        return sessions_of(*database->read(), person, clock.now());
    }
    PersonId ann = add("ann@example.org");
};
PRIMUM_ON_EACH_ENGINE(SessionTest);

TEST_P(SessionTest, IsNobodysWithoutTheRightCookie) {
    open(ann);
    EXPECT_FALSE(recognise(""));
    EXPECT_FALSE(recognise("guess"));
    http::Request none;
    EXPECT_FALSE(recogniser(accounts)(*database->read(), none, clock.now()));
}

TEST_P(SessionTest, EndsAfterHalfAnHourWithoutUse) {
    const std::string token = open(ann);
    wait(29min);
    EXPECT_TRUE(recognise(token));
    wait(29min);
    EXPECT_TRUE(recognise(token)) << "it was used in between, and that is only in memory";
    accounts.presence.write_down(*database);
    wait(29min);
    EXPECT_TRUE(recognise(token)) << "now the database knows";
    wait(30min);
    EXPECT_FALSE(recognise(token));
}

TEST_P(SessionTest, EndsAfterTwelveHoursWhateverItsUse) {
    const std::string token = open(ann);
    for (int i = 0; i < 35; ++i) {
        wait(20min);
        EXPECT_TRUE(recognise(token)) << i;
    }
    wait(20min);
    EXPECT_FALSE(recognise(token));
}

TEST_P(SessionTest, WritesItsLastUseOnceAMinuteAtMost) {
    const std::string token = open(ann);
    wait(59s);
    recognise(token);
    accounts.presence.write_down(*database);
    EXPECT_EQ(open_sessions(ann)[0].last_seen_at, testing::kNoon);
    wait(1s);
    recognise(token);
    accounts.presence.write_down(*database);
    EXPECT_EQ(open_sessions(ann)[0].last_seen_at, testing::kNoon + 60s);
}

TEST_P(SessionTest, IsListedWithWhatItsOwnerRecognises) {
    open(ann);
    wait(1min);
    visitor = {.browser = "Safari (iPhone)", .network = "198.51.100.1"};
    open(ann);
    const auto sessions = open_sessions(ann);
    ASSERT_THAT(sessions, SizeIs(2));
    EXPECT_EQ(sessions[0].browser, "Safari (iPhone)");
    EXPECT_EQ(sessions[0].network, "198.51.100.1");
    EXPECT_EQ(sessions[1].browser, "Firefox (Linux)");
}

TEST_P(SessionTest, IsEndedByItsOwnerOnly) {
    const PersonId bob = add("bob@example.org");
    const std::string token = open(ann);
    const std::string id = recognise(token)->id;
    write([&](store::Writer& db) { end_session(db, bob, id); });
    EXPECT_TRUE(recognise(token));
    write([&](store::Writer& db) { end_session(db, ann, id); });
    EXPECT_FALSE(recognise(token));
}

TEST_P(SessionTest, EndsWithThePasswordButTheOneThatChangedIt) {
    const std::string other = open(ann);
    const std::string mine = open(ann);
    const std::string id = recognise(mine)->id;
    write([&](store::Writer& db) { save_password(db, stamp(), ann, "a hash", id); });
    EXPECT_FALSE(recognise(other));
    EXPECT_TRUE(recognise(mine));
}

TEST_P(SessionTest, EndsWhenTheAccountIsDisabled) {
    const std::string token = open(ann);
    write([&](store::Writer& db) { save_disabled(db, stamp(), ann, true); });
    EXPECT_FALSE(recognise(token));
    EXPECT_THAT(open_sessions(ann), IsEmpty());
    write([&](store::Writer& db) { save_disabled(db, stamp(), ann, false); });
    EXPECT_FALSE(recognise(token)) << "ended is ended";
}

TEST_P(SessionTest, StaysWhereAFailedChangeWouldHaveEndedIt) {
    const std::string token = open(ann);
    EXPECT_THROW(write([&](store::Writer& db) {
                     save_disabled(db, stamp(), ann, true);
                     throw std::runtime_error("the rest of the change failed");
                 }),
                 std::runtime_error);
    EXPECT_TRUE(recognise(token));
}

TEST_P(SessionTest, BringsTheRolesHeldToday) {
    const OrganisationId trust = add_organisation();
    write([&](store::Writer& db) {
        const auto everywhere = [] { return store::Scope::system("a test").everywhere(); };
        for (const auto& [role, from, until] :
             {std::tuple("analyst", "2009-04-23", "2009-04-23"),
              std::tuple("team_member", "2009-04-01", "2009-04-22"),
              std::tuple("executive", "2009-04-24", "2010-01-01")})
            db.run(R"sql(
                INSERT INTO roles_held (organisation_id, id, person_id, role, from_day, until_day)
                VALUES ($1, $2, $3, $4, $5, $6)
            )sql",
                   trust, db.new_id<access::Held>(), ann, std::string_view(role),
                   std::string_view(from), std::string_view(until), everywhere());
    });
    const auto session = recognise(open(ann));
    ASSERT_THAT(session->person.roles, SizeIs(1));
    EXPECT_EQ(session->person.roles[0].role, access::Role::analyst);
}

TEST_P(SessionTest, IsTidiedAwayOnceItHasEnded) {
    const std::string token = open(ann);
    wait(29min);
    write([&](store::Writer& db) { tidy(db, clock.now()); });
    EXPECT_TRUE(recognise(token));
    wait(kLongestSession);
    write([&](store::Writer& db) { tidy(db, clock.now()); });
    EXPECT_FALSE(
        database->read()->one([](const store::Row&) { return true; }, "SELECT * FROM sessions"));
}

}  // namespace
}  // namespace primum::people
