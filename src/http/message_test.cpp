#include "http/message.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "http/decoding.h"

namespace primum::http {
namespace {

TEST(Headers, CompareNamesWithoutRegardToCase) {
    Headers headers;
    headers.add("Content-Type", "text/plain");
    headers.add("Vary", "Cookie");
    headers.add("vary", "Accept-Language");
    EXPECT_EQ(headers.find("content-type"), "text/plain");
    headers.set("VARY", "Accept");
    EXPECT_EQ(headers.size(), 2U);
    EXPECT_EQ(headers.find("vary"), "Accept");
}

TEST(Headers, CannotBeginAnotherHeader) {
    Headers headers;
    EXPECT_THROW(headers.add("Location", "/a\r\nSet-Cookie: a=b"), std::invalid_argument);
    EXPECT_THROW(headers.add("X Y", "z"), std::invalid_argument);
}

TEST(Request, FindsTheFirstParameterOfAName) {
    Request request;
    request.query = "from=2024-01&q=two+words%21&q=again&flag";
    EXPECT_EQ(request.parameter("q"), "two words!");
    EXPECT_EQ(request.parameter("flag"), "");
    EXPECT_FALSE(request.parameter("to"));
    request.query = "q=%f";
    EXPECT_FALSE(request.parameter("q"));
}

TEST(Request, FindsACookieThatIsSentOnce) {
    Request request;
    request.headers.add("Cookie", "a=1; session=abc-_=; b=2; twice=x");
    request.headers.add("Cookie", "twice=y; odd=\"quoted\"");
    EXPECT_EQ(request.cookie("session"), "abc-_=");
    EXPECT_EQ(request.cookie("b"), "2");
    EXPECT_FALSE(request.cookie("twice"));
    EXPECT_FALSE(request.cookie("odd"));
    EXPECT_FALSE(request.cookie("sess"));
}

TEST(DecodedPath, IsWhatAPersonReads) {
    EXPECT_EQ(decoded_path("/wards/caf%C3%A9%205"), "/wards/caf\xc3\xa9 5");
    EXPECT_EQ(decoded_path("/a+b"), "/a+b");
    EXPECT_EQ(decoded_path("/.well-known/x"), "/.well-known/x");
}

TEST(DecodedPath, RefusesWhatAnotherReaderMightTakeForAnotherPlace) {
    for (const char* path : {"", "a", "/a/../b", "/a/%2e%2E/b", "/./", "/..", "/a%2fb", "/a%5cb",
                             "/a\\b", "/%00", "/%0a", "/%ff", "/%", "/%4", "/%+1"})
        EXPECT_FALSE(decoded_path(path)) << path;
}

TEST(Response, OfAPageSaysItsTypeAndCharset) {
    const Response response = ok(html::html("<p>{}</p>", "a < b"));
    EXPECT_EQ(response.status, Status::ok);
    EXPECT_EQ(response.bytes(), "<p>a &lt; b</p>");
    EXPECT_EQ(response.headers.find("Content-Type"), "text/html; charset=utf-8");
}

TEST(Response, MaySendBytesThatOthersOwn) {
    Response response = bare(Status::ok);
    response.body = Shared{"shared", nullptr};
    EXPECT_EQ(response.bytes(), "shared");
}

TEST(Response, LeadsElsewhereByAnAddressThatIsSafe) {
    EXPECT_EQ(see_other(html::url("/measures/{}", "a b")).headers.find("Location"),
              "/measures/a%20b");
}

}  // namespace
}  // namespace primum::http
