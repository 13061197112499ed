#pragma once
// For tests: a server that runs, and a client that can misbehave.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include "http/decoding.h"
#include "http/server.h"

namespace primum::http {

/// A server on a free port of 127.0.0.1, until the end of the scope.
class Running {
public:
    explicit Running(Options options, Handler handler, Quick quick = {}, Observer observer = {},
                     const std::function<void(Server&)>& prepare = {})
        : server(on_free_port(std::move(options)), std::move(handler), std::move(quick),
                 std::move(observer)) {
        if (prepare) prepare(server);
        thread_ = std::jthread([this] { server.run(); });
    }
    ~Running() { server.stop(std::chrono::seconds(0)); }

    Server server;

private:
    static Options on_free_port(Options options) {
        options.port = 0;
        return options;
    }
    std::jthread thread_;
};

/// What came back.
struct Reply {
    int status = 0;
    std::string head;
    std::string body;

    std::string header(std::string_view name) const {
        std::string_view rest = head;
        while (!rest.empty()) {
            const std::string_view line = rest.substr(0, rest.find("\r\n"));
            rest.remove_prefix(std::min(rest.size(), line.size() + 2));
            const std::size_t colon = line.find(':');
            if (colon != line.npos && equal_names(line.substr(0, colon), name))
                return std::string(trimmed(line.substr(colon + 1)));
        }
        return {};
    }
};

class Client {
public:
    explicit Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        connected_ = socket_ >= 0 && ::connect(socket_, reinterpret_cast<const sockaddr*>(&address),
                                               sizeof address) == 0;
    }
    ~Client() { ::close(socket_); }
    Client(const Client&) = delete;

    bool connected() const { return connected_; }
    int descriptor() const { return socket_; }

    void send(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return;  // the server may refuse before it has everything
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
    }

    /// The next answer; nothing where the connection ends before it is whole. A generous wait
    /// keeps a broken server from holding the tests up.
    std::optional<Reply> reply(bool to_head = false) {
        std::size_t end = in_.find("\r\n\r\n");
        while (end == in_.npos) {
            if (!more()) return std::nullopt;
            end = in_.find("\r\n\r\n");
        }
        Reply reply;
        reply.head = in_.substr(0, end + 2);
        in_.erase(0, end + 4);
        reply.status = std::stoi(reply.head.substr(9, 3));
        const std::string length = reply.header("content-length");
        const std::size_t expected = to_head || length.empty() ? 0 : std::stoul(length);
        while (in_.size() < expected)
            if (!more()) return std::nullopt;
        reply.body = in_.substr(0, expected);
        in_.erase(0, expected);
        return reply;
    }

    std::optional<Reply> ask(std::string_view request) {
        send(request);
        return reply();
    }

    /// Whether the server ends the connection, and sends nothing more before.
    bool ended() { return in_.empty() && !more() && in_.empty(); }

private:
    bool more() {
        pollfd waiting{.fd = socket_, .events = POLLIN, .revents = 0};
        if (::poll(&waiting, 1, 60'000) != 1) throw std::runtime_error("the server says nothing");
        char bytes[16 * 1024];
        const ssize_t got = ::recv(socket_, bytes, sizeof bytes, 0);
        if (got > 0) in_.append(bytes, static_cast<std::size_t>(got));
        return got > 0;
    }

    int socket_;
    bool connected_ = false;
    std::string in_;
};

inline std::string get(std::string_view target, std::string_view more_headers = "") {
    return "GET " + std::string(target) + " HTTP/1.1\r\nHost: primum.example\r\n" +
           std::string(more_headers) + "\r\n";
}

}  // namespace primum::http
