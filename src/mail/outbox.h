#pragma once
// Letters that wait in the database: written there in the transaction of the change that they tell
// of, so that there is neither a letter without its change nor a change without its letter.

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

#include "base/instant.h"
#include "crypto/seal.h"
#include "mail/message.h"
#include "mail/server.h"
#include "store/store.h"

namespace primum::mail {

struct Letter {
    std::string to;  ///< an address
    std::string subject;
    std::string text;
    std::string html;
    Instant useless_after;  ///< a link that is out of date need not be sent any more
    /// Of letters that nobody must get: where one click ends them. Account letters have none.
    std::string unsubscribe = {};
};

/// How many letters there are, for pages of the operator.
struct OutboxState {
    std::int64_t waiting = 0;
    std::int64_t given_up = 0;
};

class Outbox {
public:
    /// What letters say is sealed, for their links let people in; it is wiped once they are gone.
    explicit Outbox(const crypto::Keys& keys) : seal_(keys, "mail outbox") {}

    /// Throws std::invalid_argument where `to` is no address: ask is_address() first.
    void queue(store::Writer& db, const Letter& letter) const;

    using Deliver = std::function<Sent(const Message&)>;

    /// Tries each letter that is due, once. Each is claimed first, so that several processes do not
    /// send it at the same time; a process that ends in between lets another try after ten minutes,
    /// so a letter is sent at least once. Gives the number of letters that were sent.
    std::size_t deliver_due(store::Store& store, const Deliver& deliver, const Clock& clock) const;

    static OutboxState state(const store::Reader& db);

private:
    crypto::Seal seal_;
};

/// How long to wait after so many failed attempts: a minute, doubling up to an hour.
std::chrono::seconds wait_after(int attempts);

}  // namespace primum::mail
