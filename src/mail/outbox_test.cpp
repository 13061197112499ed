#include "mail/outbox.h"

#include <gmock/gmock.h>

#include <chrono>
#include <future>
#include <thread>

#include "mail/postman.h"
#include "mail/sink_test.h"
#include "store/testing.h"

namespace primum::mail {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

const crypto::Keys& keys() {
    static const crypto::Keys keys(std::string(32, 'k'));
    return keys;
}

class OutboxTest : public testing::TestWithParam<store::Engine> {
protected:
    Letter letter(std::string to = "ann@example.org") const {
        return {std::move(to), "A link for you", "https://primum.example/?t=secret",
                "<p>secret</p>", clock.now() + 1h};
    }
    void queue(const Letter& letter) {
        db->write([&](store::Writer& writer) { outbox.queue(writer, letter); });
    }
    std::size_t deliver(const Outbox::Deliver& deliver) {
        return outbox.deliver_due(*db, deliver, clock);
    }
    OutboxState state() { return Outbox::state(*db->read()); }
    std::vector<std::string> bodies() {
        return db->read()->all([](const store::Row& row) { return row.get<std::string>(0); },
                               "SELECT body FROM mail_outbox ORDER BY id");
    }

    store::testing::StillClock clock{Instant(1240475400s)};
    store::testing::FreshDatabase db{GetParam(), {.clock = &clock}};
    Outbox outbox{keys()};
};
INSTANTIATE_TEST_SUITE_P(Engines, OutboxTest, store::testing::engines(),
                         store::testing::engine_name);

Sent accept(const Message&) {
    return {Delivery::accepted, {}};
}
Sent put_off(const Message&) {
    return {Delivery::later, "not now"};
}

TEST_P(OutboxTest, SendsALetterOnceAndForgetsWhatItSaid) {
    queue(letter());
    EXPECT_EQ(state().waiting, 1);
    std::vector<Message> sent;
    const auto keep = [&](const Message& message) {
        sent.push_back(message);
        return accept(message);
    };
    EXPECT_EQ(deliver(keep), 1u);
    EXPECT_EQ(deliver(keep), 0u);
    ASSERT_EQ(sent.size(), 1u);
    EXPECT_EQ(sent[0].to, "ann@example.org");
    EXPECT_EQ(sent[0].text, "https://primum.example/?t=secret");
    EXPECT_EQ(sent[0].html, "<p>secret</p>");
    EXPECT_EQ(sent[0].written_at, clock.now());
    EXPECT_EQ(bodies(), std::vector<std::string>{""});
    EXPECT_EQ(state().waiting, 0);
}

TEST_P(OutboxTest, KeepsWhatLettersSayFromWhoeverReadsTheDatabase) {
    queue(letter());
    EXPECT_THAT(bodies()[0], Not(HasSubstr("secret")));
}

TEST_P(OutboxTest, HasNoLetterWhereTheChangeFailed) {
    EXPECT_THROW(db->write([&](store::Writer& writer) {
        outbox.queue(writer, letter());
        throw std::runtime_error("the change failed");
    }),
                 std::runtime_error);
    EXPECT_EQ(state().waiting, 0);
}

TEST_P(OutboxTest, TriesAgainAfterOneMinuteThenTwoAndAfterARestart) {
    queue(letter());
    EXPECT_EQ(deliver(put_off), 0u);
    EXPECT_EQ(deliver(accept), 0u) << "not due yet";
    clock.move_to(clock.now() + 60s);
    EXPECT_EQ(deliver(put_off), 0u);
    clock.move_to(clock.now() + 119s);
    EXPECT_EQ(deliver(accept), 0u);
    clock.move_to(clock.now() + 1s);
    db.reopen();
    EXPECT_EQ(deliver(accept), 1u);
}

TEST_P(OutboxTest, GivesUpWhatIsRefusedOrOutOfDate) {
    queue(letter());
    deliver([](const Message&) { return Sent{Delivery::refused, "550"}; });
    EXPECT_EQ(state().given_up, 1);

    queue(letter());
    clock.move_to(clock.now() + 2h);
    EXPECT_EQ(deliver(accept), 0u);
    EXPECT_EQ(state().given_up, 2);
    EXPECT_EQ(state().waiting, 0);
    EXPECT_EQ(bodies(), (std::vector<std::string>{"", ""}));
}

TEST_P(OutboxTest, IsEmptiedByOneOfSeveralAtOnce) {
    for (int i = 0; i < 10; ++i)
        queue(letter());
    std::atomic<int> sent = 0;
    const auto count = [&](const Message&) {
        ++sent;
        return Sent{Delivery::accepted, {}};
    };
    auto other = std::async(std::launch::async, [&] { return deliver(count); });
    const std::size_t mine = deliver(count);
    EXPECT_EQ(mine + other.get(), 10u);
    EXPECT_EQ(sent, 10);
}

TEST_P(OutboxTest, RefusesWhatIsNoAddress) {
    EXPECT_THROW(queue(letter("ann")), std::invalid_argument);
}

// The whole way, with the machine's clock: from the change to a real server.
TEST_P(OutboxTest, IsSentByThePostman) {
    store::testing::FreshDatabase now(GetParam());
    Sink sink;
    Postman postman(*now, outbox, sink.server(), [](const std::string& why) { FAIL() << why; });
    now->write([&](store::Writer& writer) {
        Letter one = letter();
        one.useless_after = writer.now() + 1h;
        outbox.queue(writer, one);
    });
    postman.look();
    EXPECT_EQ(sink.next()["subject"], "A link for you");
}

TEST(WaitAfter, DoublesUpToAnHour) {
    EXPECT_EQ(wait_after(1), 60s);
    EXPECT_EQ(wait_after(2), 120s);
    EXPECT_EQ(wait_after(6), 1920s);
    EXPECT_EQ(wait_after(7), 3600s);
    EXPECT_EQ(wait_after(1000), 3600s);
}

}  // namespace
}  // namespace primum::mail
