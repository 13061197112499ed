#include "people/presence.h"

#include <chrono>

#include "base/rounds.h"

#include "people/testing.h"

namespace primum::people {
namespace {

class PresenceTest : public testing::AccountsTest {};
PRIMUM_ON_EACH_ENGINE(PresenceTest);

TEST_P(PresenceTest, IsWrittenDownBeforeTheProgramEnds) {
    const PersonId ann = add("ann@example.org");
    const std::string token = write(
        [&](store::Writer& db) { return open_session(db, ann, "pwd", visitor, clock.now()); });
    wait(std::chrono::minutes(5));
    {
        const Rounds rounds(
            std::chrono::hours(1), [&] { accounts.presence.write_down(accounts.store); },
            [](const std::string& why) { FAIL() << why; }, Rounds::AtEnd::once_more);
        recognise(token);
    }
    EXPECT_EQ(sessions_of(*database->read(), ann, clock.now()).at(0).last_seen_at, clock.now());
}

}  // namespace
}  // namespace primum::people
