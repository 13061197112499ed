#include "http/forwarded.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

#include "http/loopback.h"

namespace primum::http {
namespace {

TEST(TrustedProxies, AreAddressesOrNetworks) {
    const TrustedProxies trusted({"10.0.0.0/8", "192.0.2.7", "2001:db8::/32", "::1"});
    EXPECT_TRUE(trusted.trusts("10.255.0.1"));
    EXPECT_FALSE(trusted.trusts("11.0.0.1"));
    EXPECT_TRUE(trusted.trusts("192.0.2.7"));
    EXPECT_FALSE(trusted.trusts("192.0.2.8"));
    EXPECT_TRUE(trusted.trusts("2001:db8:1::5"));
    EXPECT_FALSE(trusted.trusts("2001:db9::5"));
    EXPECT_TRUE(trusted.trusts("::1"));
    EXPECT_TRUE(trusted.trusts("::ffff:10.1.2.3")) << "the same address through an IPv6 socket";
    EXPECT_FALSE(TrustedProxies({}).trusts("127.0.0.1"));
}

TEST(TrustedProxies, RefuseWhatIsNeither) {
    for (const char* text : {"proxy.example", "10.0.0.0/33", "10.0.0", "", "2001:db8::/129"})
        EXPECT_THROW(TrustedProxies({text}), std::invalid_argument) << text;
}

struct Case {
    std::vector<Header> headers;
    std::string peer;  // address, scheme, host
};

// A peer "10.0.0.1 http a", as it looks through these headers.
const Case kCases[] = {
    {{}, "10.0.0.1 http a"},
    {{{"X-Forwarded-For", "203.0.113.9"}}, "203.0.113.9 http a"},
    // What the client wrote itself stands to the left.
    {{{"X-Forwarded-For", "1.2.3.4, 203.0.113.9"}}, "203.0.113.9 http a"},
    {{{"X-Forwarded-For", "1.2.3.4"}, {"X-Forwarded-For", "203.0.113.9"}}, "203.0.113.9 http a"},
    {{{"X-Forwarded-For", "203.0.113.9:4711"}}, "203.0.113.9 http a"},
    {{{"X-Forwarded-For", "2001:DB8::7"}}, "2001:db8::7 http a"},
    {{{"X-Forwarded-For", "[2001:db8::7]:4711"}}, "2001:db8::7 http a"},
    {{{"X-Forwarded-For", "unknown"}}, "10.0.0.1 http a"},
    {{{"X-Forwarded-For", "<script>"}}, "10.0.0.1 http a"},
    {{{"X-Forwarded-Proto", "https"}}, "10.0.0.1 https a"},
    {{{"X-Forwarded-Proto", "https, http"}}, "10.0.0.1 http a"},
    {{{"X-Forwarded-Host", "primum.example:8443"}}, "10.0.0.1 http primum.example:8443"},
    {{{"X-Forwarded-Host", "evil.example, primum.example"}}, "10.0.0.1 http primum.example"},
    {{{"X-Forwarded-Host", "a/b"}}, "10.0.0.1 http a"},
    {{{"Forwarded", "for=203.0.113.9;proto=https;host=primum.example"}},
     "203.0.113.9 https primum.example"},
    {{{"Forwarded", "for=1.2.3.4;proto=http, For=\"[2001:db8::7]:80\"; Proto=https"}},
     "2001:db8::7 https a"},
    {{{"Forwarded", "for=_hidden"}}, "10.0.0.1 http a"},
    {{{"Forwarded", "for=\"1.2.3.4"}}, "10.0.0.1 http a"},
    // One proxy writes one kind; a client may have added the other.
    {{{"X-Forwarded-For", "203.0.113.9"}, {"Forwarded", "for=1.2.3.4;proto=https"}},
     "203.0.113.9 http a"},
};

TEST(ForwardedPeer, IsWhoTheLastProxySays) {
    for (const Case& each : kCases) {
        Headers headers;
        std::string all;
        for (const Header& header : each.headers) {
            headers.add(header.name, header.value);
            all += header.name + ": " + header.value + "; ";
        }
        const Peer peer = forwarded_peer(headers, {"10.0.0.1", false, "a"});
        EXPECT_EQ(peer.address + (peer.secure ? " https " : " http ") + peer.host, each.peer)
            << all;
    }
}

TEST(Server, BelievesNobodyItWasNotToldToTrust) {
    const auto who = [](const Request& request) {
        const Peer& peer = request.peer;
        return text(Status::ok, peer.address + (peer.secure ? " https " : " http ") + peer.host);
    };
    const std::string forged = get("/",
                                   "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Proto: https\r\n"
                                   "X-Forwarded-Host: other.example\r\n");
    Options options;
    options.trusted_proxies = {"10.0.0.0/8"};
    Running strangers(options, who);
    Client stranger(strangers.server.port());
    const auto doubted = stranger.ask(forged);
    EXPECT_EQ(doubted->body, "127.0.0.1 http primum.example");
    EXPECT_EQ(doubted->header("strict-transport-security"), "");

    options.trusted_proxies.push_back("127.0.0.1");
    Running friends(options, who);
    Client proxy(friends.server.port());
    const auto believed = proxy.ask(forged);
    EXPECT_EQ(believed->body, "203.0.113.9 https other.example");
    EXPECT_EQ(believed->header("strict-transport-security"), "max-age=63072000; includeSubDomains");
}

}  // namespace
}  // namespace primum::http
