#pragma once
// libsodium, made ready; for this room only.

#include <sodium.h>

#include <string>
#include <string_view>

namespace primum::crypto {

/// Call before anything of libsodium's; costs nothing after the first time. Throws where the
/// machine cannot do it.
void make_sodium_ready();

inline const unsigned char* in(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}
inline unsigned char* out(std::string& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}

}  // namespace primum::crypto
