#include "html/url.h"

#include <stdexcept>

namespace primum::html {
namespace {

std::string base;

}  // namespace

void set_base_path(std::string path) {
    const bool sound = path.starts_with('/') && !path.ends_with('/') && is_safe_address(path) &&
                       path.find_first_of("?#") == path.npos;
    if (!path.empty() && !sound)
        throw std::invalid_argument("The base path is a path such as /primum, not " + path + ".");
    base = std::move(path);
}

std::string_view base_path() {
    return base;
}

std::string Url::address() const {
    if (!text_.starts_with('/')) return text_;
    return base + text_;
}

std::optional<Url> Url::parse(std::string_view address) {
    if (!is_safe_address(address)) return std::nullopt;
    return Url(std::string(address));
}

void append_url_part(std::string& address, std::string_view text) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    for (char c : text) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool kept =
            letter || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
        if (kept) {
            address += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            address += '%';
            address += kDigits[byte >> 4U];
            address += kDigits[byte & 15U];
        }
    }
}

}  // namespace primum::html
