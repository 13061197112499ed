#include "openid/id_token.h"

#include <fmt/core.h>

#include <algorithm>

#include "openid/hashed.h"

namespace primum::openid {
namespace {

std::int64_t seconds(Instant at) {
    return std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
}

std::string shown(const std::string* text) {
    return text ? '"' + *text + '"' : "absent";
}

// "aud" is one text, or a list that has to name us; then "azp" must be ours as well.
std::string audience_objection(const Json& claims, const std::string& client_id) {
    const Json* audience = claims.find("aud");
    if (!audience) return "aud is absent";
    if (const Json::List* list = audience->as_list()) {
        const bool ours = std::ranges::any_of(
            *list, [&](const Json& one) { return one.as_text() && *one.as_text() == client_id; });
        if (!ours) return "aud does not name this client";
        if (list->size() > 1 && !claims.find("azp")) return "aud has several values, azp is absent";
    } else if (!audience->as_text() || *audience->as_text() != client_id) {
        return fmt::format("aud is {}, not this client", shown(audience->as_text()));
    }
    if (claims.find("azp") && (!claims.text("azp") || *claims.text("azp") != client_id))
        return fmt::format("azp is {}, not this client", shown(claims.text("azp")));
    return {};
}

std::string time_objection(const Json& claims, const Expected& expected) {
    const std::int64_t now = seconds(expected.now);
    const std::int64_t skew = kSkew.count();
    const auto expires = claims.number("exp");
    const auto issued = claims.number("iat");
    if (!expires || !issued) return "exp or iat is absent";
    if (*expires <= now - skew) return fmt::format("it expired {} seconds ago", now - *expires);
    if (*issued > now + skew)
        return fmt::format("it was issued {} seconds from now; compare the clocks", *issued - now);
    if (claims.find("nbf") && claims.number("nbf").value_or(INT64_MAX) > now + skew)
        return "it is not valid yet (nbf)";
    if (!expected.max_age) return {};
    const auto signed_in = claims.number("auth_time");
    if (!signed_in) return "auth_time is absent, though max_age was asked for";
    if (*signed_in < now - expected.max_age->count() - skew)
        return fmt::format("the person signed in {} seconds ago, longer than max_age",
                           now - *signed_in);
    return {};
}

// RS256, PS256 and ES256 all hash with SHA-256: the left half of it.
std::string access_token_objection(const Json& claims, const std::string& access_token) {
    if (!claims.find("at_hash")) return {};
    const std::string expected = hashed(access_token, 16);
    if (!claims.text("at_hash") || *claims.text("at_hash") != expected)
        return "at_hash is not of the access token that came with it";
    return {};
}

}  // namespace

std::string objection(const Json& claims, const Expected& expected) {
    const std::string* issuer = claims.text("iss");
    if (!issuer || *issuer != expected.issuer)
        return fmt::format("iss is {}, not \"{}\"", shown(issuer), expected.issuer);
    if (!claims.text("sub") || claims.text("sub")->empty()) return "sub is absent";
    if (auto why = audience_objection(claims, expected.client_id); !why.empty()) return why;
    if (auto why = time_objection(claims, expected); !why.empty()) return why;
    if (!claims.text("nonce") || *claims.text("nonce") != expected.nonce)
        return "nonce is not that of this sign-in";
    if (auto why = access_token_objection(claims, expected.access_token); !why.empty()) return why;
    const std::string* acr = claims.text("acr");
    if (!expected.acr.empty() &&
        (!acr || std::ranges::find(expected.acr, *acr) == expected.acr.end()))
        return fmt::format("acr is {}, none of those the settings insist on", shown(acr));
    return {};
}

}  // namespace primum::openid
