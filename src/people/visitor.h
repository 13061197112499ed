#pragma once
// What a request tells of the device and the network it comes from.

#include <string>
#include <string_view>

#include "http/message.h"

namespace primum::people {

/// "Firefox on Windows", from a User-Agent header: so that people know their own sessions again.
/// Names of programs, the same in every language; empty where nothing is recognised.
std::string browser_name(std::string_view user_agent);

/// The network of an address: an IPv4 address itself, "2001:db8:1:2::/64" of an IPv6 address.
std::string network_of(const std::string& address);

/// Whether a session may be given to whoever asks: over TLS, or on this very machine.
bool is_private_line(const http::Request& request);

}  // namespace primum::people
