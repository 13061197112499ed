#include "people/visitor.h"

#include <gtest/gtest.h>

namespace primum::people {
namespace {

TEST(BrowserName, TellsProgramAndSystem) {
    EXPECT_EQ(browser_name("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, "
                           "like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0"),
              "Edge (Windows)");
    EXPECT_EQ(
        browser_name("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"),
        "Firefox (Linux)");
    EXPECT_EQ(browser_name("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) "
                           "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 "
                           "Safari/604.1"),
              "Safari (iPhone)");
    EXPECT_EQ(browser_name("curl/7.88.1"), "");
}

TEST(NetworkOf, IsTheAddressOrTheFirst64Bits) {
    EXPECT_EQ(network_of("192.0.2.7"), "192.0.2.7");
    EXPECT_EQ(network_of("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
    EXPECT_EQ(network_of("2001:db8:1:2::9"), network_of("2001:db8:1:2:ffff::1"));
}

TEST(IsPrivateLine, AsksForTlsExceptOnThisMachine) {
    http::Request request;
    request.peer = {"192.0.2.7", true, "primum.example"};
    EXPECT_TRUE(is_private_line(request));
    request.peer.secure = false;
    EXPECT_FALSE(is_private_line(request));
    request.peer.address = "127.0.0.1";
    EXPECT_TRUE(is_private_line(request));
    request.peer.address = "::1";
    EXPECT_TRUE(is_private_line(request));
}

}  // namespace
}  // namespace primum::people
