#include "crypto/seal.h"

#include "crypto/mac.h"
#include "crypto/sodium.h"
#include "crypto/token.h"

namespace primum::crypto {
namespace {

constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;

/// Tells keys apart and tells nothing of them.
std::string name_of(const std::string& key) {
    return base64url(hmac_sha256(key, "name of this key").substr(0, 6));
}

}  // namespace

std::string Seal::seal(std::string_view secret, std::string_view place) const {
    const std::string& key = keys_.front();
    const std::string nonce = random_bytes(kNonce);
    std::string sealed(secret.size() + kTag, '\0');
    ::crypto_aead_xchacha20poly1305_ietf_encrypt(out(sealed), nullptr, in(secret), secret.size(),
                                                 in(place), place.size(), nullptr, in(nonce),
                                                 in(key));
    return name_of(key) + "." + base64url(nonce + sealed);
}

std::optional<std::string> Seal::open(std::string_view sealed, std::string_view place) const {
    const std::size_t dot = sealed.find('.');
    if (dot == sealed.npos) return std::nullopt;
    const auto bytes = from_base64url(sealed.substr(dot + 1));
    if (!bytes || bytes->size() < kNonce + kTag) return std::nullopt;

    const std::string_view nonce = std::string_view(*bytes).substr(0, kNonce);
    const std::string_view text = std::string_view(*bytes).substr(kNonce);
    for (const std::string& key : keys_) {
        if (name_of(key) != sealed.substr(0, dot)) continue;
        std::string secret(text.size() - kTag, '\0');
        if (::crypto_aead_xchacha20poly1305_ietf_decrypt(out(secret), nullptr, nullptr, in(text),
                                                         text.size(), in(place), place.size(),
                                                         in(nonce), in(key)) == 0)
            return secret;
    }
    return std::nullopt;
}

}  // namespace primum::crypto
