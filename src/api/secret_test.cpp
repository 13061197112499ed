#include "api/secret.h"

#include <gtest/gtest.h>

#include <set>

namespace primum::api {
namespace {

TEST(SecretTest, IsReadBack) {
    SeededRandom random(1);
    std::set<std::string> texts;
    for (int token = 0; token < 200; ++token) {
        const Secret secret = make_secret(random);
        EXPECT_EQ(secret.text().size(), 65U);
        EXPECT_EQ(secret.secret.size(), 43U);
        EXPECT_EQ(parse_secret(secret.text()), secret);
        texts.insert(secret.text());
    }
    EXPECT_EQ(texts.size(), 200U);
}

TEST(SecretTest, WhatIsMistypedIsRefused) {
    SeededRandom random(2);
    const std::string text = make_secret(random).text();
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::string mistyped = text;
        mistyped[at] = mistyped[at] == 'a' ? 'b' : 'a';
        EXPECT_EQ(parse_secret(mistyped), std::nullopt) << at;
        EXPECT_EQ(parse_secret(text.substr(0, at)), std::nullopt) << at;
    }
    EXPECT_EQ(parse_secret(text + "a"), std::nullopt);
}

// The check is the CRC-32 of the rest as zip and PNG have it: of "123456789" it is cbf43926.
TEST(SecretTest, HasTheCheckThatOthersWorkOut) {
    const Secret secret{.key = "00000000", .secret = std::string(43, '0')};
    // python3 -c "import zlib; print(f'{zlib.crc32(b\"prm_00000000_\" + b\"0\" * 43 +
    // b\"_\"):08x}')"
    EXPECT_EQ(secret.text().substr(57), "846537c5");
}

}  // namespace
}  // namespace primum::api
