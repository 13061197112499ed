#include "crypto/totp.h"

#include <gmock/gmock.h>

#include <chrono>

#include "crypto/qr.h"

namespace primum::crypto {
namespace {

using namespace std::chrono_literals;

// RFC 6238, appendix B: its secret, and the last six of its eight digits.
const std::string kSecret = "12345678901234567890";

TEST(Totp, ShowsWhatRfc6238Shows) {
    EXPECT_EQ(totp_code(kSecret, Instant(59s)), "287082");
    EXPECT_EQ(totp_code(kSecret, Instant(1111111109s)), "081804");
    EXPECT_EQ(totp_code(kSecret, Instant(1111111111s)), "050471");
    EXPECT_EQ(totp_code(kSecret, Instant(20000000000s)), "353130");
}

TEST(Totp, TakesTheStepBeforeAndAfterAndNoOther) {
    const Instant now(1111111111s);
    const auto step = [&](Instant shown) {
        return totp_step(kSecret, totp_code(kSecret, shown), now);
    };
    EXPECT_EQ(step(now), 37037037);  // 1111111111 / 30
    EXPECT_EQ(step(now - 30s), 37037036);
    EXPECT_EQ(step(now + 30s), 37037038);
    EXPECT_FALSE(step(now - 60s));
    EXPECT_FALSE(step(now + 60s));
}

TEST(Totp, TakesSixDigitsOnly) {
    for (const char* code : {"", "50471", "0050471", "05047l", "-50471", " 50471"})
        EXPECT_FALSE(totp_step(kSecret, code, Instant(1111111111s))) << code;
}

TEST(Totp, MakesAnotherSecretEachTime) {
    EXPECT_EQ(new_totp_secret().size(), 20u);
    EXPECT_NE(new_totp_secret(), new_totp_secret());
}

TEST(Totp, TellsTheAppWhoseCodeItIs) {
    EXPECT_EQ(
        totp_address("foobar", "Safer Care", "ann@example.org"),
        "otpauth://totp/Safer%20Care:ann%40example.org?secret=MZXW6YTBOI&issuer=Safer%20Care");
}

// ISO/IEC 18004: version 1 has 21 modules and holds 14 bytes with correction M; each version has 4
// more. Its corners but one hold a square of 7 with a hole and a core.
TEST(Qr, HasTheThreeCornersOfEveryCode) {
    EXPECT_EQ(qr_code("primum").width, 21u);
    const Qr qr = qr_code(totp_address(kSecret, "Primum", "ann@example.org"));
    EXPECT_EQ(qr.width % 4, 1u);
    const std::string far = std::to_string(qr.width - 7);
    EXPECT_THAT(qr.path, testing::StartsWith("M0 0h7v1h-7z"));
    EXPECT_THAT(qr.path, testing::HasSubstr("M" + far + " 0h7v1h-7z"));
    EXPECT_THAT(qr.path, testing::HasSubstr("M0 " + far + "h7v1h-7z"));
}

TEST(Qr, RefusesWhatNoCodeHolds) {
    EXPECT_THROW(qr_code(std::string(5000, 'x')), std::invalid_argument);
}

}  // namespace
}  // namespace primum::crypto
