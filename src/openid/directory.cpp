#include "openid/directory.h"

#include <fmt/core.h>

#include <mutex>
#include <optional>

namespace primum::openid {
namespace {

using namespace std::chrono_literals;

constexpr auto kKept = 1h;
constexpr auto kBetweenNewKeys = 1min;  // unknown keys cost a request, and anybody can name one
constexpr auto kRest = 10s;             // after a failure
constexpr auto kPatience = 1s;          // for another thread's request

Answer<std::string> endpoint(const Json& document, const char* name, const Outside& outside) {
    const std::string* url = document.text(name);
    if (!url) return std::string();
    if (const auto objects = objection(outside, *url); !objects.empty())
        return unproven(fmt::format("{} {}: {}", name, *url, objects));
    return *url;
}

Answer<Json> fetch_document(const Outside& outside, const std::string& url) {
    return document_of(url, get(outside, url));
}

std::string discovery_url(const std::string& issuer) {
    return issuer + (issuer.ends_with('/') ? "" : "/") + ".well-known/openid-configuration";
}

}  // namespace

Answer<Metadata> read_metadata(const Json& document, const std::string& issuer,
                               const Outside& outside) {
    const std::string* named = document.text("issuer");
    if (!named || *named != issuer)
        return unproven(fmt::format("the discovery document is of the issuer \"{}\", not \"{}\"",
                                    named ? *named : "", issuer));
    Metadata metadata;
    const std::pair<const char*, std::string*> endpoints[] = {
        {"authorization_endpoint", &metadata.authorization_endpoint},
        {"token_endpoint", &metadata.token_endpoint},
        {"jwks_uri", &metadata.jwks_uri},
        {"userinfo_endpoint", &metadata.userinfo_endpoint},
        {"end_session_endpoint", &metadata.end_session_endpoint}};
    for (const auto& [name, where] : endpoints) {
        auto url = endpoint(document, name, outside);
        if (!url) return std::unexpected(url.error());
        *where = std::move(*url);
    }
    if (metadata.authorization_endpoint.empty() || metadata.token_endpoint.empty() ||
        metadata.jwks_uri.empty())
        return unproven("the discovery document lacks an endpoint of the code flow");
    const Json* names = document.find("authorization_response_iss_parameter_supported");
    const bool* truth = names ? std::get_if<bool>(&names->value) : nullptr;
    metadata.names_issuer = truth && *truth;
    return metadata;
}

Answer<Json> document_of(const std::string& url, const Answer<Reply>& reply) {
    if (!reply) return std::unexpected(reply.error());
    if (reply->status >= 300 && reply->status < 400)
        return unreachable(fmt::format("{}: redirects elsewhere; that is not followed", url));
    if (reply->status != 200)
        return unreachable(fmt::format("{}: answered with status {}", url, reply->status));
    auto document = read_document(reply->body);
    if (!document) return unproven(fmt::format("{}: the answer {}", url, document.error()));
    return std::move(*document);
}

struct Directory::State {
    std::string issuer;
    Outside outside;
    const Clock& clock;

    std::timed_mutex asking;  // held while the provider is asked
    std::mutex known;         // guards all that follows; never held for long
    std::optional<Metadata> metadata;
    std::optional<Keys> keys;
    Instant metadata_until, keys_until, new_keys_from, resting_until;
    std::optional<Refusal> failure;

    std::optional<Metadata> known_metadata() {
        const std::lock_guard lock(known);
        return clock.now() < metadata_until ? metadata : std::nullopt;
    }

    // Good for this header; or all there is, where it is too early to ask again.
    std::optional<Keys> known_keys(const TokenHeader& header) {
        const std::lock_guard lock(known);
        if (!keys || clock.now() >= keys_until) return std::nullopt;
        if (!keys->have(header) && clock.now() >= new_keys_from) return std::nullopt;
        return keys;
    }

    std::optional<Refusal> recent_failure() {
        const std::lock_guard lock(known);
        return clock.now() < resting_until ? failure : std::nullopt;
    }

    void remember(const Metadata& answer) {
        const std::lock_guard lock(known);
        metadata = answer;
        metadata_until = clock.now() + kKept;
    }

    void remember(const Keys& answer) {
        const std::lock_guard lock(known);
        // Once they are here, keys that we do not have are asked for again at once, but only once.
        new_keys_from =
            keys && clock.now() < keys_until ? clock.now() + kBetweenNewKeys : Instant();
        keys = answer;
        keys_until = clock.now() + kKept;
    }

    void remember(const Refusal& refusal) {
        const std::lock_guard lock(known);
        failure = refusal;
        resting_until = clock.now() + kRest;
    }

    Answer<Metadata> ask_metadata() {
        const auto document = fetch_document(outside, discovery_url(issuer));
        if (!document) return std::unexpected(document.error());
        return read_metadata(*document, issuer, outside);
    }

    Answer<Keys> ask_keys(const std::string& url) {
        const auto document = fetch_document(outside, url);
        if (!document) return std::unexpected(document.error());
        return Keys::read(*document);
    }

    // What is known; else one thread asks, and tells the others how it went.
    template <class T, class Known, class Ask>
    Answer<T> known_or_asked(Known known_one, Ask ask) {
        if (auto answer = known_one()) return *answer;
        // By the system's clock: the thread sanitizer of g++ 12 does not see the steady one's lock.
        const std::unique_lock lock(asking, std::chrono::system_clock::now() + kPatience);
        if (!lock) return unreachable("the provider is slow, and is being asked already");
        if (auto answer = known_one()) return *answer;
        if (auto refusal = recent_failure()) return std::unexpected(*refusal);
        Answer<T> answer = ask();
        answer ? remember(*answer) : remember(answer.error());
        return answer;
    }
};

Directory::Directory(std::string issuer, Outside outside, const Clock& clock)
    : state_(new State{std::move(issuer), std::move(outside), clock}) {}

Directory::~Directory() = default;

Answer<Metadata> Directory::metadata() {
    return state_->known_or_asked<Metadata>([&] { return state_->known_metadata(); },
                                            [&] { return state_->ask_metadata(); });
}

Answer<Keys> Directory::keys_for(const TokenHeader& header) {
    const auto found = metadata();
    if (!found) return std::unexpected(found.error());
    return state_->known_or_asked<Keys>([&] { return state_->known_keys(header); },
                                        [&] { return state_->ask_keys(found->jwks_uri); });
}

}  // namespace primum::openid
