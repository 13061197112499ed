// What a client may not do: be slow, be many, ask for too much.

#include "http/limits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <vector>

#include "http/loopback.h"

namespace primum::http {
namespace {

using namespace std::chrono_literals;

Response fine(const Request&) {
    return text(Status::ok, "fine");
}

Options with(const Limits& limits) {
    Options options;
    options.limits = limits;
    return options;
}

void wait_until(const std::function<bool()>& holds) {
    while (!holds())
        std::this_thread::sleep_for(1ms);
}

TEST(Limits, EndAHeadThatComesInDrips) {
    Limits limits;
    limits.head = 1s;
    Running running(with(limits), fine);
    Client client(running.server.port());
    std::atomic<bool> done = false;
    std::jthread drips([&] {
        client.send("GET / HTTP/1.1\r\nX: ");
        while (!done) {
            client.send("x");
            std::this_thread::sleep_for(20ms);
        }
    });
    const auto reply = client.reply();
    done = true;
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->status, 408);
    EXPECT_EQ(reply->header("connection"), "close");
}

TEST(Limits, EndABodyThatDoesNotCome) {
    Limits limits;
    limits.body = 1s;
    Running running(with(limits), fine);
    Client client(running.server.port());
    const auto reply = client.ask("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhalf");
    EXPECT_EQ(reply->status, 408);
    EXPECT_TRUE(client.ended());
}

TEST(Limits, EndAnIdleConnectionWithoutAWord) {
    Limits limits;
    limits.idle = 1s;
    Running running(with(limits), fine);
    Client silent(running.server.port());
    EXPECT_TRUE(silent.ended());
    Client asked(running.server.port());
    EXPECT_EQ(asked.ask(get("/"))->status, 200);
    EXPECT_TRUE(asked.ended());
}

TEST(Limits, EndAnAnswerThatNobodyReads) {
    const std::string large(32'000'000, 'x');  // more than the buffers of two sockets
    Limits limits;
    limits.write = 1s;
    limits.bytes_per_second = 100'000'000;
    std::promise<void> given_up;
    Running running(
        with(limits),
        [&](const Request&) {
            Response response = bare(Status::ok);
            response.headers.add("Cache-Control", "no-store");
            response.body = Shared{large, nullptr};
            return response;
        },
        {}, [&](const Answered&) { given_up.set_value(); });
    Client client(running.server.port());
    client.send(get("/"));
    given_up.get_future().wait();
    EXPECT_FALSE(client.reply()) << "The connection ended before the answer was whole.";
}

TEST(Limits, CountTheRequestsOfAConnection) {
    Limits limits;
    limits.requests_per_connection = 2;
    Running running(with(limits), fine);
    Client client(running.server.port());
    EXPECT_EQ(client.ask(get("/"))->header("connection"), "");
    EXPECT_EQ(client.ask(get("/"))->header("connection"), "close");
    EXPECT_TRUE(client.ended());
}

TEST(Limits, OfABodyDependOnWhereItGoes) {
    Options options;
    options.base_path = "/primum";
    const auto length = [](const Request& request) {
        return text(Status::ok, std::to_string(request.body.size()));
    };
    Running running(options, length, {}, {}, [](Server& server) {
        server.body_limit([](Method method, std::string_view path) -> std::size_t {
            return method == Method::post && path == "/import" ? 3'000'000 : 10;
        });
    });
    const auto post = [](std::string path, std::size_t bytes) {
        return "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(bytes) +
               "\r\n\r\n" + std::string(bytes, 'x');
    };
    Client client(running.server.port());
    EXPECT_EQ(client.ask(post("/primum/import", 3'000'000))->body, "3000000");
    EXPECT_EQ(client.ask(post("/primum/small", 10))->body, "10");
    EXPECT_EQ(client.ask(post("/primum/small", 11))->status, 413);
    Client again(running.server.port());
    EXPECT_EQ(again.ask(post("/primum/import", 3'000'001))->status, 413);
    Client chunked(running.server.port());
    EXPECT_EQ(
        chunked
            .ask("POST /primum/small HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                 "a\r\n0123456789\r\n1\r\nx\r\n0\r\n\r\n")
            ->status,
        413);
}

TEST(Limits, AnswerAFullQueueAtOnce) {
    Options options;
    options.workers = 1;
    options.limits.waiting = 1;
    std::promise<void> open;
    const auto gate = open.get_future().share();
    Running running(options, [gate](const Request& request) {
        if (request.path == "/slow") gate.wait();
        return text(Status::ok, "done");
    });
    Client first(running.server.port());
    first.send(get("/slow"));
    wait_until([&] { return running.server.load().working == 1; });
    Client second(running.server.port());
    second.send(get("/slow"));
    wait_until([&] { return running.server.load().waiting == 1; });

    Client third(running.server.port());
    const auto refused = third.ask(get("/"));
    EXPECT_EQ(refused->status, 503);
    EXPECT_EQ(refused->header("retry-after"), "2");
    open.set_value();
    EXPECT_EQ(first.reply()->body, "done");
    EXPECT_EQ(second.reply()->body, "done");
    EXPECT_EQ(third.ask(get("/"))->body, "done") << "The connection went on, and so does the rest.";
}

TEST(Limits, HoldForTheConnectionsOfOneAddress) {
    Limits limits;
    limits.connections_per_address = 2;
    Running running(with(limits), fine);
    const std::uint16_t port = running.server.port();
    Client first(port);
    EXPECT_EQ(first.ask(get("/"))->status, 200);
    {
        Client second(port);
        EXPECT_EQ(second.ask(get("/"))->status, 200);
        Client third(port);
        const auto refused = third.reply();
        ASSERT_TRUE(refused);
        EXPECT_EQ(refused->status, 503);
        EXPECT_EQ(refused->header("retry-after"), "5");
        EXPECT_TRUE(third.ended());
    }
    wait_until([&] { return running.server.load().connections == 1; });
    Client fourth(port);
    EXPECT_EQ(fourth.ask(get("/"))->status, 200) << "There is room again.";
}

TEST(Limits, DoNotCountTheConnectionsOfATrustedProxy) {
    Options options;
    options.limits.connections_per_address = 1;
    options.trusted_proxies = {"127.0.0.0/8"};
    Running running(options, fine);
    Client first(running.server.port());
    EXPECT_EQ(first.ask(get("/"))->status, 200);
    Client second(running.server.port());
    EXPECT_EQ(second.ask(get("/"))->status, 200);
}

TEST(Limits, HoldForAllConnectionsTogether) {
    Options options;
    options.limits.connections = 1;
    options.trusted_proxies = {"127.0.0.1"};
    Running running(options, fine);
    Client first(running.server.port());
    EXPECT_EQ(first.ask(get("/"))->status, 200);
    Client second(running.server.port());
    EXPECT_EQ(second.reply()->status, 503);
}

// As slowloris does it: many heads that never end.
TEST(Limits, KeepSlowClientsFromTheOthers) {
    Limits limits;
    limits.connections_per_address = 2000;
    limits.head = 2s;
    Running running(with(limits), fine);
    std::vector<std::unique_ptr<Client>> slow;
    for (int i = 0; i < 500; ++i) {
        slow.push_back(std::make_unique<Client>(running.server.port()));
        slow.back()->send("GET / HTTP/1.1\r\nHost: a\r\nX-a: b\r\n");
    }
    Client quick(running.server.port());
    for (int i = 0; i < 200; ++i)
        EXPECT_EQ(quick.ask(get("/"))->status, 200);
    for (auto& client : slow)
        EXPECT_EQ(client->reply()->status, 408);
}

}  // namespace
}  // namespace primum::http
