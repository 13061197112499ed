#include "http/server.h"

#include <sys/resource.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/ssl/context.hpp>
#include <exception>
#include <new>
#include <stdexcept>
#include <utility>

#include "http/session.h"

namespace primum::http {
namespace {

constexpr std::chrono::milliseconds kTick{250};

// Ten thousand connections need as many open files; the usual soft limit is 1,024.
void allow_open_files(unsigned connections) {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur =
        std::max(limit.rlim_cur, std::min<rlim_t>(limit.rlim_max, connections + rlim_t{1000}));
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

Tcp::endpoint resolve(asio::io_context& io, const Options& options) {
    error_code error;
    asio::ip::basic_resolver<Tcp, Executor> resolver(io.get_executor());
    const auto found = resolver.resolve(options.host, std::to_string(options.port),
                                        asio::ip::resolver_base::passive, error);
    if (error || found.empty())
        throw std::runtime_error("The address " + options.host +
                                 " is not one of this machine. Choose another to listen on.");
    return found.begin()->endpoint();
}

std::unique_ptr<asio::ssl::context> tls_context(const std::optional<Tls>& tls) {
    if (!tls) return nullptr;
    auto context = std::make_unique<asio::ssl::context>(asio::ssl::context::tls_server);
    context->set_options(asio::ssl::context::no_compression | SSL_OP_NO_RENEGOTIATION |
                         SSL_OP_CIPHER_SERVER_PREFERENCE);
    SSL_CTX_set_min_proto_version(context->native_handle(), TLS1_2_VERSION);
    SSL_CTX_set_mode(context->native_handle(), SSL_MODE_RELEASE_BUFFERS);
    error_code error;
    context->use_certificate_chain_file(tls->certificate_file, error);
    if (error)
        throw std::runtime_error("The certificate " + tls->certificate_file +
                                 " cannot be used: " + error.message());
    context->use_private_key_file(tls->key_file, asio::ssl::context::pem, error);
    if (error)
        throw std::runtime_error("The key " + tls->key_file +
                                 " cannot be used: " + error.message());
    return context;
}

asio::ip::address plain(const asio::ip::address& address) {
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    return address;
}

// A household or a ward has one IPv4 address, or 2^64 of IPv6.
std::string counted_as(const asio::ip::address& address) {
    if (address.is_v4()) return address.to_string();
    auto bytes = address.to_v6().to_bytes();
    std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
    return asio::ip::make_address_v6(bytes).to_string();
}

}  // namespace

struct Server::State {
    State(Options options, Handler handler, Quick quick, Observer observer)
        : house(std::move(options), std::move(handler), std::move(quick), std::move(observer)),
          tls(tls_context(house.options.tls)),
          acceptor(house.io.get_executor()),
          ticker(house.io.get_executor()) {
        allow_open_files(house.options.limits.connections);
        listen();
    }

    House house;
    std::unique_ptr<asio::ssl::context> tls;
    Acceptor acceptor;
    Timer ticker;
    std::uint16_t port = 0;
    Moment drained = Moment::max();
    std::chrono::microseconds interval{0};
    Moment next_beat;
    std::function<void()> beat;

    void listen() {
        const Tcp::endpoint endpoint = resolve(house.io, house.options);
        error_code error;
        acceptor.open(endpoint.protocol(), error);
        if (!error) acceptor.set_option(Acceptor::reuse_address(true), error);
        if (!error) acceptor.bind(endpoint, error);
        if (!error) acceptor.listen(Acceptor::max_listen_connections, error);
        if (error)
            throw std::runtime_error("Cannot listen on " + house.options.host + ":" +
                                     std::to_string(house.options.port) + ": " + error.message() +
                                     ". Stop what uses it, or choose another port.");
        port = acceptor.local_endpoint().port();
    }

    Awaitable<> accept() {
        while (acceptor.is_open()) {
            error_code error;
            Socket socket = co_await acceptor.async_accept(await_into(error));
            if (!error) {
                try {
                    admit(std::move(socket));
                } catch (const std::bad_alloc&) {
                    // This one is lost; the others go on.
                }
            } else if (acceptor.is_open()) {
                // Out of descriptors, most likely: some must become free first.
                Timer pause(house.io.get_executor(), kTick);
                co_await pause.async_wait(await_into(error));
            }
        }
    }

    void admit(Socket socket) {
        error_code error;
        const Tcp::endpoint remote = socket.remote_endpoint(error);
        if (error) return;
        const asio::ip::address address = plain(remote.address());
        const std::string text = address.to_string();
        const bool proxy = house.trusted.trusts(text);
        const std::string counted = proxy ? std::string() : counted_as(address);
        socket.non_blocking(true, error);
        if (!may_enter(counted)) return turn_away(socket);
        socket.set_option(Tcp::no_delay(true), error);
        if (tls) {
            spawn(std::make_unique<Session<TlsStream>>(house, text, counted, proxy,
                                                       std::move(socket), *tls));
        } else {
            spawn(std::make_unique<Session<PlainStream>>(house, text, counted, proxy,
                                                         std::move(socket)));
        }
    }

    bool may_enter(const std::string& counted) const {
        const Limits& limits = house.options.limits;
        if (house.connections >= limits.connections) return false;
        const auto others = house.per_address.find(counted);
        return others == house.per_address.end() || others->second < limits.connections_per_address;
    }

    void turn_away(Socket& socket) const {
        if (tls) return;
        Response busy =
            text(Status::unavailable, "There are too many connections. Try again in a moment.\n");
        busy.headers.add("Retry-After", "5");
        HeadFacts facts;
        facts.date = house.date;
        facts.connection = Connection::close;
        std::string all;
        append_head(all, busy, facts);
        all += busy.bytes();
        error_code ignored;
        socket.write_some(asio::buffer(all), ignored);
        socket.shutdown(Socket::shutdown_both, ignored);
    }

    template <class Connected>
    void spawn(std::unique_ptr<Connected> session) {
        // Out of memory, at worst: one connection ends, the others go on.
        const auto ended = [](const std::exception_ptr&) {};
        asio::co_spawn(house.io.get_executor(), Connected::run(std::move(session)), ended);
    }

    Awaitable<> tick() {
        while (!house.stopping || !house.members.empty()) {
            error_code error;
            ticker.expires_after(house.stopping ? kTick / 10 : kTick);
            co_await ticker.async_wait(await_into(error));
            house.tick();
            if (beat && house.now >= next_beat) {
                next_beat = house.now + interval;
                beat();
            }
            for (Member* member : house.members) {
                if (house.now >= drained) member->end();
                member->end_if_late(house.now);
            }
        }
    }

    void begin_stop(std::chrono::seconds drain) {
        house.stopping = true;
        house.tick();
        drained = std::min(drained, house.now + drain);
        error_code ignored;
        acceptor.close(ignored);
        for (Member* member : house.members)
            member->end_if_idle();
        ticker.cancel();
    }
};

Server::Server(Options options, Handler handler, Quick quick, Observer observer)
    : state_(std::make_unique<State>(std::move(options), std::move(handler), std::move(quick),
                                     std::move(observer))) {}
Server::~Server() = default;

void Server::body_limit(std::function<std::size_t(Method, std::string_view path)> limit) {
    state_->house.body_limit = std::move(limit);
}

void Server::heartbeat(std::chrono::microseconds interval, std::function<void()> beat) {
    state_->interval = interval;
    state_->beat = std::move(beat);
}

std::uint16_t Server::port() const {
    return state_->port;
}

Load Server::load() const {
    const unsigned at_work = state_->house.at_work;
    const unsigned workers = state_->house.options.workers;
    Load load;
    load.connections = state_->house.connections;
    load.working = std::min(at_work, workers);
    load.waiting = at_work - load.working;
    return load;
}

void Server::run() {
    State& state = *state_;
    const auto ended = [](const std::exception_ptr& error) {
        if (error) std::rethrow_exception(error);
    };
    asio::co_spawn(state.house.io.get_executor(), state.accept(), ended);
    asio::co_spawn(state.house.io.get_executor(), state.tick(), ended);
    state.house.io.run();
    state.house.pool.join();
}

void Server::stop(std::chrono::seconds drain) {
    asio::post(state_->house.io, [state = state_.get(), drain] { state->begin_stop(drain); });
}

}  // namespace primum::http
