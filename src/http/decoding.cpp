#include "http/decoding.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/utf8.h"

namespace primum::http {
namespace {

constexpr int digit_of(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool leads_elsewhere(std::string_view path) {
    while (!path.empty()) {
        path.remove_prefix(1);  // the "/"
        const std::string_view part = path.substr(0, path.find('/'));
        if (part == "." || part == "..") return true;
        path.remove_prefix(part.size());
    }
    return false;
}

// What a cookie may consist of, RFC 6265 section 4.1.1.
bool is_cookie_value(std::string_view value) {
    return std::ranges::all_of(value, [](char c) {
        return c > ' ' && c < '\x7f' && c != '"' && c != ',' && c != ';' && c != '\\';
    });
}

}  // namespace

bool is_text(std::string_view bytes, LineEnds line_ends) {
    for (std::size_t i = 0; i < bytes.size();) {
        const auto c = static_cast<unsigned char>(bytes[i]);
        if (c >= 0x80) {
            const std::size_t length = utf8_length(bytes.substr(i));
            if (length == 0) return false;
            i += length;
            continue;
        }
        const bool end = c == '\t' || c == '\n' || c == '\r';
        if (c == 0x7f || (c < 0x20 && !(end && line_ends == LineEnds::allowed))) return false;
        ++i;
    }
    return true;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_space(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && is_space(text.back()))
        text.remove_suffix(1);
    return text;
}

bool equal_names(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, lower, lower);
}

std::optional<std::string> percent_decoded(std::string_view encoded, Plus plus) {
    std::string bytes;
    bytes.reserve(encoded.size());
    for (std::size_t i = 0; i < encoded.size(); ++i) {
        const char c = encoded[i];
        if (c == '+' && plus == Plus::space) {
            bytes += ' ';
        } else if (c != '%') {
            bytes += c;
        } else {
            if (i + 2 >= encoded.size()) return std::nullopt;
            const int high = digit_of(encoded[i + 1]);
            const int low = digit_of(encoded[i + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            bytes += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    return bytes;
}

std::optional<std::string> decoded_path(std::string_view path) {
    if (!path.starts_with('/')) return std::nullopt;
    auto decoded = percent_decoded(path, Plus::itself);
    if (!decoded || !is_text(*decoded) || leads_elsewhere(*decoded)) return std::nullopt;
    const auto slash = [](char c) { return c == '/' || c == '\\'; };
    if (std::ranges::count_if(*decoded, slash) != std::ranges::count(path, '/'))
        return std::nullopt;
    return decoded;
}

std::optional<Pairs> decoded_pairs(std::string_view encoded, std::size_t most, LineEnds line_ends) {
    Pairs pairs;
    while (!encoded.empty()) {
        const std::string_view one = encoded.substr(0, encoded.find('&'));
        encoded.remove_prefix(std::min(encoded.size(), one.size() + 1));
        if (one.empty()) continue;
        if (pairs.size() == most) return std::nullopt;
        const std::size_t equals = std::min(one.find('='), one.size());
        auto name = percent_decoded(one.substr(0, equals), Plus::space);
        auto value = percent_decoded(one.substr(std::min(one.size(), equals + 1)), Plus::space);
        if (!name || !value || !is_text(*name) || !is_text(*value, line_ends)) return std::nullopt;
        pairs.emplace_back(std::move(*name), std::move(*value));
    }
    return pairs;
}

CookieValue find_cookie(std::string_view header, std::string_view name) {
    CookieValue found;
    while (!header.empty()) {
        const std::string_view one = header.substr(0, header.find(';'));
        header.remove_prefix(std::min(header.size(), one.size() + 1));
        const std::string_view cookie = trimmed(one);
        const std::size_t equals = cookie.find('=');
        if (equals == cookie.npos || cookie.substr(0, equals) != name) continue;
        const std::string_view value = cookie.substr(equals + 1);
        if (!is_cookie_value(value)) continue;
        found.value = value;
        ++found.times;
    }
    return found;
}

}  // namespace primum::http
