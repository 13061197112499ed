#include "access/token.h"

#include <algorithm>

#include "crypto/token.h"

namespace primum::access {
namespace {

/// What follows a scheme, whose name is compared without regard to case.
std::optional<std::string_view> after(std::string_view header, std::string_view scheme) {
    const auto same = [](char one, char other) {
        return (one >= 'A' && one <= 'Z' ? one - 'A' + 'a' : one) == other;
    };
    if (header.size() <= scheme.size() ||
        !std::ranges::equal(header.substr(0, scheme.size()), scheme, same))
        return std::nullopt;
    header.remove_prefix(scheme.size());
    if (header.front() != ' ') return std::nullopt;
    header.remove_prefix(std::min(header.find_first_not_of(' '), header.size()));
    return header;
}

/// RFC 4648, section 4, with or without its padding.
std::optional<std::string> from_base64(std::string_view text) {
    while (text.ends_with('='))
        text.remove_suffix(1);
    std::string other(text);
    for (char& one : other)
        one = one == '+' ? '-' : one == '/' ? '_' : one;
    return crypto::from_base64url(other);
}

}  // namespace

std::optional<std::string> token_in(std::string_view authorization) {
    if (const auto bearer = after(authorization, "bearer")) return std::string(*bearer);
    const auto basic = after(authorization, "basic");
    if (!basic) return std::nullopt;
    const auto pair = from_base64(*basic);
    if (!pair) return std::nullopt;
    const auto colon = pair->find(':');
    return colon == pair->npos ? std::nullopt : std::optional(pair->substr(colon + 1));
}

}  // namespace primum::access
