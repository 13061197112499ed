#include "http/host.h"

#include <algorithm>

namespace primum::http {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_hexadecimal(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_port(std::string_view port) {
    return !port.empty() && port.size() <= 5 && std::ranges::all_of(port, is_digit);
}

bool is_name(std::string_view name) {
    return !name.empty() && name.size() <= 255 && std::ranges::all_of(name, [](char c) {
        return is_letter(c) || is_digit(c) || c == '.' || c == '-' || c == '_';
    });
}

bool is_address(std::string_view address) {
    return address.size() >= 2 && address.size() <= 45 && std::ranges::all_of(address, [](char c) {
               return is_hexadecimal(c) || c == ':' || c == '.';
           });
}

}  // namespace

bool is_host(std::string_view host) {
    if (!host.starts_with('[')) {
        const std::size_t colon = host.find(':');
        return is_name(host.substr(0, colon)) &&
               (colon == host.npos || is_port(host.substr(colon + 1)));
    }
    const std::size_t end = host.find(']');
    if (end == host.npos || !is_address(host.substr(1, end - 1))) return false;
    const std::string_view rest = host.substr(end + 1);
    return rest.empty() || (rest.starts_with(':') && is_port(rest.substr(1)));
}

}  // namespace primum::http
