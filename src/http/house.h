#pragma once
// What all connections of a server share. Everything here belongs to the thread that reads sockets,
// but for the counts. Included by server.cpp alone.

#include <array>
#include <atomic>
#include <boost/asio/thread_pool.hpp>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/random.h"
#include "http/forwarded.h"
#include "http/net.h"
#include "http/response_head.h"
#include "http/server.h"

namespace primum::http {

using Moment = std::chrono::steady_clock::time_point;

/// A connection as the house sees it.
class Member {
public:
    virtual ~Member() = default;
    virtual void end_if_idle() = 0;
    virtual void end() = 0;
    virtual void end_if_late(Moment now) = 0;
};

class House {
public:
    House(Options chosen, Handler answering, Quick answering_quickly, Observer observing)
        : options(std::move(chosen)),
          handler(std::move(answering)),
          quick(std::move(answering_quickly)),
          observer(std::move(observing)),
          trusted(options.trusted_proxies) {
        system_random().fill(std::as_writable_bytes(std::span(&next_id_, 1)));
        tick();
    }

    const Options options;
    const Handler handler;
    const Quick quick;
    const Observer observer;
    const TrustedProxies trusted;
    std::function<std::size_t(Method, std::string_view)> body_limit;

    std::unordered_set<Member*> members;
    std::unordered_map<std::string, unsigned> per_address;
    std::array<char, 64 * 1024> scratch;  // what a socket has for us, for a moment
    Moment now;                           // as of the last tick
    std::string date;                     // the same, as HTTP writes it
    bool stopping = false;

    std::atomic<unsigned> connections = 0;
    std::atomic<unsigned> at_work = 0;  // requests that wait for a worker or have one

    // These refer to each other and to the above, and end in the other order.
    asio::io_context io{1};
    asio::thread_pool pool{options.workers};

    void tick() {
        now = std::chrono::steady_clock::now();
        date = http_date(std::chrono::duration_cast<std::chrono::seconds>(
                             std::chrono::system_clock::now().time_since_epoch())
                             .count());
    }

    bool is_full() const { return at_work >= options.workers + options.limits.waiting; }

    /// Differs from every other, and says nothing about how many there were.
    std::string next_id() {
        constexpr char kDigits[] = "0123456789abcdefghjkmnpqrstvwxyz";
        // Sebastiano Vigna's SplitMix64: a permutation, so that no id comes twice.
        std::uint64_t bits = (next_id_ += 0x9e3779b97f4a7c15);
        bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9;
        bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
        bits ^= bits >> 31;
        std::string id(13, '0');
        for (char& digit : id) {
            digit = kDigits[bits & 31];
            bits >>= 5;
        }
        return id;
    }

private:
    std::uint64_t next_id_ = 0;
};

}  // namespace primum::http
