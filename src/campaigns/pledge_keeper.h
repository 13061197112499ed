#pragma once
// Asks people what became of their pledges, in a thread of its own, for as long as it lives.

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

#include "people/accounts.h"

namespace primum::campaigns {

class PledgeKeeper {
public:
    /// `complain` hears of each round that failed; it is tried again.
    PledgeKeeper(people::Accounts& accounts, std::function<void(const std::string&)> complain);
    ~PledgeKeeper();

private:
    void work(const std::stop_token& stop);

    people::Accounts& accounts_;
    std::function<void(const std::string&)> complain_;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::jthread thread_;  // last: it uses all of the above
};

}  // namespace primum::campaigns
