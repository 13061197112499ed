#pragma once
// One connection, from its first byte to its last. Included by server.cpp alone.

#include <algorithm>
#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "http/request_reader.h"
#include "http/response_head.h"
#include "http/streams.h"
#include "http/work.h"

namespace primum::http {

template <class Stream>
class Session final : public Member {
public:
    /// `counted_as` is the name under which House::per_address counts it; empty for a proxy.
    template <class... StreamParts>
    Session(House& house, std::string address, std::string counted_as, bool from_proxy,
            StreamParts&&... parts)
        : house_(house),
          stream_(std::forward<StreamParts>(parts)...),
          counted_as_(std::move(counted_as)),
          from_proxy_(from_proxy),
          reader_(house.options.limits) {
        peer_.address = std::move(address);
        peer_.secure = Stream::kSecure;
        house_.members.insert(this);
        ++house_.connections;
        if (!counted_as_.empty()) ++house_.per_address[counted_as_];
    }

    ~Session() override {
        house_.members.erase(this);
        --house_.connections;
        if (counted_as_.empty()) return;
        const auto count = house_.per_address.find(counted_as_);
        if (--count->second == 0) house_.per_address.erase(count);
    }

    static Awaitable<> run(std::unique_ptr<Session> session) { co_await session->serve(); }

    void end() override {
        error_code ignored;
        stream_.socket().close(ignored);
    }

    void end_if_idle() override {
        if (phase_ == Phase::idle) end();
    }

    void end_if_late(Moment now) override {
        if (now < deadline_) return;
        if (phase_ != Phase::head && phase_ != Phase::body) return end();
        timed_out_ = true;
        deadline_ = Moment::max();
        error_code ignored;
        stream_.socket().cancel(ignored);
    }

private:
    using Step = RequestReader::Step;
    enum class Phase : std::uint8_t { beginning, idle, head, body, answering, writing, ending };

    void enter(Phase phase, std::chrono::seconds at_most) {
        phase_ = phase;
        deadline_ = house_.now + at_most;
    }

    Awaitable<> serve() {
        enter(Phase::beginning, limits().head);
        error_code error;
        co_await stream_.begin(error);
        while (!error) {
            const Step step = co_await read_request();
            if (step != Step::whole && step != Step::refused) co_return;
            co_await answer(step);
            if (connection_ == Connection::close) break;
            reader_.forget();
        }
        co_await end_politely();
    }

    /// Step::more where nothing further comes.
    Awaitable<Step> read_request() {
        if (reader_.is_idle()) {
            enter(Phase::idle, limits().idle);
            if (house_.stopping) co_return Step::more;
        } else {
            enter(Phase::head, limits().head);
        }
        Step step = reader_.next();
        while (step == Step::more || step == Step::head) {
            if (step == Step::head) {
                head_has_come();
                step = reader_.next();
                if (step == Step::more && reader_.expects_continue()) co_await send_continue();
                continue;
            }
            error_code error;
            const std::string_view bytes = co_await stream_.receive(house_.scratch, error);
            if (timed_out_) co_return Step::refused;
            if (error || bytes.empty()) co_return Step::more;
            if (phase_ == Phase::idle) enter(Phase::head, limits().head);
            reader_.add(bytes);
            step = reader_.next();
        }
        co_return step;
    }

    void head_has_come() {
        Request& request = reader_.request();
        Peer peer = peer_;
        peer.host = request.peer.host;
        request.peer = from_proxy_ ? forwarded_peer(request.headers, std::move(peer)) : peer;
        outside_ = !strip_base_path(request.path);
        if (house_.body_limit) reader_.body_limit(house_.body_limit(request.method, request.path));
        enter(Phase::body, limits().body + extra_for(reader_.body_length()));
    }

    bool strip_base_path(std::string& path) const {
        const std::string& base = house_.options.base_path;
        if (!path.starts_with(base)) return false;
        if (path.size() > base.size() && path[base.size()] != '/') return false;
        path.erase(0, base.size());
        if (path.empty()) path = "/";
        return true;
    }

    Awaitable<> send_continue() {
        const Pieces line = pieces_of("HTTP/1.1 100 Continue\r\n\r\n", {});
        error_code ignored;
        co_await stream_.send(line, ignored);
    }

    Awaitable<> answer(Step step) {
        const auto begin = std::chrono::steady_clock::now();
        phase_ = Phase::answering;
        deadline_ = Moment::max();
        Request& request = reader_.request();
        request.id = house_.next_id();
        const bool refused = step == Step::refused;
        Work work(house_, request);
        if (auto response = refused ? refusal() : answer_here(request, work.problem)) {
            work.response = *std::move(response);
        } else {
            ++house_.at_work;
            const Hop hop(house_.pool, work);
            co_await asio::async_initiate<decltype(kAwait), void()>(hop, kAwait);
            --house_.at_work;
        }
        const bool keep = !refused && reader_.keeps_alive() && !house_.stopping &&
                          ++answered_ < limits().requests_per_connection;
        connection_ = keep ? Connection::keep : Connection::close;
        co_await write(work.response, !refused && reader_.is_http_1_0());
        tell_observer(work, begin);
    }

    std::optional<Response> refusal() const {
        if (timed_out_)
            return text(Status::request_timeout, "The request took too long. Send it again.\n");
        const Refusal& why = reader_.refusal();
        return text(why.status, std::string(why.sentence) + "\n");
    }

    /// What needs no worker.
    std::optional<Response> answer_here(const Request& request, std::string& problem) const {
        if (outside_) return text(Status::not_found, "There is nothing at this address.\n");
        if (house_.quick) {
            auto response = answer_or_500(house_.quick, request, problem);
            if (response) tag_or_spare(request, *response);
            if (response) return response;
        }
        if (!house_.is_full()) return std::nullopt;
        Response busy = text(Status::unavailable, "Too much is going on. Try again in a moment.\n");
        busy.headers.add("Retry-After", "2");
        return busy;
    }

    Awaitable<> write(const Response& response, bool http_1_0) {
        HeadFacts facts;
        facts.date = house_.date;
        facts.secure = reader_.request().peer.secure || peer_.secure;
        facts.http_1_0 = http_1_0;
        facts.connection = connection_;
        std::string head;
        head.reserve(1024);
        append_head(head, response, facts);
        const bool bare = reader_.request().method == Method::head;
        const Pieces pieces = pieces_of(head, bare ? std::string_view() : response.bytes());
        enter(Phase::writing, limits().write + extra_for(size_of(pieces)));
        error_code error;
        co_await stream_.send(pieces, error);
        if (error) connection_ = Connection::close;
    }

    void tell_observer(const Work& work, Moment begin) {
        if (!house_.observer) return;
        Answered answered;
        const Request& request = reader_.request();
        answered.method = request.method;
        answered.path = request.path;
        answered.request_id = request.id;
        answered.status = work.response.status;
        answered.bytes = work.response.bytes().size();
        answered.took = std::chrono::duration_cast<std::chrono::microseconds>(
            std::chrono::steady_clock::now() - begin);
        answered.problem = work.problem;
        house_.observer(answered);
    }

    // Closing a socket at once could take the answer from a client that is still sending.
    Awaitable<> end_politely() {
        enter(Phase::ending, house_.stopping ? kShortLinger : kLinger);
        error_code error;
        co_await stream_.end(error);
        while (!error)
            co_await stream_.receive(house_.scratch, error);
    }

    static Pieces pieces_of(std::string_view first, std::string_view second) {
        return Pieces{asio::buffer(first), asio::buffer(second)};
    }
    std::chrono::seconds extra_for(std::size_t bytes) const {
        return std::chrono::seconds(std::min<std::size_t>(bytes, 1U << 30) /
                                    limits().bytes_per_second);
    }
    const Limits& limits() const { return house_.options.limits; }

    static constexpr std::chrono::seconds kLinger{5};
    static constexpr std::chrono::seconds kShortLinger{1};

    House& house_;
    Stream stream_;
    const std::string counted_as_;
    const bool from_proxy_;
    Peer peer_;
    RequestReader reader_;
    Moment deadline_ = Moment::max();
    Phase phase_ = Phase::beginning;
    Connection connection_ = Connection::keep;
    unsigned answered_ = 0;
    bool timed_out_ = false;
    bool outside_ = false;
};

}  // namespace primum::http
