#pragma once
// Who is at the other end, when a proxy stands between.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"

namespace primum::http {

/// Addresses and networks whose word about others is believed.
class TrustedProxies {
public:
    /// "192.0.2.7", "10.0.0.0/8", "2001:db8::/32". Throws std::invalid_argument with a sentence for
    /// the operator where one cannot be read.
    explicit TrustedProxies(const std::vector<std::string>& networks);
    ~TrustedProxies();

    bool trusts(std::string_view address) const;

private:
    struct Networks;
    std::unique_ptr<Networks> networks_;
};

/// The peer of a connection from a trusted proxy, as the proxy describes it: X-Forwarded-For,
/// -Proto and -Host, or Forwarded (RFC 7239) where none of those is there. Of a list the last entry
/// counts, which is the proxy's own; what cannot be read leaves the peer as it was.
Peer forwarded_peer(const Headers& headers, Peer proxy);

}  // namespace primum::http
