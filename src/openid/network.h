#pragma once
// Which addresses a provider may lead us to. A provider's documents name URLs that we then open, so
// a name that resolves to our own network would let a stranger look around in it.

#include <sys/socket.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace primum::openid {

/// An address, or all that begin alike. IPv4 is kept as IPv6 has it, ::ffff:a.b.c.d.
struct Network {
    std::array<std::uint8_t, 16> bytes{};
    unsigned prefix = 128;  ///< bits that count

    /// "192.0.2.7", "10.0.0.0/8", "fd00::/8"; nothing else is understood.
    static std::optional<Network> parse(std::string_view text);
    /// The address of a socket; nothing where it is neither IPv4 nor IPv6.
    static std::optional<Network> of(const sockaddr& address);

    bool holds(const Network& other) const;
};

/// 127.0.0.0/8 and ::1.
bool is_loopback(const Network& address);

/// An address of the open internet: no private, shared, link-local, documentation, benchmark,
/// multicast, tunnel or translated one.
bool is_public(const Network& address);

}  // namespace primum::openid
