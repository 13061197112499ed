// Programs at the front door: what they must bring, and how they are refused.

#include <gmock/gmock.h>

#include "access/front_door.h"
#include "crypto/token.h"
#include "store/testing.h"

namespace primum::access {
namespace {

using http::Method;
using http::Request;
using http::Response;
using http::Status;
using testing::HasSubstr;

const Instant kNoon{std::chrono::seconds(1'240'488'000)};  // 2009-04-23T12:00:00Z

class ProgramsTest : public testing::Test {
protected:
    ProgramsTest() {
        routes_.get("/api/v1/things", policy::api_read, [](const Request&, Context& context) {
            return http::json(Status::ok, "\"" + context.token->id + "\"");
        });
        routes_.put("/api/v1/things", policy::api_write,
                    [](const Request&, Context&) { return http::json(Status::created, "{}"); });
        routes_.post("/api/v1/notes", policy::api_write, [](const Request&, Context& context) {
            return context.save([](store::Writer& db) {
                const auto count = db.returning(
                    [](const store::Row& row) { return row.get<std::int64_t>(0); }, R"sql(
                        INSERT INTO settings (key, value) VALUES ('notes', '1')
                        ON CONFLICT (key) DO UPDATE SET rev = settings.rev + 1 RETURNING rev
                    )sql");
                return http::json(Status::ok, std::to_string(count.front()));
            });
        });
        store_->migrate();
    }

    Response ask(Method method, std::string path, std::string authorization, std::string key = {},
                 std::string body = {}) {
        Request request;
        request.method = method;
        request.path = std::move(path);
        request.id = "r1";
        request.body = std::move(body);
        if (!authorization.empty()) request.headers.add("Authorization", authorization);
        if (!key.empty()) request.headers.add("Idempotency-Key", key);
        // As a browser on another site would send it: no matter, since nothing here asks a cookie.
        request.headers.add("Sec-Fetch-Site", "cross-site");
        return door_.answer(request);
    }

    static std::optional<Token> recognise(std::string_view given) {
        if (given == "reads") return Token{.id = "r", .organisation = {}, .rights = {Right::read}};
        if (given == "writes")
            return Token{.id = "w", .organisation = {}, .rights = {Right::write}};
        return std::nullopt;
    }

    store::testing::TemporaryFolder folder_;
    store::testing::StillClock clock_{kNoon};
    std::unique_ptr<store::Store> store_ =
        store::Store::open({.url = folder_.path() + "/primum.db", .clock = &clock_});
    Routes routes_;
    language::Languages languages_;
    FrontDoor door_{*store_,
                    routes_,
                    languages_,
                    [](auto&&...) { return std::nullopt; },
                    [](auto&&...) {},
                    [](auto&&...) {},
                    {.public_url = "http://127.0.0.1",
                     .form_key = std::string(32, 'k'),
                     .clock = &clock_,
                     .recognise_token = [](const store::Reader&, std::string_view given,
                                           Instant) { return recognise(given); },
                     .token_burst = 3,
                     .token_pace = std::chrono::seconds(1)}};
};

TEST_F(ProgramsTest, ATokenOpensTheDoor) {
    const Response answer = ask(Method::get, "/api/v1/things", "Bearer reads");
    EXPECT_EQ(answer.status, Status::ok);
    EXPECT_EQ(answer.bytes(), "\"r\"");
    EXPECT_EQ(answer.headers.find("Set-Cookie"), std::nullopt);
    EXPECT_EQ(answer.headers.find("Cache-Control"), "private, no-cache");
}

TEST_F(ProgramsTest, SpreadsheetsSendItAsAPassword) {
    EXPECT_EQ(ask(Method::get, "/api/v1/things", "Basic " + crypto::base64("any:reads")).status,
              Status::ok);
    EXPECT_EQ(ask(Method::get, "/api/v1/things", "basic " + crypto::base64(":reads")).status,
              Status::ok);
}

TEST_F(ProgramsTest, WithoutATokenTheyAreToldHow) {
    const Response answer = ask(Method::get, "/api/v1/things", "");
    EXPECT_EQ(answer.status, Status::unauthorised);
    EXPECT_EQ(answer.headers.find("WWW-Authenticate"), "Bearer realm=\"api\"");
    EXPECT_EQ(answer.headers.find("Content-Type"), "application/problem+json");
    EXPECT_THAT(std::string(answer.bytes()), HasSubstr("Authorization: Bearer TOKEN"));
}

TEST_F(ProgramsTest, AWrongTokenIsSaidToBeWrong) {
    for (const char* header : {"Bearer other", "Bearer ", "Bearer", "Basic reads", "Basic !!!!",
                               "Digest reads", "reads"}) {
        const Response answer = ask(Method::get, "/api/v1/things", header);
        EXPECT_EQ(answer.status, Status::unauthorised) << header;
        EXPECT_EQ(answer.headers.find("WWW-Authenticate"),
                  "Bearer realm=\"api\", error=\"invalid_token\"")
            << header;
    }
}

TEST_F(ProgramsTest, WhatATokenIsNotForItCannotDo) {
    const Response answer = ask(Method::put, "/api/v1/things", "Bearer reads");
    EXPECT_EQ(answer.status, Status::forbidden);
    EXPECT_THAT(std::string(answer.bytes()), HasSubstr("may not change data"));
    EXPECT_EQ(ask(Method::put, "/api/v1/things", "Bearer writes").status, Status::created);
}

TEST_F(ProgramsTest, ATokenThatAsksTooOftenWaits) {
    for (int request = 0; request < 3; ++request)
        EXPECT_EQ(ask(Method::get, "/api/v1/things", "Bearer reads").status, Status::ok);
    const Response answer = ask(Method::get, "/api/v1/things", "Bearer reads");
    EXPECT_EQ(answer.status, Status::too_many_requests);
    EXPECT_EQ(answer.headers.find("Retry-After"), "1");
    EXPECT_EQ(ask(Method::get, "/api/v1/things", "Bearer writes").status, Status::ok)
        << "each waits for itself";
}

TEST_F(ProgramsTest, WhatComesTwiceWithOneKeyIsDoneOnce) {
    const auto note = [&](const std::string& key, const std::string& body) {
        return ask(Method::post, "/api/v1/notes", "Bearer writes", key, body);
    };
    EXPECT_EQ(note("k", "a").bytes(), "1");
    EXPECT_EQ(note("k", "a").bytes(), "1");
    const Response other = note("k", "b");
    EXPECT_EQ(other.status, Status::unprocessable);
    EXPECT_THAT(std::string(other.bytes()), HasSubstr("new Idempotency-Key"));
    clock_.move_to(kNoon + std::chrono::seconds(3));
    EXPECT_EQ(note("l", "b").bytes(), "2");
    EXPECT_EQ(note(std::string(256, 'k'), "b").status, Status::bad_request);
}

TEST_F(ProgramsTest, AnotherMethodIsNamed) {
    const Response answer = ask(Method::remove, "/api/v1/things", "Bearer writes");
    EXPECT_EQ(answer.status, Status::method_not_allowed);
    EXPECT_EQ(answer.headers.find("Allow"), "GET, PUT");
    EXPECT_EQ(answer.headers.find("Content-Type"), "application/problem+json");
}

}  // namespace
}  // namespace primum::access
