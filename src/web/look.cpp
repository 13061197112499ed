#include "web/look.h"

#include <curl/curl.h>
#include <fmt/core.h>
#include <unistd.h>

#include <memory>
#include <mutex>
#include <stdexcept>

#include "openid/network.h"

namespace primum::web {
namespace {

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;

Handle new_handle() {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    Handle handle(curl_easy_init(), curl_easy_cleanup);
    if (!handle) throw std::runtime_error("libcurl could not be started.");
    return handle;
}

struct Door {
    bool private_too;
    bool stayed_shut = false;
};

// curl asks for a socket once it has resolved a name, of a redirect too, and connects it to just
// that address: so what is looked at here is what is connected to.
curl_socket_t open_socket(void* data, curlsocktype, curl_sockaddr* address) {
    auto& door = *static_cast<Door*>(data);
    const auto where = openid::Network::of(address->addr);
    if (where && (door.private_too || openid::is_public(*where)))
        return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
    door.stayed_shut = true;
    return CURL_SOCKET_BAD;
}

// The head has been read by then: that is all we wanted.
std::size_t enough(const char*, std::size_t, std::size_t, void*) {
    return 0;
}

void limit(CURL* curl, Door& door, const Limits& limits) {
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(curl, CURLOPT_MAXREDIRS, limits.redirects);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");  // it would connect to what we may not
    curl_easy_setopt(curl, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(limits.whole.count()));
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect.count()));
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, &door);
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, enough);
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "Primum link check");
}

std::string why(CURLcode code, const Door& door) {
    if (door.stayed_shut) return "its address is not on the open internet";
    switch (code) {
        case CURLE_URL_MALFORMAT:
        case CURLE_UNSUPPORTED_PROTOCOL:
            return "is not a web address";
        case CURLE_COULDNT_RESOLVE_HOST:
            return "there is no such host";
        case CURLE_COULDNT_CONNECT:
            return "nothing answers there";
        case CURLE_OPERATION_TIMEDOUT:
            return "no answer in time";
        case CURLE_TOO_MANY_REDIRECTS:
            return "leads from one address to the next without end";
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CONNECT_ERROR:
            return "its certificate is not right";
        default:
            return curl_easy_strerror(code);
    }
}

std::string why(int status) {
    constexpr int kWrong = 400;
    constexpr int kSignIn = 401;
    constexpr int kForbidden = 403;
    constexpr int kLater = 429;
    if (status < kWrong || status == kSignIn || status == kForbidden || status == kLater) return {};
    if (status == 404 || status == 410) return fmt::format("the page is gone ({})", status);
    return fmt::format("its server answers {}", status);
}

Seen ask(CURL* curl, const std::string& address, bool head_only, Door& door) {
    curl_easy_setopt(curl, CURLOPT_URL, address.c_str());
    curl_easy_setopt(curl, head_only ? CURLOPT_NOBODY : CURLOPT_HTTPGET, 1L);
    door.stayed_shut = false;
    const CURLcode code = curl_easy_perform(curl);
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    // enough() ends a transfer on purpose.
    const bool whole = code == CURLE_OK || (code == CURLE_WRITE_ERROR && status != 0);
    if (!whole) return {.status = 0, .problem = why(code, door)};
    return {.status = static_cast<int>(status), .problem = why(static_cast<int>(status))};
}

}  // namespace

Seen look(const std::string& address, const Limits& limits) {
    const Handle curl = new_handle();
    Door door{.private_too = limits.private_too};
    limit(curl.get(), door, limits);
    const Seen seen = ask(curl.get(), address, true, door);
    if (seen.problem.empty() || door.stayed_shut) return seen;
    return ask(curl.get(), address, false, door);
}

}  // namespace primum::web
