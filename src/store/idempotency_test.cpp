#include "store/idempotency.h"

#include <gmock/gmock.h>

#include <string>

#include "store/store.h"
#include "store/testing.h"

namespace primum::store {
namespace {

using namespace std::chrono_literals;
using testing::FreshDatabase;
using testing::StillClock;

class Idempotency : public ::testing::TestWithParam<Engine> {
protected:
    void save(const Repeatable& request, const Answer& answer) {
        db_->write([&](Writer& db) { save_answer(db, request, answer); });
    }
    std::optional<Earlier> find(const Repeatable& request) {
        return find_answer(*db_->read(), request);
    }

    StillClock clock_{Instant{1240475400s}};
    FreshDatabase db_{GetParam(), {.url = {}, .clock = &clock_}};
    const Repeatable request_{.actor = "me", .key = "k", .fingerprint = std::string(64, 'a')};
    const Answer answer_{.status = 303,
                         .location = "/a",
                         .content_type = "text/html",
                         .body = std::string("a\0b", 3)};
};
INSTANTIATE_TEST_SUITE_P(Engines, Idempotency, testing::engines(), testing::engine_name);

TEST_P(Idempotency, FindsTheAnswerOfTheSameRequest) {
    EXPECT_FALSE(find(request_));
    save(request_, answer_);
    const auto earlier = find(request_);
    ASSERT_TRUE(earlier);
    EXPECT_TRUE(earlier->same_request);
    EXPECT_EQ(earlier->answer.status, 303);
    EXPECT_EQ(earlier->answer.location, "/a");
    EXPECT_EQ(earlier->answer.content_type, "text/html");
    EXPECT_EQ(earlier->answer.body, answer_.body);
}

TEST_P(Idempotency, TellsAnotherRequestWithTheSameKey) {
    save(request_, answer_);
    Repeatable other = request_;
    other.fingerprint = std::string(64, 'b');
    EXPECT_FALSE(find(other)->same_request);
}

TEST_P(Idempotency, KeepsTheKeysOfTwoPeopleApart) {
    save(request_, answer_);
    Repeatable other = request_;
    other.actor = "you";
    EXPECT_FALSE(find(other));
}

TEST_P(Idempotency, LetsTheFirstAnswerStand) {
    save(request_, answer_);
    EXPECT_THROW(save(request_, {.status = 200, .location = {}, .content_type = {}, .body = {}}),
                 Violated);
    EXPECT_EQ(find(request_)->answer.status, 303);
}

TEST_P(Idempotency, ForgetsAfterSevenDays) {
    save(request_, answer_);
    clock_.move_to(clock_.now() + kAnswersKept);
    EXPECT_TRUE(find(request_));
    clock_.move_to(clock_.now() + 1us);
    EXPECT_FALSE(find(request_));
    save(request_, {.status = 201, .location = {}, .content_type = {}, .body = {}});
    EXPECT_EQ(find(request_)->answer.status, 201);
    clock_.move_to(clock_.now() + kAnswersKept + 1us);
    db_->write([](Writer& db) { forget_old_answers(db); });
    EXPECT_EQ(db_->read()->one([](const Row& row) { return row.get<int>(0); },
                               "SELECT count(*) FROM idempotency_keys"),
              0);
}

}  // namespace
}  // namespace primum::store
