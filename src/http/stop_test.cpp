#include <gtest/gtest.h>

#include <future>

#include "http/loopback.h"

namespace primum::http {
namespace {

using namespace std::chrono_literals;

/// A server whose "/slow" waits for a signal.
class Stopping : public testing::Test {
protected:
    std::promise<void> open;
    std::shared_future<void> gate = open.get_future().share();
    std::promise<void> begun;
    Server server{[] {
                      Options options;
                      options.port = 0;
                      return options;
                  }(),
                  [this](const Request& request) {
                      if (request.path == "/slow") {
                          begun.set_value();
                          gate.wait();
                      }
                      return text(Status::ok, "done");
                  }};
    std::future<void> run = std::async(std::launch::async, [this] { server.run(); });
};

TEST_F(Stopping, AnswersWhatIsUnderWayAndEndsTheRest) {
    Client idle(server.port());
    EXPECT_EQ(idle.ask(get("/"))->status, 200);
    Client busy(server.port());
    busy.send(get("/slow"));
    begun.get_future().wait();

    server.stop(60s);
    EXPECT_TRUE(idle.ended());
    EXPECT_FALSE(Client(server.port()).connected()) << "Nobody new is let in.";
    open.set_value();
    const auto reply = busy.reply();
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->body, "done");
    EXPECT_EQ(reply->header("connection"), "close");
    EXPECT_TRUE(busy.ended());
    run.get();
}

TEST_F(Stopping, AnswersARequestThatIsStillComing) {
    Client half(server.port());
    half.send("GET / HTTP/1.1\r\nHo");
    // The server has the first half once it answers somebody who came later.
    Client later(server.port());
    EXPECT_EQ(later.ask(get("/"))->status, 200);
    server.stop(60s);
    EXPECT_TRUE(later.ended());
    EXPECT_EQ(half.ask("st: a\r\n\r\n")->body, "done");
    EXPECT_TRUE(half.ended());
    run.get();
}

TEST_F(Stopping, EndsWhatTakesTooLong) {
    Client busy(server.port());
    busy.send(get("/slow"));
    begun.get_future().wait();
    server.stop(0s);
    EXPECT_TRUE(busy.ended());
    open.set_value();  // a handler itself cannot be interrupted
    run.get();
}

TEST_F(Stopping, ReturnsAtOnceWhereNobodyIsThere) {
    server.stop(60s);
    run.get();
}

}  // namespace
}  // namespace primum::http
