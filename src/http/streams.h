#pragma once
// The two ways bytes come and go: as they are, or through TLS. Included by server.cpp alone.

#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <span>
#include <string_view>

#include "http/net.h"

namespace primum::http {

using Pieces = std::array<asio::const_buffer, 2>;

inline std::size_t size_of(const Pieces& pieces) {
    return pieces[0].size() + pieces[1].size();
}

inline Pieces without(std::size_t sent, Pieces pieces) {
    const std::size_t of_first = std::min(sent, pieces[0].size());
    pieces[0] += of_first;
    pieces[1] += sent - of_first;
    return pieces;
}

class PlainStream {
public:
    explicit PlainStream(Socket socket) : socket_(std::move(socket)) {}
    static constexpr bool kSecure = false;

    Socket& socket() { return socket_; }

    Awaitable<> begin(error_code&) { co_return; }

    /// What has come, in `scratch` until the next await. Waits without a buffer, so that ten
    /// thousand idle connections have none.
    Awaitable<std::string_view> receive(std::span<char> scratch, error_code& error) {
        while (true) {
            co_await socket_.async_wait(Socket::wait_read, await_into(error));
            if (error) co_return std::string_view();
            const std::size_t count =
                socket_.read_some(asio::buffer(scratch.data(), scratch.size()), error);
            if (error != asio::error::would_block)
                co_return std::string_view(scratch.data(), count);
        }
    }

    /// Nearly always the kernel takes everything at once.
    Awaitable<> send(Pieces pieces, error_code& error) {
        const std::size_t sent = socket_.write_some(pieces, error);
        if (error == asio::error::would_block) error.clear();
        if (error || sent == size_of(pieces)) co_return;
        const Pieces rest = without(sent, pieces);
        co_await asio::async_write(socket_, rest, await_into(error));
    }

    Awaitable<> end(error_code& error) {
        socket_.shutdown(Socket::shutdown_send, error);
        co_return;
    }

private:
    Socket socket_;
};

class TlsStream {
public:
    TlsStream(Socket socket, asio::ssl::context& context) : stream_(std::move(socket), context) {}
    static constexpr bool kSecure = true;

    Socket& socket() { return stream_.next_layer(); }

    Awaitable<> begin(error_code& error) {
        co_await stream_.async_handshake(asio::ssl::stream_base::server, await_into(error));
    }

    // Other connections use `scratch` while this one waits, so it reads into a buffer of its own.
    Awaitable<std::string_view> receive(std::span<char>, error_code& error) {
        const std::size_t count =
            co_await stream_.async_read_some(asio::buffer(bytes_), await_into(error));
        co_return std::string_view(bytes_.data(), count);
    }

    Awaitable<> send(Pieces pieces, error_code& error) {
        co_await asio::async_write(stream_, pieces, await_into(error));
    }

    Awaitable<> end(error_code& error) {
        co_await stream_.async_shutdown(await_into(error));
        if (!error) socket().shutdown(Socket::shutdown_send, error);
    }

private:
    asio::ssl::stream<Socket> stream_;
    std::array<char, 4096> bytes_{};
};

}  // namespace primum::http
