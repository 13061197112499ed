#include "people/keeper.h"

#include <chrono>

#include "people/testing.h"

namespace primum::people {
namespace {

class KeeperTest : public testing::AccountsTest {};
PRIMUM_ON_EACH_ENGINE(KeeperTest);

TEST_P(KeeperTest, WritesDownTheLastUseOfSessionsBeforeItEnds) {
    const PersonId ann = add("ann@example.org");
    const std::string token = write(
        [&](store::Writer& db) { return open_session(db, ann, "pwd", visitor, clock.now()); });
    wait(std::chrono::minutes(5));
    {
        const Keeper keeper(accounts, [](const std::string& why) { FAIL() << why; });
        recognise(token);
    }
    EXPECT_EQ(sessions_of(*database->read(), ann, clock.now()).at(0).last_seen_at, clock.now());
}

}  // namespace
}  // namespace primum::people
