#pragma once
// Proof that a message is ours.

#include <string>
#include <string_view>

namespace primum::crypto {

/// HMAC-SHA-256 (RFC 2104): 32 bytes, for a key of any length.
std::string hmac_sha256(std::string_view key, std::string_view message);

/// HKDF-SHA-256 (RFC 5869): 32 bytes that tell nothing of the key, nor of those for another
/// purpose.
std::string hkdf_sha256(std::string_view key, std::string_view salt, std::string_view purpose);

}  // namespace primum::crypto
