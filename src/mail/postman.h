#pragma once
// Sends what waits in the outbox, in a thread of its own, for as long as it lives.

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

#include "mail/outbox.h"

namespace primum::mail {

class Postman {
public:
    /// `complain` hears of each round that failed as a whole: the database was away, say.
    Postman(store::Store& store, const Outbox& outbox, Server server,
            std::function<void(const std::string&)> complain);
    /// Waits for the letter that is under way.
    ~Postman();

    /// There may be a new letter: look now rather than in a few seconds. From any thread.
    void look();

private:
    void work(const std::stop_token& stop);

    store::Store& store_;
    const Outbox& outbox_;
    Server server_;
    std::function<void(const std::string&)> complain_;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    bool look_ = true;
    std::jthread thread_;  // last: it uses all of the above
};

}  // namespace primum::mail
