#include "crypto/hash.h"

#include <openssl/evp.h>

#include <charconv>
#include <stdexcept>

namespace primum::crypto {
namespace {

// OpenSSL fails here only when memory runs out or the library is not what we were built for.
void expect(int done) {
    if (done != 1) throw std::runtime_error("SHA-256 is not available from OpenSSL.");
}

unsigned char* as_unsigned(Digest& digest) {
    return reinterpret_cast<unsigned char*>(digest.data());
}

}  // namespace

Digest sha256(std::string_view bytes) {
    Digest digest;
    expect(EVP_Digest(bytes.data(), bytes.size(), as_unsigned(digest), nullptr, EVP_sha256(),
                      nullptr));
    return digest;
}

std::string hex(std::span<const std::byte> bytes) {
    constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const std::byte byte : bytes) {
        text += kDigits[std::to_integer<unsigned>(byte) >> 4];
        text += kDigits[std::to_integer<unsigned>(byte) & 15];
    }
    return text;
}

std::optional<std::vector<std::byte>> from_hex(std::string_view digits) {
    if (digits.size() % 2 != 0) return std::nullopt;
    std::vector<std::byte> bytes(digits.size() / 2);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const char* pair = digits.data() + 2 * i;
        unsigned byte = 0;
        const auto [end, error] = std::from_chars(pair, pair + 2, byte, 16);
        if (error != std::errc() || end != pair + 2) return std::nullopt;
        bytes[i] = static_cast<std::byte>(byte);
    }
    return bytes;
}

std::string sha256_hex(std::string_view bytes) {
    return hex(sha256(bytes));
}

struct Sha256::State {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    ~State() { EVP_MD_CTX_free(context); }
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
    expect(EVP_DigestInit_ex(state_->context, EVP_sha256(), nullptr));
}

Sha256::~Sha256() = default;

Sha256& Sha256::add(std::string_view bytes) {
    expect(EVP_DigestUpdate(state_->context, bytes.data(), bytes.size()));
    return *this;
}

Digest Sha256::finish() {
    Digest digest;
    expect(EVP_DigestFinal_ex(state_->context, as_unsigned(digest), nullptr));
    return digest;
}

}  // namespace primum::crypto
