#include "mail/server.h"

#include <charconv>
#include <optional>

namespace primum::mail {
namespace {

constexpr std::string_view kHow =
    "write smtp://HOST, smtp+starttls://USER@HOST or smtps://USER@HOST, with :PORT where it is "
    "unusual";

struct Scheme {
    std::string_view name;
    Security security;
    std::uint16_t port;
};
constexpr Scheme kSchemes[] = {
    {"smtp://", Security::none, 25},
    {"smtp+starttls://", Security::starttls, 587},
    {"smtps://", Security::tls, 465},
};

bool is_host(std::string_view host) {
    for (const char c : host) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool other = (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
        if (!letter && !other) return false;
    }
    return !host.empty();
}

std::optional<std::uint16_t> port_in(std::string_view text) {
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(text.begin(), text.end(), port);
    if (error != std::errc() || end != text.end() || port == 0) return std::nullopt;
    return port;
}

}  // namespace

Checked<Server> parse_server(std::string_view address) {
    const std::string wrong = "The mail server '" + std::string(address) +
                              "' is not understood: " + std::string(kHow) + ".";
    for (const Scheme& scheme : kSchemes) {
        if (!address.starts_with(scheme.name)) continue;
        std::string_view rest = address.substr(scheme.name.size());
        Server server{.port = scheme.port, .security = scheme.security};
        if (const std::size_t at = rest.rfind('@'); at != rest.npos) {
            server.user = rest.substr(0, at);
            rest.remove_prefix(at + 1);
        }
        if (const std::size_t colon = rest.rfind(':'); colon != rest.npos) {
            const auto port = port_in(rest.substr(colon + 1));
            if (!port) return refuse(wrong);
            server.port = *port;
            rest = rest.substr(0, colon);
        }
        if (!is_host(rest)) return refuse(wrong);
        server.host = rest;
        if (!server.user.empty() && server.security == Security::none)
            return refuse(
                "The mail server '" + server.host +
                "' would get its password unencrypted: write smtp+starttls:// or smtps://.");
        return server;
    }
    return refuse(wrong);
}

}  // namespace primum::mail
