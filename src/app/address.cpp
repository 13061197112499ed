#include "app/address.h"

#include <charconv>

namespace primum::app {

Checked<Address> parse_address(std::string_view text, std::string_view option) {
    const std::size_t colon = text.rfind(':');
    Address address{};
    bool well_formed = colon != text.npos && colon > 0;
    if (well_formed) {
        const std::string_view port = text.substr(colon + 1);
        const auto [end, error] = std::from_chars(port.begin(), port.end(), address.port);
        well_formed = error == std::errc() && end == port.end();
    }
    if (!well_formed)
        return refuse(std::string(option) + " takes an address and a port, 127.0.0.1:8080, not '" +
                      std::string(text) + "'.");
    std::string_view host = text.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
    address.host = host;
    return address;
}

}  // namespace primum::app
