#include "crypto/totp.h"

#include <oath.h>

#include <chrono>
#include <ctime>
#include <stdexcept>

#include "crypto/token.h"

namespace primum::crypto {
namespace {

constexpr std::size_t kSecretBytes = 20;
constexpr unsigned kDigits = 6;
constexpr std::size_t kStepsEitherSide = 1;

std::time_t seconds(Instant at) {
    return std::chrono::duration_cast<std::chrono::seconds>(at.time_since_epoch()).count();
}

bool is_code(std::string_view code) {
    return code.size() == kDigits && code.find_first_not_of("0123456789") == code.npos;
}

std::string encoded(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                           (c >= 'A' && c <= 'Z') || c == '-' || c == '.' || c == '_' || c == '~';
        if (plain) {
            result += c;
        } else {
            constexpr char kHex[] = "0123456789ABCDEF";
            const auto byte = static_cast<unsigned char>(c);
            ((result += '%') += kHex[byte >> 4]) += kHex[byte & 15];
        }
    }
    return result;
}

}  // namespace

std::string new_totp_secret(Random& random) {
    return random_bytes(kSecretBytes, random);
}

std::string totp_code(std::string_view secret, Instant at) {
    char code[kDigits + 1] = {};
    if (::oath_totp_generate(secret.data(), secret.size(), seconds(at),
                             OATH_TOTP_DEFAULT_TIME_STEP_SIZE, OATH_TOTP_DEFAULT_START_TIME,
                             kDigits, code) != OATH_OK)
        throw std::runtime_error("no code can be made of this secret");
    return code;
}

std::optional<std::int64_t> totp_step(std::string_view secret, std::string_view code, Instant at) {
    if (!is_code(code)) return std::nullopt;
    std::uint64_t step = 0;
    if (::oath_totp_validate3(secret.data(), secret.size(), seconds(at),
                              OATH_TOTP_DEFAULT_TIME_STEP_SIZE, OATH_TOTP_DEFAULT_START_TIME,
                              kStepsEitherSide, nullptr, &step, std::string(code).c_str()) < 0)
        return std::nullopt;
    return static_cast<std::int64_t>(step);
}

std::string totp_address(std::string_view secret, std::string_view service,
                         std::string_view account) {
    return "otpauth://totp/" + encoded(service) + ":" + encoded(account) +
           "?secret=" + base32(secret) + "&issuer=" + encoded(service);
}

}  // namespace primum::crypto
