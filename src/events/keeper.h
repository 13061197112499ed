#pragma once
// What this room does beside answering requests, in a thread of its own for as long as it lives.

#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

#include "people/accounts.h"

namespace primum::events {

/// Queues a letter for every promise that is 30 or 90 days old and has not been asked about at that
/// age. What is asked is written down in the same transaction, so that each is asked once whoever
/// runs this, and however often it is started anew. The number of letters.
std::size_t ask_about_promises(const people::Accounts& accounts, Instant now);

/// Asks about promises every quarter of an hour. `complain` hears of what failed; it is tried
/// again.
class Keeper {
public:
    Keeper(people::Accounts& accounts, std::function<void(const std::string&)> complain);
    ~Keeper();

private:
    void work(const std::stop_token& stop);

    people::Accounts& accounts_;
    std::function<void(const std::string&)> complain_;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::jthread thread_;  // last: it uses all of the above
};

}  // namespace primum::events
