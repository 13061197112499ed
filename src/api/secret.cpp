#include "api/secret.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "crypto/hash.h"
#include "crypto/token.h"

namespace primum::api {
namespace {

constexpr std::string_view kDigits =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr std::string_view kPrefix = "prm_";
constexpr std::size_t kKey = 8;
constexpr std::size_t kSecret = 43;  // 62^43 is a little above 2^256
constexpr std::size_t kCheck = 8;
constexpr std::size_t kLength = kPrefix.size() + kKey + 1 + kSecret + 1 + kCheck;

/// The bytes as one number to the base of 62, its last `length` digits.
std::string base62(std::string bytes, std::size_t length) {
    std::string digits(length, kDigits.front());
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
        unsigned rest = 0;
        for (char& byte : bytes) {
            const unsigned value = rest * 256 + static_cast<unsigned char>(byte);
            byte = static_cast<char>(value / kDigits.size());
            rest = value % kDigits.size();
        }
        *digit = kDigits[rest];
    }
    return digits;
}

/// CRC-32 as of ISO 3309 and zip, as eight digits.
std::string check_of(std::string_view text) {
    std::uint32_t crc = ~std::uint32_t{0};
    for (const char letter : text) {
        crc ^= static_cast<unsigned char>(letter);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc & 1 ? crc >> 1 ^ 0xedb88320u : crc >> 1;
    }
    crc = ~crc;
    const std::array bytes = {static_cast<std::byte>(crc >> 24), static_cast<std::byte>(crc >> 16),
                              static_cast<std::byte>(crc >> 8), static_cast<std::byte>(crc)};
    return crypto::hex(bytes);
}

bool are_digits(std::string_view text) {
    return std::ranges::all_of(text,
                               [](char letter) { return kDigits.find(letter) != kDigits.npos; });
}

}  // namespace

std::string Secret::text() const {
    const std::string text = std::string(kPrefix) + key + '_' + secret + '_';
    return text + check_of(text);
}

std::string Secret::hash() const {
    return crypto::sha256_hex(secret);
}

Secret make_secret(Random& random) {
    return {.key = base62(crypto::random_bytes(8, random), kKey),
            .secret = base62(crypto::random_bytes(32, random), kSecret)};
}

std::optional<Secret> parse_secret(std::string_view text) {
    if (text.size() != kLength || !text.starts_with(kPrefix)) return std::nullopt;
    const Secret secret{.key = std::string(text.substr(kPrefix.size(), kKey)),
                        .secret = std::string(text.substr(kPrefix.size() + kKey + 1, kSecret))};
    if (!are_digits(secret.key) || !are_digits(secret.secret) || secret.text() != text)
        return std::nullopt;
    return secret;
}

}  // namespace primum::api
