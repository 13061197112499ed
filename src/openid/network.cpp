#include "openid/network.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <string>

namespace primum::openid {
namespace {

constexpr unsigned kMapped = 96;  // bits of ::ffff:0:0 before an IPv4 address

Network mapped(const in_addr& address) {
    Network network;
    network.bytes[10] = network.bytes[11] = 0xff;
    std::memcpy(network.bytes.data() + 12, &address, 4);
    return network;
}

Network plain(const in6_addr& address) {
    Network network;
    std::memcpy(network.bytes.data(), &address, 16);
    return network;
}

bool in_any(const Network& address, const std::vector<Network>& networks) {
    return std::ranges::any_of(networks, [&](const Network& one) { return one.holds(address); });
}

std::vector<Network> networks(std::initializer_list<const char*> texts) {
    std::vector<Network> all;
    for (const char* text : texts)
        all.push_back(Network::parse(text).value());
    return all;
}

}  // namespace

std::optional<Network> Network::parse(std::string_view text) {
    const std::size_t slash = text.find('/');
    const std::string address(text.substr(0, slash));
    Network network;
    unsigned before = 0;
    if (in_addr four; inet_pton(AF_INET, address.c_str(), &four) == 1)
        network = mapped(four), before = kMapped;
    else if (in6_addr six; inet_pton(AF_INET6, address.c_str(), &six) == 1)
        network = plain(six);
    else
        return std::nullopt;

    if (slash == text.npos) return network;
    const std::string_view bits = text.substr(slash + 1);
    unsigned prefix = 0;
    const auto [end, error] = std::from_chars(bits.data(), bits.data() + bits.size(), prefix);
    if (error != std::errc() || end != bits.data() + bits.size() || prefix > 128 - before)
        return std::nullopt;
    network.prefix = prefix + before;
    return network;
}

std::optional<Network> Network::of(const sockaddr& address) {
    if (address.sa_family == AF_INET) {
        sockaddr_in four;
        std::memcpy(&four, &address, sizeof four);
        return mapped(four.sin_addr);
    }
    if (address.sa_family == AF_INET6) {
        sockaddr_in6 six;
        std::memcpy(&six, &address, sizeof six);
        return plain(six.sin6_addr);
    }
    return std::nullopt;
}

bool Network::holds(const Network& other) const {
    if (other.prefix < prefix) return false;
    const unsigned whole = prefix / 8;
    if (!std::equal(bytes.begin(), bytes.begin() + whole, other.bytes.begin())) return false;
    const unsigned rest = prefix % 8;
    return rest == 0 || (bytes[whole] ^ other.bytes[whole]) >> (8 - rest) == 0;
}

bool is_loopback(const Network& address) {
    static const auto kLoopback = networks({"127.0.0.0/8", "::1"});
    return in_any(address, kLoopback);
}

// IANA's registries of special-purpose addresses (RFC 6890 and its successors).
bool is_public(const Network& address) {
    static const auto kInternet4 = networks({"0.0.0.0/0"});
    static const auto kSpecial4 = networks(
        {"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
         "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
         "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3"});
    static const auto kInternet6 = networks({"2000::/3"});
    static const auto kSpecial6 =
        networks({"2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"});
    if (in_any(address, kInternet4)) return !in_any(address, kSpecial4);
    return in_any(address, kInternet6) && !in_any(address, kSpecial6);
}

}  // namespace primum::openid
