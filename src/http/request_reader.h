#pragma once
// Bytes of a connection become requests, or the connection is refused. Beast parses; what it lets
// through and another reader might understand in another way is refused here.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "http/limits.h"
#include "http/message.h"

namespace primum::http {

/// Why the rest of a connection cannot be trusted: answer so, and close it.
struct Refusal {
    Status status = Status::bad_request;
    std::string_view sentence;
};

class RequestReader {
public:
    explicit RequestReader(const Limits& limits);
    ~RequestReader();

    void add(std::string_view bytes);

    enum class Step : std::uint8_t {
        more,     ///< add() more bytes
        head,     ///< the head is complete: everything of request() but its body
        whole,    ///< the request is complete; forget() it once it is answered
        refused,  ///< see refusal()
    };
    /// As far as the bytes go. Call it again after each answer but `refused`.
    Step next();

    /// After `head`: how long this body may be, instead of Limits::body_bytes.
    void body_limit(std::size_t bytes);

    /// Nothing of a next request has come yet.
    bool is_idle() const;

    /// Of the request whose head has been read:
    Request& request();
    bool keeps_alive() const;  ///< whether the client wants the connection kept
    bool is_http_1_0() const;
    bool expects_continue() const;    ///< waits for "100 Continue" before it sends the body
    std::size_t body_length() const;  ///< announced, or else the limit

    /// Ready for the next request of the connection.
    void forget();

    const Refusal& refusal() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace primum::http
