#include "access/forgery.h"

#include "crypto/mac.h"
#include "crypto/token.h"

namespace primum::access {
namespace {

/// "https://primum.example" of "https://primum.example/safety?x".
std::string_view origin_of(std::string_view url) {
    const std::size_t scheme = url.find("://");
    if (scheme == url.npos) return {};
    return url.substr(0, url.find('/', scheme + 3));
}

constexpr std::size_t kSaltLength = 43;  // of a random token

std::string proof(const std::string& key, std::string_view salt, std::string_view holder) {
    return crypto::base64url(crypto::hmac_sha256(key, std::string(salt).append(holder)));
}

}  // namespace

bool comes_from_us(const http::Request& request, std::string_view public_url) {
    if (const auto site = request.headers.find("Sec-Fetch-Site"))
        return *site == "same-origin" || *site == "none";
    const auto origin = request.headers.find("Origin");
    // Programs without either header hold no cookie that a page could abuse; layer three decides.
    const auto from = origin ? origin : request.headers.find("Referer");
    return !from || origin_of(*from) == origin_of(public_url);
}

std::string FormTokens::make(std::string_view holder) const {
    const std::string salt = crypto::random_token();
    return salt + proof(key_, salt, holder);
}

bool FormTokens::valid(std::string_view token, std::string_view holder) const {
    if (token.size() <= kSaltLength || holder.empty()) return false;
    return crypto::equal(proof(key_, token.substr(0, kSaltLength), holder),
                         token.substr(kSaltLength));
}

}  // namespace primum::access
