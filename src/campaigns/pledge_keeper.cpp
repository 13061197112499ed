#include "campaigns/pledge_keeper.h"

#include <chrono>
#include <exception>

#include "base/instant.h"
#include "campaigns/pledge.h"

namespace primum::campaigns {
namespace {

constexpr std::chrono::minutes kPause{5};

Instant now() {
    return system_clock().now();
}

}  // namespace

PledgeKeeper::PledgeKeeper(people::Accounts& accounts,
                           std::function<void(const std::string&)> complain)
    : accounts_(accounts),
      complain_(std::move(complain)),
      thread_([this](const std::stop_token& stop) { work(stop); }) {}

PledgeKeeper::~PledgeKeeper() = default;

void PledgeKeeper::work(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        try {
            ask_what_became_of_pledges(accounts_, accounts_.store, now());
        } catch (const std::exception& error) {
            complain_(error.what());
        }
        std::unique_lock lock(mutex_);
        wake_.wait_for(lock, stop, kPause, [] { return false; });
    }
}

}  // namespace primum::campaigns
