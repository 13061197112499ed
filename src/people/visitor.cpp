#include "people/visitor.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <utility>

namespace primum::people {
namespace {

using Signs = std::pair<std::string_view, std::string_view>;

// The order matters: Edge and Opera say that they are Chrome, and all say that they are Safari.
constexpr Signs kBrowsers[] = {
    {"Edg", "Edge"},         {"OPR/", "Opera"},     {"SamsungBrowser/", "Samsung Internet"},
    {"Firefox/", "Firefox"}, {"FxiOS/", "Firefox"}, {"CriOS/", "Chrome"},
    {"Chrome/", "Chrome"},   {"Safari/", "Safari"},
};
constexpr Signs kSystems[] = {
    {"Windows", "Windows"}, {"Android", "Android"}, {"iPhone", "iPhone"}, {"iPad", "iPad"},
    {"Mac OS X", "macOS"},  {"CrOS", "ChromeOS"},   {"Linux", "Linux"},
};

template <std::size_t Count>
std::string_view first_of(const Signs (&signs)[Count], std::string_view text) {
    for (const auto& [sign, name] : signs)
        if (text.find(sign) != text.npos) return name;
    return {};
}

}  // namespace

std::string browser_name(std::string_view user_agent) {
    const std::string_view browser = first_of(kBrowsers, user_agent);
    const std::string_view system = first_of(kSystems, user_agent);
    if (browser.empty()) return std::string(system);
    if (system.empty()) return std::string(browser);
    return std::string(browser) + " (" + std::string(system) + ")";
}

std::string network_of(const std::string& address) {
    in6_addr bytes = {};
    if (::inet_pton(AF_INET6, address.c_str(), &bytes) != 1) return address;
    std::fill(bytes.s6_addr + 8, bytes.s6_addr + 16, std::uint8_t{0});
    std::array<char, INET6_ADDRSTRLEN> text{};
    ::inet_ntop(AF_INET6, &bytes, text.data(), text.size());
    return std::string(text.data()) + "/64";
}

bool is_private_line(const http::Request& request) {
    const std::string& address = request.peer.address;
    return request.peer.secure || address.starts_with("127.") || address == "::1";
}

}  // namespace primum::people
