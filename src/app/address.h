#pragma once
// "127.0.0.1:8080", "[::1]:8080".

#include <cstdint>
#include <string>
#include <string_view>

#include "base/checked.h"

namespace primum::app {

struct Address {
    std::string host;
    std::uint16_t port;  ///< 0: any free one
};

/// `option` names what the text was given for, in a refusal.
Checked<Address> parse_address(std::string_view text, std::string_view option);

}  // namespace primum::app
