#include "crypto/token.h"

#include <oath.h>

#include <cstdlib>
#include <new>
#include <span>

#include "crypto/sodium.h"

namespace primum::crypto {
namespace {

constexpr int kForUrls = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
constexpr std::size_t kTokenBytes = 32;

std::string encode(std::string_view bytes, int variant) {
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    ::sodium_bin2base64(text.data(), text.size(), in(bytes), bytes.size(), variant);
    text.pop_back();  // the library's final NUL
    return text;
}

}  // namespace

std::string base64(std::string_view bytes) {
    return encode(bytes, sodium_base64_VARIANT_ORIGINAL);
}

std::string base64url(std::string_view bytes) {
    return encode(bytes, kForUrls);
}

std::optional<std::string> from_base64url(std::string_view text) {
    std::string bytes(text.size(), '\0');
    std::size_t length = 0;
    if (::sodium_base642bin(out(bytes), bytes.size(), text.data(), text.size(), nullptr, &length,
                            nullptr, kForUrls) != 0)
        return std::nullopt;
    bytes.resize(length);
    return bytes;
}

std::string base32(std::string_view bytes) {
    char* text = nullptr;
    std::size_t length = 0;
    if (::oath_base32_encode(bytes.data(), bytes.size(), &text, &length) != OATH_OK)
        throw std::bad_alloc();
    std::string result(text, length);
    std::free(text);
    while (result.ends_with('='))
        result.pop_back();
    return result;
}

std::string random_bytes(std::size_t count, Random& random) {
    std::string bytes(count, '\0');
    random.fill(std::as_writable_bytes(std::span(bytes)));
    return bytes;
}

std::string random_token(Random& random) {
    return base64url(random_bytes(kTokenBytes, random));
}

bool equal(std::string_view secret, std::string_view given) {
    return secret.size() == given.size() &&
           ::sodium_memcmp(secret.data(), given.data(), secret.size()) == 0;
}

}  // namespace primum::crypto
