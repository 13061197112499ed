#pragma once
// What a client may ask of us before it is refused; docs/decisions/0006-http-server.md says why.

#include <chrono>
#include <cstddef>

namespace primum::http {

struct Limits {
    std::size_t header_bytes =
        std::size_t{16} * 1024;  ///< of a whole head, the request line included
    std::size_t headers = 100;
    std::size_t target_bytes = std::size_t{8} * 1024;
    std::size_t body_bytes = std::size_t{1024} * 1024;  ///< of most routes; see Server::body_limit
    std::chrono::seconds idle{30};                      ///< between requests
    std::chrono::seconds head{10};   ///< from the first byte of a head to its last
    std::chrono::seconds body{60};   ///< and what `bytes_per_second` needs
    std::chrono::seconds write{60};  ///< and what `bytes_per_second` needs
    std::size_t bytes_per_second = std::size_t{64} * 1024;
    unsigned requests_per_connection = 1000;
    unsigned connections = 10'000;
    unsigned connections_per_address = 200;  ///< trusted proxies are not counted
    unsigned waiting = 256;                  ///< requests that wait for a worker; then 503
};

}  // namespace primum::http
