#pragma once
// Where a link may lead.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "html/number.h"

namespace primum::html {

template <class... Args>
class UrlLiteral;

/// Where this installation lives on its host: "/primum", or nothing, which is the default. This is
/// configuration: it is set once, before another thread writes markup. A path that is not "/…"
/// without a "/" at its end throws std::invalid_argument.
void set_base_path(std::string path);
std::string_view base_path();

/// An address that is safe in a link: http, https, mailto, tel or webcal, a path on this site, a
/// query or a fragment. Never a script, never data, never "//host", which looks like a path and is
/// not one.
class Url {
public:
    /// What a person or a file gave us, if it is safe.
    static std::optional<Url> parse(std::string_view address);

    /// As the installation itself knows it: "/measures/42".
    std::string_view text() const { return text_; }

    /// As a browser must ask for it, below the base path: "/primum/measures/42". Markup has this.
    std::string address() const;

    friend bool operator==(const Url&, const Url&) = default;

private:
    template <class... Args>
    friend Url url(UrlLiteral<std::type_identity_t<Args>...> literal, const Args&... args);

    explicit Url(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

namespace mistake {
void this_address_is_not_allowed();
void addresses_and_holes_differ_in_number();
}  // namespace mistake

/// Whether links may lead there; the whole of Url's promise.
constexpr bool is_safe_address(std::string_view address);

/// Appends text as part of a path, a query or a fragment: what has a meaning there is %-encoded.
void append_url_part(std::string& address, std::string_view text);
template <Number T>
void append_url_part(std::string& address, T number) {
    append_number(address, number);
}

/// An address in the source code, with a {} for each part that is filled in.
template <class... Args>
class UrlLiteral {
public:
    template <std::size_t N>
    consteval UrlLiteral(const char (&text)[N]) : text_(text, N - 1) {
        if (!is_safe_address(text_)) mistake::this_address_is_not_allowed();
        std::size_t holes = 0;
        for (std::size_t i = text_.find("{}"); i != text_.npos; i = text_.find("{}", i + 2))
            ++holes;
        if (holes != sizeof...(Args)) mistake::addresses_and_holes_differ_in_number();
    }
    std::string_view text() const { return text_; }

private:
    std::string_view text_;
};

/// url("/measures/{}/points?from={}", id, date): the literal is checked while compiling, what fills
/// it is encoded.
template <class... Args>
Url url(UrlLiteral<std::type_identity_t<Args>...> literal, const Args&... args) {
    std::string address;
    std::string_view rest = literal.text();
    [[maybe_unused]] const auto fill = [&](const auto& part) {
        const std::size_t hole = rest.find("{}");
        address += rest.substr(0, hole);
        rest.remove_prefix(hole + 2);
        append_url_part(address, part);
    };
    (fill(args), ...);
    address += rest;
    // An empty first part must not make a path into the name of another host.
    if (address.starts_with("//")) address.insert(0, "/.");
    return Url(std::move(address));
}

constexpr bool is_safe_address(std::string_view address) {
    for (char c : address) {
        if (static_cast<unsigned char>(c) <= ' ' || c == '\\' || c == '\x7f') return false;
    }
    if (address.starts_with("//")) return false;
    const std::size_t colon = address.find(':');
    if (colon == address.npos || address.find_first_of("/?#") < colon) return true;

    const auto is = [scheme = address.substr(0, colon)](std::string_view name) {
        if (scheme.size() != name.size()) return false;
        for (std::size_t i = 0; i < name.size(); ++i) {
            const char c = scheme[i];
            if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c) != name[i]) return false;
        }
        return true;
    };
    return is("http") || is("https") || is("mailto") || is("tel") || is("webcal");
}

}  // namespace primum::html
