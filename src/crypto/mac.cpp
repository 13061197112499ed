#include "crypto/mac.h"

#include "crypto/sodium.h"

namespace primum::crypto {

std::string hmac_sha256(std::string_view key, std::string_view message) {
    std::string mac(crypto_auth_hmacsha256_BYTES, '\0');
    crypto_auth_hmacsha256_state state;
    ::crypto_auth_hmacsha256_init(&state, in(key), key.size());
    ::crypto_auth_hmacsha256_update(&state, in(message), message.size());
    ::crypto_auth_hmacsha256_final(&state, out(mac));
    return mac;
}

// libsodium has this from 1.0.19 on only. One block is all that 32 bytes need.
std::string hkdf_sha256(std::string_view key, std::string_view salt, std::string_view purpose) {
    return hmac_sha256(hmac_sha256(salt, key), std::string(purpose) + '\x01');
}

}  // namespace primum::crypto
