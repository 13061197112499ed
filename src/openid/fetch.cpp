#include "openid/fetch.h"

#include <curl/curl.h>
#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>

#include "openid/document.h"

namespace primum::openid {
namespace {

constexpr long kWholeMilliseconds = 5000;
constexpr long kConnectMilliseconds = 3000;

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

Handle new_handle() {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    Handle handle(curl_easy_init(), curl_easy_cleanup);
    if (!handle) throw std::runtime_error("libcurl could not be started.");
    return handle;
}

struct Url {
    std::string scheme, host;
    std::uint16_t port = 0;
};

std::optional<std::string> part(CURLU* url, CURLUPart which, unsigned flags = 0) {
    char* text = nullptr;
    if (curl_url_get(url, which, &text, flags) != CURLUE_OK) return std::nullopt;
    const std::unique_ptr<char, decltype(&curl_free)> owner(text, curl_free);
    return std::string(text);
}

// Absolute, without user, password or fragment.
std::optional<Url> read_url(const std::string& text) {
    const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> url(curl_url(), curl_url_cleanup);
    if (curl_url_set(url.get(), CURLUPART_URL, text.c_str(), CURLU_DISALLOW_USER) != CURLUE_OK)
        return std::nullopt;
    const auto scheme = part(url.get(), CURLUPART_SCHEME);
    const auto host = part(url.get(), CURLUPART_HOST);
    const auto port = part(url.get(), CURLUPART_PORT, CURLU_DEFAULT_PORT);
    if (!scheme || !host || !port || part(url.get(), CURLUPART_FRAGMENT)) return std::nullopt;
    Url read{*scheme, *host};
    std::from_chars(port->data(), port->data() + port->size(), read.port);
    return read;
}

bool names_loopback(const std::string& host) {
    return host == "127.0.0.1" || host == "[::1]" || host == "localhost";
}

bool may_connect(const Outside& outside, const sockaddr& address) {
    const auto where = Network::of(address);
    if (!where) return false;
    if (outside.loopback) return is_loopback(*where);
    return is_public(*where) || std::ranges::any_of(outside.allowed, [&](const Network& network) {
               return network.holds(*where);
           });
}

// One request's way out.
struct Door {
    const Outside& outside;
    bool stayed_shut = false;
};

// curl asks for a socket once it has resolved the name, and connects it to just that address: so
// what is looked at here is what is connected to.
curl_socket_t open_socket(void* data, curlsocktype, curl_sockaddr* address) {
    auto& door = *static_cast<Door*>(data);
    if (may_connect(door.outside, address->addr))
        return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
    door.stayed_shut = true;
    return CURL_SOCKET_BAD;
}

std::size_t keep(const char* bytes, std::size_t, std::size_t count, void* body) {
    auto& text = *static_cast<std::string*>(body);
    if (text.size() + count > kLargestDocument) return 0;
    text.append(bytes, count);
    return count;
}

void limit(CURL* curl, Door& door) {
    const Outside& outside = door.outside;
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, outside.loopback ? "http,https" : "https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");  // an environment variable shall not redirect us
    curl_easy_setopt(curl, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, kWholeMilliseconds);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, kConnectMilliseconds);
    curl_easy_setopt(curl, CURLOPT_MAXFILESIZE, static_cast<long>(kLargestDocument));
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, &door);
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!outside.ca_file.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, outside.ca_file.c_str());
}

void identify(CURL* curl, const Credentials& who) {
    if (!who.bearer.empty()) {
        curl_easy_setopt(curl, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BEARER));
        curl_easy_setopt(curl, CURLOPT_XOAUTH2_BEARER, who.bearer.c_str());
    } else if (!who.user.empty()) {
        curl_easy_setopt(curl, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
        curl_easy_setopt(curl, CURLOPT_USERNAME, who.user.c_str());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, who.password.c_str());
    }
}

std::string media_type(CURL* curl) {
    char* text = nullptr;
    curl_easy_getinfo(curl, CURLINFO_CONTENT_TYPE, &text);
    std::string type(text ? text : "");
    type = type.substr(0, type.find_first_of("; \t"));
    std::ranges::transform(type, type.begin(), [](char c) {
        return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return type;
}

std::string why(CURLcode code, const Door& door, const char* details) {
    if (code == CURLE_COULDNT_CONNECT && door.stayed_shut)
        return "its address may not be reached; see `networks` in docs/openid.md";
    return *details ? details : curl_easy_strerror(code);
}

Answer<Reply> ask(CURL* curl, const Outside& outside, const std::string& url,
                  const Credentials& who) {
    if (const auto objects = objection(outside, url); !objects.empty())
        return unreachable(fmt::format("{}: {}", url, objects));
    Reply reply;
    char details[CURL_ERROR_SIZE] = "";
    const List headers(curl_slist_append(nullptr, "Accept: application/json"), curl_slist_free_all);
    Door door{outside};
    limit(curl, door);
    identify(curl, who);
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, keep);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &reply.body);
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, details);
    const CURLcode code = curl_easy_perform(curl);
    if (code == CURLE_WRITE_ERROR || code == CURLE_FILESIZE_EXCEEDED)
        return unproven(
            fmt::format("{}: the answer is longer than {} bytes", url, kLargestDocument));
    if (code != CURLE_OK) return unreachable(fmt::format("{}: {}", url, why(code, door, details)));
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    reply.status = static_cast<int>(status);
    reply.type = media_type(curl);
    return reply;
}

}  // namespace

std::expected<Outside, std::string> outside_of(const std::string& issuer) {
    const auto url = read_url(issuer);
    if (!url || issuer.find('?') != issuer.npos)
        return std::unexpected(std::string("is not a web address without query and fragment"));
    const bool loopback = names_loopback(url->host);
    if (url->scheme != "https" && !(url->scheme == "http" && loopback))
        return std::unexpected(std::string("does not begin with https://"));
    Outside outside;
    outside.loopback = loopback;
    outside.port = url->port;
    return outside;
}

std::string objection(const Outside& outside, const std::string& text) {
    const auto url = read_url(text);
    if (!url) return "is not a web address";
    if (outside.loopback)
        return names_loopback(url->host) && (url->scheme == "http" || url->scheme == "https")
                   ? ""
                   : "leaves this machine, where its issuer is";
    if (url->scheme != "https") return "does not begin with https://";
    if (url->port != 443 && url->port != 8443 && url->port != outside.port)
        return fmt::format("has port {}; only 443, 8443 and the issuer's are opened", url->port);
    return {};
}

Answer<Reply> get(const Outside& outside, const std::string& url, const Credentials& who) {
    const Handle curl = new_handle();
    return ask(curl.get(), outside, url, who);
}

Answer<Reply> post(const Outside& outside, const std::string& url, const Fields& form,
                   const Credentials& who) {
    const Handle curl = new_handle();
    const std::string body = encode(form);
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, body.c_str());
    return ask(curl.get(), outside, url, who);
}

std::string escape(const std::string& text) {
    const std::unique_ptr<char, decltype(&curl_free)> escaped(
        curl_easy_escape(nullptr, text.data(), static_cast<int>(text.size())), curl_free);
    if (!escaped) throw std::bad_alloc();
    return escaped.get();
}

std::string encode(const Fields& fields) {
    std::string text;
    for (const auto& [name, value] : fields) {
        if (!text.empty()) text += '&';
        text += escape(name) + '=' + escape(value);
    }
    return text;
}

}  // namespace primum::openid
