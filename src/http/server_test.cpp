#include "http/server.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <mutex>
#include <stdexcept>

#include "http/loopback.h"
#include "http/response_head.h"

namespace primum::http {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Response echo(const Request& request) {
    return text(Status::ok, std::string(name(request.method)) + " " + request.path + "?" +
                                request.query + " " + request.body);
}

TEST(Server, AnswersRequestsOneAfterAnotherOnOneConnection) {
    Running running(Options(), echo);
    Client client(running.server.port());
    EXPECT_EQ(client.ask(get("/a%20b?c=d"))->body, "GET /a b?c=d ");
    const auto second =
        client.ask("POST /form HTTP/1.1\r\nHost: primum.example\r\nContent-Length: 5\r\n\r\nhello");
    EXPECT_EQ(second->body, "POST /form? hello");
    EXPECT_EQ(second->status, 200);
}

TEST(Server, AnswersPipelinedRequestsInTheirOrder) {
    Running running(Options(), echo);
    Client client(running.server.port());
    client.send(get("/1") + get("/2") +
                "PUT /3 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n" +
                get("/4"));
    EXPECT_EQ(client.reply()->body, "GET /1? ");
    EXPECT_EQ(client.reply()->body, "GET /2? ");
    EXPECT_EQ(client.reply()->body, "PUT /3? abcde");
    EXPECT_EQ(client.reply()->body, "GET /4? ");
}

TEST(Server, ReadsARequestThatComesByteByByte) {
    Running running(Options(), echo);
    Client client(running.server.port());
    const std::string chunked = "PUT /c HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    const std::string request = "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nxyz" +
                                get("/b") + chunked + "2\r\nhi\r\n0\r\n\r\n" + chunked +
                                "0\r\n\r\n";
    for (const char c : request)
        client.send(std::string(1, c));
    EXPECT_EQ(client.reply()->body, "POST /a? xyz");
    EXPECT_EQ(client.reply()->body, "GET /b? ");
    EXPECT_EQ(client.reply()->body, "PUT /c? hi");
    EXPECT_EQ(client.reply()->body, "PUT /c? ");
}

TEST(Server, AnswersHeadWithoutTheBody) {
    Running running(Options(), [](const Request&) { return text(Status::ok, "12345"); });
    Client client(running.server.port());
    client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n");
    const auto head = client.reply(true);
    EXPECT_EQ(head->header("content-length"), "5");
    EXPECT_EQ(client.ask(get("/"))->body, "12345") << "Nothing stands between the answers.";
}

TEST(Server, KeepsAnOldClientConnectedOnlyIfItAsks) {
    Running running(Options(), echo);
    Client once(running.server.port());
    EXPECT_EQ(once.ask("GET / HTTP/1.0\r\n\r\n")->header("connection"), "close");
    EXPECT_TRUE(once.ended());
    Client again(running.server.port());
    const std::string asks = "GET / HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n";
    EXPECT_EQ(again.ask(asks)->header("connection"), "keep-alive");
    EXPECT_EQ(again.ask(asks)->status, 200);
}

TEST(Server, EndsAConnectionWhenAsked) {
    Running running(Options(), echo);
    Client client(running.server.port());
    EXPECT_EQ(client.ask(get("/", "Connection: close\r\n"))->header("connection"), "close");
    EXPECT_TRUE(client.ended());
}

TEST(Server, InvitesTheBodyOfAClientThatWaits) {
    Running running(Options(), echo);
    Client client(running.server.port());
    const auto invited = client.ask(
        "PUT /x HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(invited->status, 100);
    EXPECT_EQ(client.ask("hi")->body, "PUT /x? hi");
}

TEST(Server, DoesNotInviteABodyThatIsTooLong) {
    Running running(Options(), echo);
    Client client(running.server.port());
    const auto refused = client.ask(
        "PUT /x HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(refused->status, 413);
    EXPECT_TRUE(client.ended());
}

TEST(Server, SendsALargeBodyWhole) {
    const std::string large(20'000'000, 'x');
    const Shared shared{large, nullptr};
    Running running(Options(), [&](const Request&) {
        Response response = bare(Status::ok);
        response.headers.add("Cache-Control", "no-store");
        response.body = shared;
        return response;
    });
    Client client(running.server.port());
    EXPECT_EQ(client.ask(get("/"))->body.size(), large.size());
    EXPECT_EQ(client.ask(get("/"))->body, large);
}

TEST(Server, SendsTheSecurityHeadersWithEveryAnswer) {
    Running running(Options(), [](const Request& request) -> Response {
        if (request.path == "/throws") throw std::runtime_error("a bug of ours");
        if (request.path == "/gone") return not_found();
        return text(Status::ok, "same");
    });
    Client client(running.server.port());
    std::vector<Reply> replies;
    replies.push_back(*client.ask(get("/")));
    replies.push_back(*client.ask(get("/", "If-None-Match: *\r\n")));
    replies.push_back(*client.ask(get("/gone")));
    replies.push_back(*client.ask(get("/throws")));
    replies.push_back(*client.ask("GET / HTTP/1.1\r\n\r\n"));
    std::vector<int> statuses;
    for (const Reply& reply : replies) {
        statuses.push_back(reply.status);
        EXPECT_EQ(reply.header("content-security-policy"), kContentSecurityPolicy);
        EXPECT_EQ(reply.header("x-content-type-options"), "nosniff");
        EXPECT_EQ(reply.header("referrer-policy"), "same-origin");
        EXPECT_EQ(reply.header("x-frame-options"), "DENY");
        EXPECT_EQ(reply.header("cross-origin-opener-policy"), "same-origin");
        EXPECT_EQ(reply.header("cross-origin-resource-policy"), "same-origin");
        EXPECT_EQ(reply.header("permissions-policy"),
                  "geolocation=(), camera=(), microphone=(), payment=(), usb=()");
        EXPECT_EQ(reply.header("strict-transport-security"), "") << "This is not TLS.";
        EXPECT_EQ(reply.header("server"), "");
        EXPECT_THAT(reply.header("date"), testing::EndsWith(" GMT"));
    }
    EXPECT_THAT(statuses, ElementsAre(200, 304, 404, 500, 400));
}

TEST(Server, LetsAFileBringAStricterPolicyOfItsOwn) {
    Running running(Options(), [](const Request&) {
        Response response = text(Status::ok, "a file of somebody's");
        response.headers.add("content-security-policy", "sandbox; default-src 'none'");
        return response;
    });
    Client client(running.server.port());
    const auto reply = client.ask(get("/"));
    EXPECT_EQ(reply->header("content-security-policy"), "sandbox; default-src 'none'");
    EXPECT_THAT(reply->head, testing::Not(HasSubstr(kContentSecurityPolicy)));
    EXPECT_EQ(reply->header("x-frame-options"), "DENY");
}

TEST(Server, SparesAPageThatTheBrowserHas) {
    std::string page = "first";
    Running running(Options(), [&](const Request&) { return text(Status::ok, page); });
    Client client(running.server.port());
    const std::string tag = client.ask(get("/"))->header("etag");
    // The first 128 bits of the SHA-256 of "first", by sha256sum.
    EXPECT_EQ(tag, "\"a7937b64b8caa58f03721bb6bacf5c78\"");
    const auto spared = client.ask(get("/", "If-None-Match: \"x\", W/" + tag + "\r\n"));
    EXPECT_EQ(spared->status, 304);
    EXPECT_EQ(spared->header("etag"), tag);
    EXPECT_EQ(spared->header("content-length"), "");
    page = "second";
    EXPECT_EQ(client.ask(get("/", "If-None-Match: " + tag + "\r\n"))->body, "second");
}

TEST(Server, GivesNoTagToWhatMayNotBeStored) {
    Running running(Options(), [](const Request&) {
        Response response = text(Status::ok, "mine");
        response.headers.add("Cache-Control", "no-store");
        return response;
    });
    Client client(running.server.port());
    EXPECT_EQ(client.ask(get("/", "If-None-Match: *\r\n"))->header("etag"), "");
}

TEST(Server, TurnsAnExceptionIntoAnAnswerWithANumber) {
    std::promise<std::pair<std::string, std::string>> told;
    Running running(
        Options(), [](const Request&) -> Response { throw std::runtime_error("disk on fire"); }, {},
        [&](const Answered& answered) {
            told.set_value({std::string(answered.request_id), std::string(answered.problem)});
        });
    Client client(running.server.port());
    const auto reply = client.ask(get("/"));
    EXPECT_EQ(reply->status, 500);
    const auto [id, problem] = told.get_future().get();
    EXPECT_THAT(reply->body, HasSubstr(id));
    EXPECT_THAT(reply->body, testing::Not(HasSubstr("disk")));
    EXPECT_EQ(problem, "disk on fire");
    EXPECT_EQ(client.ask(get("/"))->status, 500) << "The connection goes on.";
}

TEST(Server, TellsTheObserverOfEveryAnswer) {
    std::mutex mutex;
    std::vector<std::string> seen;
    Options options;
    options.base_path = "/primum";
    {
        Running running(options, echo, {}, [&](const Answered& answered) {
            const std::scoped_lock lock(mutex);
            seen.push_back(std::string(name(answered.method)) + " " + std::string(answered.path) +
                           " " + std::to_string(static_cast<int>(answered.status)) + " " +
                           std::to_string(answered.bytes));
        });
        Client client(running.server.port());
        client.ask(get("/primum/a?secret=1"));
        client.ask("nonsense\r\n\r\n");
        EXPECT_TRUE(client.ended());
    }
    EXPECT_THAT(seen, ElementsAre("GET /a 200 16", "GET  400 28"));
}

TEST(Server, AnswersQuicklyWhileEveryWorkerIsBusy) {
    std::promise<void> open;
    const auto gate = open.get_future().share();
    Options options;
    options.workers = 1;
    Running running(
        options,
        [gate](const Request&) {
            gate.wait();
            return text(Status::ok, "slow");
        },
        [](const Request& request) -> std::optional<Response> {
            if (request.path != "/quick") return std::nullopt;
            return text(Status::ok, "quick");
        });
    Client slow(running.server.port());
    slow.send(get("/"));
    Client quick(running.server.port());
    EXPECT_EQ(quick.ask(get("/quick"))->body, "quick");
    open.set_value();
    EXPECT_EQ(slow.reply()->body, "slow");
}

TEST(Server, StripsTheBasePathAndKnowsNothingOutside) {
    Options options;
    options.base_path = "/primum";
    Running running(options, [](const Request& request) { return text(Status::ok, request.path); });
    Client client(running.server.port());
    EXPECT_EQ(client.ask(get("/primum/wards/5"))->body, "/wards/5");
    EXPECT_EQ(client.ask(get("/primum/"))->body, "/");
    EXPECT_EQ(client.ask(get("/primum"))->body, "/");
    EXPECT_EQ(client.ask(get("/"))->status, 404);
    EXPECT_EQ(client.ask(get("/primumx"))->status, 404);
}

TEST(Server, GivesEveryRequestAnIdOfItsOwn) {
    Running running(Options(), [](const Request& request) { return text(Status::ok, request.id); });
    Client client(running.server.port());
    const std::string first = client.ask(get("/"))->body;
    EXPECT_EQ(first.size(), 13U);
    EXPECT_NE(client.ask(get("/"))->body, first);
}

TEST(Server, TellsTheWatchdogThatItLives) {
    std::promise<void> third;
    int beats = 0;
    Running running(Options(), echo, {}, {}, [&](Server& server) {
        server.heartbeat(std::chrono::milliseconds(1), [&] {
            if (++beats == 3) third.set_value();
        });
    });
    third.get_future().wait();
}

TEST(Server, SaysWhatToDoWhereTheAddressIsTaken) {
    Running running(Options(), echo);
    Options same;
    same.port = running.server.port();
    try {
        const Server second(same, echo);
        FAIL() << "Two servers on one port.";
    } catch (const std::runtime_error& error) {
        EXPECT_THAT(error.what(), HasSubstr("choose another port"));
    }
}

TEST(HttpDate, IsWrittenAsTheStandardWritesIt) {
    EXPECT_EQ(http_date(784111777), "Sun, 06 Nov 1994 08:49:37 GMT");  // RFC 9110 section 5.6.7
}

}  // namespace
}  // namespace primum::http
