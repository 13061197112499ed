#pragma once
// Requests to a provider, with what we allow it to do to us: 64 KB, 5 seconds, no redirects, public
// addresses. libcurl stays in fetch.cpp.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "openid/network.h"
#include "openid/refusal.h"

namespace primum::openid {

using Fields = std::vector<std::pair<std::string, std::string>>;

/// Where requests on behalf of a provider may go.
struct Outside {
    bool loopback = false;         ///< http:// and https:// on this machine, and nothing else
    std::uint16_t port = 443;      ///< the issuer's; 443 and 8443 are allowed as well
    std::vector<Network> allowed;  ///< beside public addresses
    std::string ca_file;           ///< PEM; empty for the system's authorities
};

/// The outside of an issuer, or why it cannot be one: it has to be https://host[:port][/path], or
/// http:// with 127.0.0.1, [::1] or localhost.
std::expected<Outside, std::string> outside_of(const std::string& issuer);

/// Why this URL may not be opened; empty where it may.
std::string objection(const Outside& outside, const std::string& url);

/// An answer of any status.
struct Reply {
    int status = 0;
    std::string type;  ///< "application/json", without parameters, in lower case
    std::string body;
};

/// How a request says who asks.
struct Credentials {
    std::string bearer;  ///< an access token
    std::string user, password;
};

/// Refused: no connection, no answer in time, too much of it, a forbidden address.
Answer<Reply> get(const Outside& outside, const std::string& url, const Credentials& who = {});
Answer<Reply> post(const Outside& outside, const std::string& url, const Fields& form,
                   const Credentials& who = {});

/// Everything but letters, digits and -._~ as %XX.
std::string escape(const std::string& text);

/// "a=b&c=d", each escaped for a query or a form.
std::string encode(const Fields& fields);

}  // namespace primum::openid
