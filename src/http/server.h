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

#include "http/limits.h"
#include "http/message.h"

namespace primum::http {

struct Tls {
    std::string certificate_file;  ///< PEM, with its chain
    std::string key_file;
};

struct Options {
    std::string host = "127.0.0.1";
    std::uint16_t port = 8080;  ///< 0: any free one, see Server::port
    unsigned workers = 4;
    std::string base_path;  ///< "/primum" where we live below a path of the host, else empty;
                            ///< html::set_base_path puts it before the paths that we send
    std::vector<std::string> trusted_proxies;  ///< addresses or networks: "10.0.0.0/8"
    std::optional<Tls> tls;
    Limits limits;
};

/// Answers a request on a worker thread; may block, and may fill in the request's parts. Exceptions
/// become 500 with a reference number.
using Handler = std::function<Response(Request&)>;

/// Answers at once, on the thread that reads sockets, or declines: for what is already in memory.
using Quick = std::function<std::optional<Response>(const Request&)>;

/// Told of every answer once it is written, or given up: for logs and metrics. Must be quick.
struct Answered {
    Method method;
    std::string_view path;  ///< without base path; empty where the request could not be read
    std::string_view request_id;
    Status status;
    std::size_t bytes;               ///< of the body
    std::chrono::microseconds took;  ///< from the whole request to the last byte of its answer
    std::string_view problem;        ///< what an exception said, for the log; otherwise empty
};
using Observer = std::function<void(const Answered&)>;

/// How busy a server is at this moment.
struct Load {
    unsigned connections = 0;
    unsigned working = 0;  ///< requests that a worker is answering
    unsigned waiting = 0;  ///< requests that wait for a worker
};

class Server {
public:
    /// Binds the address; throws where that is impossible.
    Server(Options options, Handler handler, Quick quick = {}, Observer observer = {});
    ~Server();

    /// Bodies of this method and path may be so long; asked once the head has been read.
    void body_limit(std::function<std::size_t(Method, std::string_view path)> limit);

    /// Called about so often while run() runs, by the thread that reads sockets: for a watchdog,
    /// which must hear nothing when that thread stands still.
    void heartbeat(std::chrono::microseconds interval, std::function<void()> beat);

    std::uint16_t port() const;

    /// From any thread.
    Load load() const;

    /// Serves until stop() has been called and what was under way is answered.
    void run();

    /// No new connections; idle ones end; busy ones have so long to finish. From any thread.
    void stop(std::chrono::seconds drain);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace primum::http
