#pragma once
// HTTP/1.1 over TCP, or TLS where a certificate is given. Boost stays in server.cpp.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "http/message.h"

namespace primum::http {

/// What a client may ask of us before it is refused (docs/decisions has where each comes from).
struct Limits {
    std::size_t header_bytes = 16 * 1024;
    std::size_t headers = 100;
    std::size_t target_bytes = 8 * 1024;
    std::size_t body_bytes = 1024 * 1024;  ///< of most routes; see Server::body_limit
    std::chrono::seconds idle{30};         ///< between requests
    std::chrono::seconds head{10};         ///< from the first byte of a head to its last
    std::chrono::seconds body{60};
    std::chrono::seconds write{60};
    unsigned requests_per_connection = 1000;
    unsigned connections = 10'000;
    unsigned connections_per_address = 200;  ///< trusted proxies are not counted
    unsigned waiting = 256;                  ///< requests that wait for a worker; then 503
};

struct Tls {
    std::string certificate_file;  ///< PEM, with its chain
    std::string key_file;
};

struct Options {
    std::string host = "127.0.0.1";
    std::uint16_t port = 8080;  ///< 0: any free one, see Server::port
    unsigned workers = 4;
    std::string base_path;  ///< "/primum" where a proxy serves us below a path; else empty
    std::vector<std::string> trusted_proxies;  ///< addresses or networks: "10.0.0.0/8"
    std::optional<Tls> tls;
    Limits limits;
};

/// Answers a request on a worker thread; may block. Exceptions become 500 with a reference number.
using Handler = std::function<Response(const Request&)>;

/// Answers at once, on the thread that reads sockets, or declines: for what is already in memory.
using Quick = std::function<std::optional<Response>(const Request&)>;

/// Told of every answer once it is written, or given up: for logs and metrics. Must be quick.
struct Answered {
    Method method;
    std::string_view path;
    std::string_view request_id;
    Status status;
    std::size_t bytes;
    std::chrono::microseconds took;
};
using Observer = std::function<void(const Answered&)>;

class Server {
public:
    /// Binds the address; throws where that is impossible.
    Server(Options options, Handler handler, Quick quick = {}, Observer observer = {});
    ~Server();

    /// Bodies of this method and path may be so long; asked once the head has been read.
    void body_limit(std::function<std::size_t(Method, std::string_view path)> limit);

    std::uint16_t port() const;

    /// Serves until stop() has been called and what was under way is answered.
    void run();

    /// No new connections; idle ones end; busy ones have so long to finish. From any thread.
    void stop(std::chrono::seconds drain);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace primum::http
