#pragma once
// Whether a page of somebody else's answers. libcurl stays in look.cpp.

#include <chrono>
#include <string>

namespace primum::web {

struct Limits {
    std::chrono::milliseconds connect{5000};
    std::chrono::milliseconds whole{15000};
    long redirects = 5;
    /// Addresses of this machine and of our own network too. A link is what somebody typed: without
    /// this it cannot be used to find out what answers in here.
    bool private_too = false;
};

struct Seen {
    int status = 0;       ///< of HTTP, behind all redirects; 0 where nothing answered
    std::string problem;  ///< why it does not work, in a few words; empty where it does
};

/// Asks with HEAD, and again with GET where that is refused, since some servers know only GET. Of
/// the page itself nothing is kept. Only http and https, also behind redirects; certificates must
/// be right. A page that wants a person to sign in (401, 403), or asks us to come back later (429),
/// is there.
Seen look(const std::string& address, const Limits& limits = {});

}  // namespace primum::web
