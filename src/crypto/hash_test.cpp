#include "crypto/hash.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace primum::crypto {
namespace {

// FIPS 180-4, examples of SHA-256: no bytes, "abc" and a million times "a".
TEST(Hash, AgreesWithThePublishedExamples) {
    EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256_hex("abc"),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    Sha256 pieces;
    for (int i = 0; i < 1000; ++i)
        pieces.add(std::string(1000, 'a'));
    EXPECT_EQ(hex(pieces.finish()),
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Hash, ReadsTheDigitsThatItWrites) {
    const std::vector<std::byte> bytes = {std::byte{0}, std::byte{0x7f}, std::byte{0xff}};
    EXPECT_EQ(hex(bytes), "007fff");
    EXPECT_EQ(from_hex("007FfF"), bytes);
    EXPECT_EQ(from_hex(""), std::vector<std::byte>());
    for (const char* wrong : {"0", "0g", "-1", "+1", " 1", "0x"})
        EXPECT_FALSE(from_hex(wrong)) << wrong;
}

}  // namespace
}  // namespace primum::crypto
