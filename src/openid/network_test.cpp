#include "openid/network.h"

#include <gtest/gtest.h>

namespace primum::openid {
namespace {

Network network(const char* text) {
    return Network::parse(text).value();
}

TEST(Network, HoldsTheAddressesThatBeginAsItDoes) {
    EXPECT_TRUE(network("10.0.0.0/8").holds(network("10.255.1.2")));
    EXPECT_FALSE(network("10.0.0.0/8").holds(network("11.0.0.0")));
    EXPECT_TRUE(network("172.16.0.0/12").holds(network("172.31.255.255")));
    EXPECT_FALSE(network("172.16.0.0/12").holds(network("172.32.0.0")));
    EXPECT_TRUE(network("fd12:3456::/31").holds(network("fd12:3457::1")));
    EXPECT_FALSE(network("fd12:3456::/32").holds(network("fd12:3457::1")));
    EXPECT_TRUE(network("192.0.2.7").holds(network("::ffff:192.0.2.7")));
    EXPECT_FALSE(network("10.0.0.0/8").holds(network("10.0.0.0/7")));
}

TEST(Network, IsRefusedInAnyOtherSpelling) {
    for (const char* text : {"", "10", "10.0.0", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1",
                             "10.0.0.0/8x", "::/129", "example.org", "0x0a.0.0.1", "[::1]"})
        EXPECT_FALSE(Network::parse(text)) << text;
}

// One or two of each entry in IANA's registries, and their neighbours.
TEST(PublicAddresses, AreThoseOfTheOpenInternetOnly) {
    for (const char* text :
         {"0.0.0.0",         "10.1.2.3",     "100.64.0.1",    "127.0.0.1",       "127.255.0.1",
          "169.254.169.254", "172.16.0.1",   "192.0.0.8",     "192.0.2.1",       "192.168.1.1",
          "198.18.0.1",      "198.51.100.1", "203.0.113.1",   "224.0.0.1",       "240.0.0.1",
          "255.255.255.255", "::",           "::1",           "::ffff:10.0.0.1", "64:ff9b::1",
          "100::1",          "fc00::1",      "fd12::1",       "fe80::1",         "ff02::1",
          "2001::1",         "2001:db8::1",  "2002:a00:1::1", "3fff::1"})
        EXPECT_FALSE(is_public(network(text))) << text;
    for (const char* text : {"1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.0.1", "100.128.0.1",
                             "172.15.0.1", "172.32.0.1", "192.167.0.1", "223.255.255.1",
                             "::ffff:1.1.1.1", "2606:4700::1111", "2a00:1450::1", "2001:4860::1"})
        EXPECT_TRUE(is_public(network(text))) << text;
}

TEST(Loopback, IsThisMachine) {
    for (const char* text : {"127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"})
        EXPECT_TRUE(is_loopback(network(text))) << text;
    for (const char* text : {"128.0.0.1", "::2", "::", "0.0.0.0"})
        EXPECT_FALSE(is_loopback(network(text))) << text;
}

}  // namespace
}  // namespace primum::openid
