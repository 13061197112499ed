#include "openid/exchange.h"

#include <fmt/core.h>

namespace primum::openid {
namespace {

// "Bearer", in whatever case (RFC 6749, section 5.1).
bool is_bearer(const std::string* type) {
    constexpr std::string_view kBearer = "bearer";
    if (!type || type->size() != kBearer.size()) return false;
    for (std::size_t i = 0; i < kBearer.size(); ++i)
        if (((*type)[i] | 0x20) != kBearer[i]) return false;
    return true;
}

// 400 and 401 come with the reason in JSON (RFC 6749, section 5.2). Of the description only what
// goes before the first colon, and nothing with an address in it: some providers name the person.
std::string error_of(const Reply& reply) {
    const auto document = read_document(reply.body);
    const std::string* error = document ? document->text("error") : nullptr;
    const std::string* words = document ? document->text("error_description") : nullptr;
    std::string text = error ? error->substr(0, 100) : "no reason given";
    const std::string why = words ? words->substr(0, words->find(':')).substr(0, 100) : "";
    if (!why.empty() && why.find('@') == why.npos) text += " (" + why + ')';
    return text;
}

Answer<Tokens> read_tokens(const Json& document) {
    const std::string* access_token = document.text("access_token");
    const std::string* id_token = document.text("id_token");
    if (!access_token || !is_bearer(document.text("token_type")))
        return unproven("the token endpoint gave no bearer token");
    if (!id_token) return unproven("the token endpoint gave no ID token");
    return Tokens{*access_token, *id_token};
}

}  // namespace

Answer<Tokens> exchange(const Provider& provider, const Outside& outside, const Metadata& metadata,
                        const std::string& code, const std::string& verifier,
                        const std::string& redirect_uri) {
    Fields form{{"grant_type", "authorization_code"},
                {"code", code},
                {"redirect_uri", redirect_uri},
                {"code_verifier", verifier}};
    Credentials who;
    if (provider.secret_by == SecretBy::basic) {
        // Escaped as in a form before it becomes a header (RFC 6749, section 2.3.1).
        who.user = escape(provider.client_id);
        who.password = escape(provider.secret);
    } else {
        form.emplace_back("client_id", provider.client_id);
        form.emplace_back("client_secret", provider.secret);
    }
    const auto reply = post(outside, metadata.token_endpoint, form, who);
    if (reply && (reply->status == 400 || reply->status == 401))
        return unproven("the token endpoint refuses the code: " + error_of(*reply));
    const auto document = document_of(metadata.token_endpoint, reply);
    if (!document) return std::unexpected(document.error());
    return read_tokens(*document);
}

Answer<Json> ask_userinfo(const Outside& outside, const Metadata& metadata,
                          const std::string& access_token, const std::string& subject) {
    const auto reply = get(outside, metadata.userinfo_endpoint,
                           {.bearer = access_token, .user = "", .password = ""});
    if (reply && reply->status == 200 && reply->type != "application/json")
        return unproven(
            fmt::format("userinfo answers with {}, not with application/json", reply->type));
    auto claims = document_of(metadata.userinfo_endpoint, reply);
    if (!claims) return claims;
    if (!claims->text("sub") || *claims->text("sub") != subject)
        return unproven("userinfo is about somebody else: its sub is not the ID token's");
    return claims;
}

}  // namespace primum::openid
