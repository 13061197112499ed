#include "openid/fetch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace primum::openid {
namespace {

using testing::HasSubstr;

Outside outside(const char* issuer) {
    return outside_of(issuer).value();
}

TEST(Issuer, IsHttpsOrOnThisMachine) {
    for (const char* issuer : {"https://login.example", "https://login.example/tenant/v2.0",
                               "https://login.example:8443", "http://127.0.0.1:9701",
                               "http://localhost/realm", "http://[::1]:9701"})
        EXPECT_TRUE(outside_of(issuer)) << issuer;
    for (const char* issuer :
         {"", "login.example", "http://login.example", "ftp://login.example", "file:///etc/passwd",
          "https://login.example?a=b", "https://login.example#a", "https://user@login.example",
          "http://127.0.0.1.login.example", "http://localhost.login.example", "http://127.0.0.2",
          "http://user@127.0.0.1", "javascript:alert(1)"})
        EXPECT_FALSE(outside_of(issuer)) << issuer;
}

TEST(Endpoint, StaysWithHttpsAndItsPorts) {
    const Outside public_one = outside("https://login.example:9443");
    EXPECT_EQ(objection(public_one, "https://keys.example/jwks"), "");
    EXPECT_EQ(objection(public_one, "https://keys.example:8443/jwks"), "");
    EXPECT_EQ(objection(public_one, "https://keys.example:9443/jwks"), "");
    EXPECT_THAT(objection(public_one, "https://keys.example:22/"), HasSubstr("has port 22"));
    EXPECT_THAT(objection(public_one, "http://keys.example/"), HasSubstr("https://"));
    EXPECT_THAT(objection(public_one, "http://127.0.0.1/"), HasSubstr("https://"));
    EXPECT_THAT(objection(public_one, "gopher://keys.example/"), HasSubstr(""));
    EXPECT_NE(objection(public_one, "gopher://keys.example/"), "");

    const Outside local = outside("http://127.0.0.1:9701");
    EXPECT_EQ(objection(local, "http://127.0.0.1:9702/jwks"), "");
    EXPECT_THAT(objection(local, "https://login.example/"), HasSubstr("leaves this machine"));
    EXPECT_NE(objection(local, "file://localhost/etc/passwd"), "");
}

// No socket is opened, so nothing is sent and no name but "localhost" need be known.
TEST(Addresses, ThatAreNotPublicAreNotConnectedTo) {
    for (const char* url :
         {"https://10.0.0.1/", "https://169.254.169.254/latest/meta-data", "https://[fd00::1]/",
          "https://127.0.0.2/", "https://[::ffff:192.168.0.1]/", "https://0.0.0.0/",
          "https://2130706433/", "https://localhost/"}) {
        const auto reply = get(outside("https://login.example"), url);
        ASSERT_FALSE(reply) << url;
        EXPECT_EQ(reply.error().sentence, kUnreachable);
        EXPECT_THAT(reply.error().reason, HasSubstr("may not be reached")) << url;
    }
}

TEST(Forms, EscapeAllButPlainCharacters) {
    EXPECT_EQ(
        encode({{"a b", "c&d=e"}, {"url", "https://x.example/?q=é"}, {"plain", "-._~09azAZ"}}),
        "a%20b=c%26d%3De&url=https%3A%2F%2Fx.example%2F%3Fq%3D%C3%A9&plain=-._~09azAZ");
}

}  // namespace
}  // namespace primum::openid
