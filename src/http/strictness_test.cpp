// Requests that two servers might read in two ways are refused, and the connection with them.

#include <gtest/gtest.h>

#include "http/loopback.h"

namespace primum::http {
namespace {

using namespace std::string_literals;

struct Odd {
    const char* what;
    std::string request;
    int status = 400;

    friend void PrintTo(const Odd& odd, std::ostream* out) { *out << odd.what; }
};

std::string post(std::string_view headers, std::string_view body) {
    return "POST / HTTP/1.1\r\nHost: a\r\n" + std::string(headers) + "\r\n" + std::string(body);
}

std::string chunked(std::string_view body) {
    return post("Transfer-Encoding: chunked\r\n", body);
}

std::string many_headers(int count) {
    std::string headers;
    for (int i = 0; i < count; ++i)
        headers += "X-" + std::to_string(i) + ": 1\r\n";
    return headers;
}

const Odd kOdd[] = {
    {"no Host", "GET / HTTP/1.1\r\n\r\n"},
    {"two Hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n"},
    {"an empty Host", "GET / HTTP/1.1\r\nHost:\r\n\r\n"},
    {"a Host with a path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n"},
    {"a Host with a user", "GET / HTTP/1.1\r\nHost: a@b\r\n\r\n"},
    {"a folded line", "GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n c\r\n\r\n"},
    {"a line folded by a tab", "GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n\tc\r\n\r\n"},
    {"a space before the first header", "GET / HTTP/1.1\r\n Host: a\r\n\r\n"},
    {"gzip and chunked", post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n")},
    {"an unknown encoding", post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n")},
    {"identity", post("Transfer-Encoding: identity\r\n", "")},
    {"chunked in capitals", post("Transfer-Encoding: Chunked\r\n", "0\r\n\r\n")},
    {"chunked twice", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "")},
    {"chunked, chunked", post("Transfer-Encoding: chunked, chunked\r\n", "")},
    {"length and chunked",
     post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")},
    {"chunked and length",
     post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n")},
    {"chunked in HTTP/1.0",
     "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
    {"two lengths", post("Content-Length: 1\r\nContent-Length: 2\r\n", "ab")},
    {"the same length twice", post("Content-Length: 1\r\nContent-Length: 1\r\n", "a")},
    {"a list of equal lengths", post("Content-Length: 1, 1\r\n", "a")},
    {"a signed length", post("Content-Length: +1\r\n", "a")},
    {"a negative length", post("Content-Length: -1\r\n", "a")},
    {"a hexadecimal length", post("Content-Length: 0x1\r\n", "a")},
    {"no length", post("Content-Length:\r\n", "a")},
    {"a length beyond 64 bits", post("Content-Length: 18446744073709551617\r\n", "a")},
    {"a long chunk extension", chunked("1;" + std::string(300, 'x') + "\r\na\r\n0\r\n\r\n")},
    {"a very long chunk extension",
     chunked("1;" + std::string(20'000, 'x') + "\r\na\r\n0\r\n\r\n")},
    {"a chunk extension without end", chunked("1;" + std::string(2'000, 'x'))},
    {"a chunk size beyond 64 bits", chunked("10000000000000000\r\na")},
    {"a chunk of no size", chunked("\r\na\r\n")},
    {"a signed chunk size", chunked("+1\r\na\r\n0\r\n\r\n")},
    {"a chunk that is longer than it says", chunked("1\r\nab\r\n0\r\n\r\n")},
    {"a chunk that ends in LF", chunked("1\na\r\n0\r\n\r\n")},
    {"trailers", chunked("1\r\na\r\n0\r\nX: y\r\n\r\n")},
    {"LF alone", "GET / HTTP/1.1\nHost: a\n\n"},
    {"one LF alone", "GET / HTTP/1.1\r\nHost: a\nX: y\r\n\r\n"},
    {"one CR alone", "GET / HTTP/1.1\r\nHost: a\rX: y\r\n\r\n"},
    {"an empty line before", "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n"},
    {"NUL in a header", "GET / HTTP/1.1\r\nHost: a\r\nX: \0\r\n\r\n"s},
    {"NUL in the target", "GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n"s},
    {"a control character in a header", "GET / HTTP/1.1\r\nHost: a\r\nX: \x01\r\n\r\n"},
    {"DEL in a header", "GET / HTTP/1.1\r\nHost: a\r\nX: \x7f\r\n\r\n"},
    {"a control character in the target", "GET /\x02 HTTP/1.1\r\nHost: a\r\n\r\n"},
    {"a space before the colon", "GET / HTTP/1.1\r\nHost: a\r\nX : b\r\n\r\n"},
    {"a header without a name", "GET / HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n"},
    {"a header without a colon", "GET / HTTP/1.1\r\nHost: a\r\nX\r\n\r\n"},
    {"a space in a header's name", "GET / HTTP/1.1\r\nHost: a\r\nX Y: b\r\n\r\n"},
    {"another authority than the Host", "GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n"},
    {"another port than the Host's", "GET http://a:81/ HTTP/1.1\r\nHost: a\r\n\r\n"},
    {"another scheme", "GET ftp://a/ HTTP/1.1\r\nHost: a\r\n\r\n"},
    {"an asterisk", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n"},
    {"a relative target", "GET a HTTP/1.1\r\nHost: a\r\n\r\n"},
    {"a fragment", "GET /#a HTTP/1.1\r\nHost: a\r\n\r\n"},
    {"a broken escape", "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n"},
    {"a way up", "GET /a/../b HTTP/1.1\r\nHost: a\r\n\r\n"},
    {"two spaces", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n"},
    {"HTTP/0.9", "GET /\r\n\r\n"},
    {"HTTP/2.0", "GET / HTTP/2.0\r\nHost: a\r\n\r\n"},
    {"the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"},
    {"TLS", "\x16\x03\x01\x02\x01\x01\xfc\x03\x03\r\n\r\n"},
    {"101 headers", "GET / HTTP/1.1\r\nHost: a\r\n" + many_headers(100) + "\r\n"},
    {"a long head", "GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(17'000, 'x') + "\r\n\r\n",
     431},
    {"a long target", "GET /" + std::string(9'000, 'x') + " HTTP/1.1\r\nHost: a\r\n\r\n", 414},
    {"a target without end", "GET /" + std::string(15'000, 'x'), 414},
    {"a long body", post("Content-Length: 1048577\r\n", ""), 413},
    {"a long chunk", chunked("100001\r\n"), 413},
    {"a body beyond belief", post("Content-Length: 18446744073709551615\r\n", ""), 413},
    {"CONNECT", "CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\n", 501},
    {"TRACE", "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", 501},
    {"a method nobody knows", "BREW / HTTP/1.1\r\nHost: a\r\n\r\n", 501},
};

class Strictness : public testing::TestWithParam<Odd> {};

TEST_P(Strictness, RefusesAndEndsTheConnection) {
    std::atomic<int> handled = 0;
    Running running(Options(), [&](const Request&) {
        ++handled;
        return text(Status::ok, "");
    });
    Client client(running.server.port());
    // A second request, smuggled behind the first, must never be seen.
    const auto reply = client.ask(GetParam().request + get("/smuggled"));
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->status, GetParam().status);
    EXPECT_EQ(reply->header("connection"), "close");
    EXPECT_FALSE(reply->body.empty());
    EXPECT_TRUE(client.ended());
    EXPECT_EQ(handled, 0);
}

INSTANTIATE_TEST_SUITE_P(Requests, Strictness, testing::ValuesIn(kOdd), [](const auto& test) {
    std::string name;
    for (const char c : std::string_view(test.param.what))
        name +=
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? c : '_';
    return name;
});

TEST(Strict, ServerStillTakesWhatTheStandardAllows) {
    Running running(Options(), [](const Request& request) {
        return text(Status::ok, request.path + " " + request.peer.host + " " + request.body);
    });
    Client client(running.server.port());
    EXPECT_EQ(client.ask("GET http://A.example:80/x HTTP/1.1\r\nHost: a.example:80\r\n\r\n")->body,
              "/x a.example:80 ");
    EXPECT_EQ(client.ask("GET http://a HTTP/1.1\r\nHost: a\r\n\r\n")->body, "/ a ");
    EXPECT_EQ(client.ask("GET / HTTP/1.1\r\nhost:[2001:db8::7]:8443\r\n\r\n")->body,
              "/ [2001:db8::7]:8443 ");
    EXPECT_EQ(client.ask("GET / HTTP/1.1\r\nHost: a\r\n" + many_headers(99) + "\r\n")->status, 200);
    EXPECT_EQ(client.ask(chunked("1;a=b;c=\"d\"\r\nx\r\n000\r\n\r\n"))->body, "/ a x");
    EXPECT_EQ(client.ask(post("Content-Length: 1048576\r\n", std::string(1048576, 'x')))->status,
              200);
}

}  // namespace
}  // namespace primum::http
