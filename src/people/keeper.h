#pragma once
// What this room does beside answering requests, in a thread of its own for as long as it lives.

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

#include "people/accounts.h"

namespace primum::people {

/// Writes down twice a minute when sessions were last used, and once more at its end; once an hour
/// takes away what has run out. `complain` hears of what failed; it is tried again.
class Keeper {
public:
    Keeper(Accounts& accounts, std::function<void(const std::string&)> complain);
    ~Keeper();

private:
    void work(const std::stop_token& stop);
    void or_complain(const std::function<void()>& task);

    Accounts& accounts_;
    std::function<void(const std::string&)> complain_;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::jthread thread_;  // last: it uses all of the above
};

}  // namespace primum::people
