#include "openid/keys.h"

#include <cjose/cjose.h>
#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "crypto/token.h"

namespace primum::openid {
namespace {

using Jwk = std::unique_ptr<cjose_jwk_t, decltype(&cjose_jwk_release)>;
using Jws = std::unique_ptr<cjose_jws_t, decltype(&cjose_jws_release)>;

// NIST SP 800-131A: shorter RSA keys are not to be used; longer ones cost us time.
constexpr std::size_t kShortestModulus = 2048 / 8;
constexpr std::size_t kLongestModulus = 8192 / 8;
constexpr std::size_t kCoordinate = 32;  // bytes, of P-256

std::uint8_t* bytes(std::string& text) {
    return reinterpret_cast<std::uint8_t*>(text.data());
}

std::string decoded(const Json& key, std::string_view member) {
    const std::string* text = key.text(member);
    return text ? crypto::from_base64url(*text).value_or("") : "";
}

Jwk no_key() {
    return {nullptr, cjose_jwk_release};
}

Jwk rsa_key(const Json& key) {
    std::string n = decoded(key, "n");
    std::string e = decoded(key, "e");
    if (n.size() < kShortestModulus || n.size() > kLongestModulus || e.empty() || e.size() > 8)
        return no_key();
    cjose_jwk_rsa_keyspec spec{};
    spec.n = bytes(n), spec.nlen = n.size();
    spec.e = bytes(e), spec.elen = e.size();
    return {cjose_jwk_create_RSA_spec(&spec, nullptr), cjose_jwk_release};
}

Jwk ec_key(const Json& key) {
    const std::string* curve = key.text("crv");
    std::string x = decoded(key, "x");
    std::string y = decoded(key, "y");
    if (!curve || *curve != "P-256" || x.size() != kCoordinate || y.size() != kCoordinate)
        return no_key();
    cjose_jwk_ec_keyspec spec{};
    spec.crv = CJOSE_JWK_EC_P_256;
    spec.x = bytes(x), spec.xlen = x.size();
    spec.y = bytes(y), spec.ylen = y.size();
    return {cjose_jwk_create_EC_spec(&spec, nullptr), cjose_jwk_release};
}

bool is_for_signatures(const Json& key) {
    const std::string* use = key.text("use");
    return !use || *use == "sig";
}

bool is_rsa(std::string_view algorithm) {
    return algorithm == "RS256" || algorithm == "PS256";
}

}  // namespace

struct Keys::Key {
    std::string id;
    std::string algorithm;  // empty where the key does not say
    bool rsa;
    Jwk jwk;

    bool fits(std::string_view asked) const {
        return rsa == is_rsa(asked) && (algorithm.empty() || algorithm == asked);
    }
};

struct Keys::All {
    std::vector<Key> keys;
};

Answer<TokenHeader> read_header(std::string_view token) {
    if (std::ranges::count(token, '.') != 2)
        return unproven("the ID token does not have three parts");
    const auto text = crypto::from_base64url(token.substr(0, token.find('.')));
    if (!text) return unproven("the ID token's header is not base64url");
    const auto header = read_document(*text);
    if (!header) return unproven("the ID token's header " + header.error());
    const std::string* algorithm = header->text("alg");
    if (!algorithm) return unproven("the ID token names no algorithm");
    if (*algorithm != "ES256" && !is_rsa(*algorithm))
        return unproven(
            fmt::format("the ID token is signed with {}, which is not accepted; only "
                        "RS256, PS256 and ES256 are",
                        *algorithm));
    if (header->find("crit")) return unproven("the ID token needs an extension (\"crit\")");
    const std::string* key = header->text("kid");
    return TokenHeader{*algorithm, key ? *key : ""};
}

Keys::Keys() : all_(std::make_shared<const All>()) {}

Answer<Keys> Keys::read(const Json& set) {
    const Json* member = set.find("keys");
    const Json::List* list = member ? member->as_list() : nullptr;
    if (!list) return unproven("the JWK set has no list of keys");
    auto all = std::make_shared<All>();
    for (const Json& key : *list) {
        const std::string* type = key.text("kty");
        if (!type || !is_for_signatures(key)) continue;
        const bool rsa = *type == "RSA";
        Jwk jwk = rsa ? rsa_key(key) : *type == "EC" ? ec_key(key) : no_key();
        if (!jwk) continue;
        const std::string* id = key.text("kid");
        const std::string* algorithm = key.text("alg");
        all->keys.push_back({id ? *id : "", algorithm ? *algorithm : "", rsa, std::move(jwk)});
    }
    Keys keys;
    keys.all_ = std::move(all);
    return keys;
}

// A token that names no key is verified only where there is no choice.
const Keys::Key* Keys::find(const TokenHeader& header) const {
    const Key* found = nullptr;
    for (const Key& key : all_->keys) {
        if (!key.fits(header.algorithm)) continue;
        if (!header.key.empty() && key.id != header.key) continue;
        if (found) return nullptr;
        found = &key;
    }
    return found;
}

bool Keys::have(const TokenHeader& header) const {
    return find(header) != nullptr;
}

Answer<std::string> Keys::verify(std::string_view token, const TokenHeader& header) const {
    const Key* key = find(header);
    if (!key)
        return unproven(fmt::format("no one key of the provider has the id \"{}\" and fits {}",
                                    header.key, header.algorithm));
    cjose_err error{};
    const Jws jws(cjose_jws_import(token.data(), token.size(), &error), cjose_jws_release);
    if (!jws) return unproven(fmt::format("the ID token cannot be read: {}", error.message));
    // What cjose goes by must be what we looked at.
    const char* algorithm =
        cjose_header_get(cjose_jws_get_protected(jws.get()), CJOSE_HDR_ALG, &error);
    if (!algorithm || header.algorithm != algorithm)
        return unproven("the ID token's header can be read in two ways");
    if (!cjose_jws_verify(jws.get(), key->jwk.get(), &error))
        return unproven("the ID token's signature is wrong");
    std::uint8_t* text = nullptr;
    std::size_t size = 0;
    if (!cjose_jws_get_plaintext(jws.get(), &text, &size, &error))
        return unproven("the ID token is empty");
    return std::string(reinterpret_cast<const char*>(text), size);
}

std::size_t Keys::size() const {
    return all_->keys.size();
}

}  // namespace primum::openid
