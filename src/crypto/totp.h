#pragma once
// Six digits from an app on a phone: RFC 6238 with SHA-1 and 30 seconds, which every app knows.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "base/random.h"

namespace primum::crypto {

/// 160 bits by chance, as RFC 4226 asks; bytes, not text.
std::string new_totp_secret(Random& random = system_random());

/// What an app shows at that moment.
std::string totp_code(std::string_view secret, Instant at);

/// The number of the 30-second step whose code this is: the present one or one either side. The
/// caller keeps it and takes no code of that step, or of one before it, again.
std::optional<std::int64_t> totp_step(std::string_view secret, std::string_view code, Instant at);

/// What the app's camera reads: "otpauth://totp/…" (the Key URI format).
std::string totp_address(std::string_view secret, std::string_view service,
                         std::string_view account);

}  // namespace primum::crypto
