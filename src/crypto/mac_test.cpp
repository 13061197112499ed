#include "crypto/mac.h"

#include <gtest/gtest.h>

#include <span>

#include "crypto/hash.h"
#include "crypto/token.h"

namespace primum::crypto {
namespace {

std::string in_hex(std::string_view bytes) {
    return hex(std::as_bytes(std::span(bytes)));
}

std::string bytes(unsigned char first, unsigned char last) {
    std::string all;
    for (unsigned byte = first; byte <= last; ++byte)
        all += static_cast<char>(byte);
    return all;
}

// RFC 4231, test cases 1, 2 and 6.
TEST(Hmac, AnswersAsRfc4231) {
    EXPECT_EQ(in_hex(hmac_sha256(std::string(20, '\x0b'), "Hi There")),
              "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    EXPECT_EQ(in_hex(hmac_sha256("Jefe", "what do ya want for nothing?")),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    EXPECT_EQ(in_hex(hmac_sha256(std::string(131, '\xaa'),
                                 "Test Using Larger Than Block-Size Key - Hash Key First")),
              "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

// RFC 5869, appendix A.1: the first 32 of its 42 bytes.
TEST(Hkdf, AnswersAsRfc5869) {
    EXPECT_EQ(in_hex(hkdf_sha256(std::string(22, '\x0b'), bytes(0x00, 0x0c), bytes(0xf0, 0xf9))),
              "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf");
}

// RFC 4648, section 10.
TEST(Base64, WritesAsRfc4648) {
    EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
    EXPECT_EQ(base64("foob"), "Zm9vYg==");
    EXPECT_EQ(base64("\xfb\xff"), "+/8=");
}

// The same without padding.
TEST(Base64url, WritesAndReadsAsRfc4648) {
    EXPECT_EQ(base64url("foobar"), "Zm9vYmFy");
    EXPECT_EQ(base64url("foob"), "Zm9vYg");
    EXPECT_EQ(base64url("\xfb\xff"), "-_8");
    EXPECT_EQ(from_base64url("Zm9vYg"), "foob");
    EXPECT_EQ(from_base64url(""), "");
    for (const char* broken : {"Zm9vYg==", "Zm9vYh", "Zm9v Yg", "Zm+vYg", "Z"})
        EXPECT_FALSE(from_base64url(broken)) << broken;
}

TEST(Base32, WritesAsRfc4648) {
    EXPECT_EQ(base32("foobar"), "MZXW6YTBOI");
    EXPECT_EQ(base32("foob"), "MZXW6YQ");
}

TEST(Token, Has43CharactersAndNeverComesTwice) {
    const std::string token = random_token();
    EXPECT_EQ(token.size(), 43u);
    EXPECT_EQ(from_base64url(token)->size(), 32u);
    EXPECT_NE(token, random_token());
}

TEST(Equal, ComparesLengthAndEveryByte) {
    EXPECT_TRUE(equal("secret", "secret"));
    EXPECT_TRUE(equal("", ""));
    EXPECT_FALSE(equal("secret", "secreT"));
    EXPECT_FALSE(equal("secret", "secre"));
}

}  // namespace
}  // namespace primum::crypto
