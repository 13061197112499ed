#pragma once
// The names of our cookies. Over TLS they carry the prefix that makes browsers keep them to this
// host; plain HTTP, which is for loopback only, cannot have it.

#include <string>
#include <string_view>

#include "http/message.h"

namespace primum::access {

inline constexpr std::string_view kSessionCookie = "primum";
inline constexpr std::string_view kVisitCookie = "primum-visit";
inline constexpr std::string_view kLanguageCookie = "primum-language";

inline std::string cookie_name(std::string_view name, bool secure) {
    return (secure ? "__Host-" : "") + std::string(name);
}

/// For the whole site, out of reach of scripts. Without an age it ends with the browser's session.
inline http::Header cookie(std::string_view name, std::string_view value, bool secure,
                           std::string_view more = "") {
    std::string text = cookie_name(name, secure);
    (text += '=') += value;
    text += "; Path=/; HttpOnly; SameSite=Lax";
    if (secure) text += "; Secure";
    text += more;
    return {"Set-Cookie", std::move(text)};
}

}  // namespace primum::access
