#pragma once
// Asio as server.cpp uses it: one thread, one kind of executor. Included there and nowhere else.
//
// g++ 12 destroys some temporaries twice in a statement with co_await: those of aggregates and of
// lambdas that capture by value. So in such a statement stands no `Type{`, no `{…}` argument and no
// `[x]`; bin/check looks for them, and coroutine_test.cpp says what is safe.

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace primum::http {

namespace asio = boost::asio;
using boost::system::error_code;

using Executor = asio::io_context::executor_type;
using Tcp = asio::ip::tcp;
using Socket = asio::basic_stream_socket<Tcp, Executor>;
using Acceptor = asio::basic_socket_acceptor<Tcp, Executor>;
using Timer = asio::basic_waitable_timer<std::chrono::steady_clock,
                                         asio::wait_traits<std::chrono::steady_clock>, Executor>;
template <class T = void>
using Awaitable = asio::awaitable<T, Executor>;

inline constexpr asio::use_awaitable_t<Executor> kAwait;

/// To be awaited, with what went wrong in `error`.
inline auto await_into(error_code& error) {
    return asio::redirect_error(kAwait, error);
}

}  // namespace primum::http
