#include "http/forwarded.h"

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>
#include <optional>
#include <stdexcept>

#include "http/cursor.h"
#include "http/decoding.h"
#include "http/host.h"

namespace primum::http {
namespace {

namespace ip = boost::asio::ip;
using boost::system::error_code;

// An IPv4 address that came through an IPv6 socket is the IPv4 address.
ip::address plain(const ip::address& address) {
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return ip::make_address_v4(ip::v4_mapped, address.to_v6());
    return address;
}

std::optional<ip::address> parse_address(std::string_view text) {
    error_code error;
    const auto address = ip::make_address(std::string(text), error);
    return error ? std::nullopt : std::optional(plain(address));
}

// "192.0.2.7", "192.0.2.7:4711", "2001:db8::7", "[2001:db8::7]:4711".
std::optional<ip::address> parse_node(std::string_view text) {
    if (text.starts_with('[')) return parse_address(text.substr(1, text.find(']') - 1));
    if (std::ranges::count(text, ':') == 1) text = text.substr(0, text.find(':'));
    return parse_address(text);
}

// The last entry of a list that may go on over several headers.
std::optional<std::string_view> last_entry(const Headers& headers, std::string_view name) {
    std::optional<std::string_view> last;
    for (const Header& header : headers)
        if (equal_names(header.name, name)) last = header.value;
    if (last) last = trimmed(last->substr(last->rfind(',') + 1));
    return last;
}

/// What a proxy says of the peer; empty where it says nothing.
struct Said {
    std::string address;
    std::string scheme;
    std::string host;
};

std::optional<Said> said_by_x_headers(const Headers& headers) {
    const auto address = last_entry(headers, "x-forwarded-for");
    const auto scheme = last_entry(headers, "x-forwarded-proto");
    const auto host = last_entry(headers, "x-forwarded-host");
    if (!address && !scheme && !host) return std::nullopt;
    return Said{std::string(address.value_or("")), std::string(scheme.value_or("")),
                std::string(host.value_or(""))};
}

// for=192.0.2.7;proto=https;host=primum.example, for="[2001:db8::7]:4711"
Said said_by_forwarded(const Headers& headers) {
    std::string_view list;
    for (const Header& header : headers)
        if (equal_names(header.name, "forwarded")) list = header.value;
    Said said;
    Cursor cursor(list);
    for (cursor.skip_spaces(); !cursor.at_end(); cursor.skip_spaces()) {
        if (cursor.skip(",")) {
            said = Said();
        } else if (!cursor.skip(";")) {
            const std::string_view name = cursor.take_token();
            const auto value = cursor.skip("=") ? cursor.take_value() : std::nullopt;
            if (!value) return {};
            if (equal_names(name, "for")) said.address = *value;
            if (equal_names(name, "proto")) said.scheme = *value;
            if (equal_names(name, "host")) said.host = *value;
        }
    }
    return said;
}

}  // namespace

struct TrustedProxies::Networks {
    std::vector<ip::network_v4> v4;
    std::vector<ip::network_v6> v6;
};

TrustedProxies::TrustedProxies(const std::vector<std::string>& networks)
    : networks_(std::make_unique<Networks>()) {
    for (const std::string& text : networks) {
        const bool one = text.find('/') == text.npos;
        error_code error;
        if (text.find(':') == text.npos) {
            networks_->v4.push_back(ip::make_network_v4(one ? text + "/32" : text, error));
        } else {
            networks_->v6.push_back(ip::make_network_v6(one ? text + "/128" : text, error));
        }
        if (error)
            throw std::invalid_argument("The trusted proxy " + text +
                                        " is neither an address nor a network. Write it as "
                                        "192.0.2.7 or 10.0.0.0/8.");
    }
}
TrustedProxies::~TrustedProxies() = default;

bool TrustedProxies::trusts(std::string_view text) const {
    const auto address = parse_address(text);
    if (!address) return false;
    if (address->is_v4()) {
        return std::ranges::any_of(networks_->v4, [&](const ip::network_v4& network) {
            const auto mask = network.netmask().to_uint();
            return (address->to_v4().to_uint() & mask) == (network.address().to_uint() & mask);
        });
    }
    return std::ranges::any_of(networks_->v6, [&](const ip::network_v6& network) {
        const ip::network_v6 with(address->to_v6(), network.prefix_length());
        return with.canonical() == network.canonical();
    });
}

Peer forwarded_peer(const Headers& headers, Peer proxy) {
    const auto by_x = said_by_x_headers(headers);
    const Said said = by_x ? *by_x : said_by_forwarded(headers);
    Peer peer = std::move(proxy);
    if (const auto address = parse_node(said.address)) peer.address = address->to_string();
    if (!said.scheme.empty()) peer.secure = equal_names(said.scheme, "https");
    if (is_host(said.host)) peer.host = said.host;
    return peer;
}

}  // namespace primum::http
