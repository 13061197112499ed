#pragma once
// Secrets as text: what stands in cookies, links and forms.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/random.h"

namespace primum::crypto {

/// RFC 4648, section 4, with padding.
std::string base64(std::string_view bytes);

/// RFC 4648, section 5, without padding: fit for addresses and cookies.
std::string base64url(std::string_view bytes);

/// The bytes again; absent where the text is not exactly what base64url() writes.
std::optional<std::string> from_base64url(std::string_view text);

/// RFC 4648, section 6, without padding: what authenticator apps take.
std::string base32(std::string_view bytes);

std::string random_bytes(std::size_t count, Random& random = system_random());

/// 256 bits by chance, as 43 characters of base64url.
std::string random_token(Random& random = system_random());

/// Takes the same time wherever the two differ.
bool equal(std::string_view secret, std::string_view given);

}  // namespace primum::crypto
