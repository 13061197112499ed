#include "openid/relying_party.h"

#include <fmt/core.h>

#include <chrono>
#include <semaphore>

#include "crypto/token.h"
#include "openid/directory.h"
#include "openid/exchange.h"
#include "openid/hashed.h"
#include "openid/id_token.h"

namespace primum::openid {
namespace {

// A slow provider may keep so many of our threads waiting, and no more: others still sign in with
// a password.
constexpr int kExchangesAtOnce = 2;
constexpr std::chrono::seconds kPatience{1};
constexpr std::size_t kLongestCode = 4096;

Outside outside_for(const Provider& provider) {
    Outside outside = outside_of(provider.issuer).value();
    for (const std::string& network : provider.networks)
        outside.allowed.push_back(Network::parse(network).value());
    outside.ca_file = provider.ca_file;
    return outside;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += text.empty() ? word : ' ' + word;
    return text;
}

std::string with_query(const std::string& url, const Fields& fields) {
    return url + (url.find('?') == url.npos ? '?' : '&') + encode(fields);
}

// What the provider says in place of a code (RFC 6749, section 4.1.2.1).
std::unexpected<Refusal> refuse_error(const std::string& error) {
    std::string reason = "the provider answers with the error " + error.substr(0, 100);
    if (error == "access_denied") return refuse(kStopped, std::move(reason));
    if (error == "server_error" || error == "temporarily_unavailable")
        return unreachable(std::move(reason));
    return unproven(std::move(reason));
}

class Slot {
public:
    using Slots = std::counting_semaphore<kExchangesAtOnce>;
    explicit Slot(Slots& slots) : slots_(slots), held_(slots.try_acquire_for(kPatience)) {}
    ~Slot() {
        if (held_) slots_.release();
    }
    explicit operator bool() const { return held_; }
    Slot(const Slot&) = delete;

private:
    Slots& slots_;
    bool held_;
};

}  // namespace

struct RelyingParty::State {
    Provider provider;
    const Clock& clock;
    Random& random;
    Outside outside;
    Directory directory;
    Slot::Slots slots{kExchangesAtOnce};

    State(Provider settings, const Clock& now, Random& chance)
        : provider(std::move(settings)),
          clock(now),
          random(chance),
          outside(outside_for(provider)),
          directory(provider.issuer, outside, now) {}

    std::optional<std::chrono::seconds> longest_age(const Attempt& attempt) const {
        return attempt.again ? std::chrono::seconds(0) : provider.max_age;
    }
    Fields authorise_request(const Attempt& attempt) const;
    Answer<void> check(const Attempt& attempt, const Returned& returned, const Metadata& metadata);
    Answer<Json> verified(const Tokens& tokens, const Attempt& attempt);
};

Fields RelyingParty::State::authorise_request(const Attempt& attempt) const {
    Fields fields{{"response_type", "code"},
                  {"client_id", provider.client_id},
                  {"redirect_uri", attempt.redirect_uri},
                  {"scope", joined(provider.scopes)},
                  {"state", attempt.state},
                  {"nonce", attempt.nonce},
                  {"code_challenge", hashed(attempt.verifier)},
                  {"code_challenge_method", "S256"}};
    const std::string prompt = attempt.again ? "login" : provider.prompt;
    const auto max_age = longest_age(attempt);
    if (!prompt.empty()) fields.emplace_back("prompt", prompt);
    if (max_age) fields.emplace_back("max_age", std::to_string(max_age->count()));
    if (!provider.acr.empty()) fields.emplace_back("acr_values", joined(provider.acr));
    fields.insert(fields.end(), provider.parameters.begin(), provider.parameters.end());
    return fields;
}

Answer<void> RelyingParty::State::check(const Attempt& attempt, const Returned& returned,
                                        const Metadata& metadata) {
    if (!returned.state || *returned.state != attempt.state)
        return refuse(kStale, "state is not that of this sign-in");
    if (!returned.issuer && metadata.names_issuer)
        return unproven("the answer lacks iss, which the provider promises to send");
    if (returned.issuer && *returned.issuer != provider.issuer)
        return unproven(fmt::format("the answer is of the issuer \"{}\", not \"{}\"",
                                    returned.issuer->substr(0, 200), provider.issuer));
    if (returned.error) return refuse_error(*returned.error);
    if (!returned.code || returned.code->empty() || returned.code->size() > kLongestCode)
        return unproven("the answer has no code, or one that is too long");
    return {};
}

Answer<Json> RelyingParty::State::verified(const Tokens& tokens, const Attempt& attempt) {
    const auto header = read_header(tokens.id_token);
    if (!header) return std::unexpected(header.error());
    const auto keys = directory.keys_for(*header);
    if (!keys) return std::unexpected(keys.error());
    const auto text = keys->verify(tokens.id_token, *header);
    if (!text) return std::unexpected(text.error());
    auto claims = read_document(*text);
    if (!claims) return unproven("what the ID token says " + claims.error());
    const auto why = objection(*claims, {.issuer = provider.issuer,
                                         .client_id = provider.client_id,
                                         .nonce = attempt.nonce,
                                         .access_token = tokens.access_token,
                                         .max_age = longest_age(attempt),
                                         .acr = provider.acr,
                                         .now = clock.now()});
    if (!why.empty()) return unproven("the ID token does not serve: " + why);
    return std::move(*claims);
}

RelyingParty::RelyingParty(Provider provider, const Clock& clock, Random& random)
    : state_(std::make_unique<State>(std::move(provider), clock, random)) {}

RelyingParty::~RelyingParty() = default;

const Provider& RelyingParty::provider() const {
    return state_->provider;
}

Answer<Started> RelyingParty::start(const std::string& redirect_uri, bool again) {
    const auto metadata = state_->directory.metadata();
    if (!metadata) return std::unexpected(metadata.error());
    Started started;
    started.attempt = {crypto::random_token(state_->random), crypto::random_token(state_->random),
                       crypto::random_token(state_->random), redirect_uri, again};
    started.url =
        with_query(metadata->authorization_endpoint, state_->authorise_request(started.attempt));
    return started;
}

Answer<Identity> RelyingParty::finish(const Attempt& attempt, const Returned& returned) {
    const auto metadata = state_->directory.metadata();
    if (!metadata) return std::unexpected(metadata.error());
    if (const auto good = state_->check(attempt, returned, *metadata); !good)
        return std::unexpected(good.error());

    const Slot slot(state_->slots);
    if (!slot) return refuse(kBusy, "too many sign-ins wait for this provider");
    const Provider& provider = state_->provider;
    const auto tokens = exchange(provider, state_->outside, *metadata, *returned.code,
                                 attempt.verifier, attempt.redirect_uri);
    if (!tokens) return std::unexpected(tokens.error());
    const auto claims = state_->verified(*tokens, attempt);
    if (!claims) return std::unexpected(claims.error());

    std::optional<Json> userinfo;
    if (provider.userinfo && !metadata->userinfo_endpoint.empty()) {
        auto answer =
            ask_userinfo(state_->outside, *metadata, tokens->access_token, *claims->text("sub"));
        if (!answer) return std::unexpected(answer.error());
        userinfo = std::move(*answer);
    }
    auto identity = identify(provider, *claims, userinfo ? &*userinfo : nullptr);
    if (identity) identity->id_token = tokens->id_token;
    return identity;
}

std::optional<std::string> RelyingParty::sign_out_url(const std::string& id_token,
                                                      const std::string& back) {
    const auto metadata = state_->directory.metadata();
    if (!metadata || metadata->end_session_endpoint.empty()) return std::nullopt;
    return with_query(metadata->end_session_endpoint, {{"id_token_hint", id_token},
                                                       {"client_id", state_->provider.client_id},
                                                       {"post_logout_redirect_uri", back}});
}

}  // namespace primum::openid
