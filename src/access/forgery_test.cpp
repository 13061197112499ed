#include "access/forgery.h"

#include <gmock/gmock.h>

namespace primum::access {
namespace {

constexpr auto kUs = "https://primum.example/safety";

http::Request with(std::string name, std::string value) {
    http::Request request;
    request.method = http::Method::post;
    request.headers.add(std::move(name), std::move(value));
    return request;
}

TEST(ComesFromUs, BelievesTheBrowserFirst) {
    EXPECT_TRUE(comes_from_us(with("Sec-Fetch-Site", "same-origin"), kUs));
    EXPECT_TRUE(comes_from_us(with("Sec-Fetch-Site", "none"), kUs));
    for (const char* site : {"cross-site", "same-site", "", "same-origin, cross-site"})
        EXPECT_FALSE(comes_from_us(with("Sec-Fetch-Site", site), kUs)) << site;
    auto both = with("Sec-Fetch-Site", "cross-site");
    both.headers.add("Origin", "https://primum.example");
    EXPECT_FALSE(comes_from_us(both, kUs));
}

TEST(ComesFromUs, ComparesTheOriginOtherwise) {
    EXPECT_TRUE(comes_from_us(with("Origin", "https://primum.example"), kUs));
    EXPECT_TRUE(comes_from_us(with("Referer", "https://primum.example/safety/sign-in"), kUs));
    for (const char* origin : {"http://primum.example", "https://primum.example.evil.example",
                               "https://primum.example:8443", "null", ""})
        EXPECT_FALSE(comes_from_us(with("Origin", origin), kUs)) << origin;
    EXPECT_FALSE(
        comes_from_us(with("Referer", "https://evil.example/https://primum.example"), kUs));
}

TEST(FormTokens, AreForOneHolder) {
    const FormTokens tokens(std::string(32, 'k'));
    const std::string token = tokens.make("session-1");
    EXPECT_TRUE(tokens.valid(token, "session-1"));
    EXPECT_FALSE(tokens.valid(token, "session-2"));
    EXPECT_FALSE(tokens.valid(token, ""));
    EXPECT_FALSE(FormTokens(std::string(32, 'x')).valid(token, "session-1"));
}

TEST(FormTokens, AreNeverTheSameTwice) {
    const FormTokens tokens(std::string(32, 'k'));
    EXPECT_NE(tokens.make("a"), tokens.make("a"));
}

TEST(FormTokens, RefuseWhatIsDamaged) {
    const FormTokens tokens(std::string(32, 'k'));
    const std::string token = tokens.make("a");
    EXPECT_FALSE(tokens.valid("", "a"));
    EXPECT_FALSE(tokens.valid(token.substr(0, token.size() - 1), "a"));
    EXPECT_FALSE(tokens.valid(token + "x", "a"));
    for (const std::size_t i :
         {std::size_t{0}, std::size_t{42}, std::size_t{43}, token.size() - 1}) {
        std::string changed = token;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        EXPECT_FALSE(tokens.valid(changed, "a")) << i;
    }
}

}  // namespace
}  // namespace primum::access
