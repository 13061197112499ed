#include "events/keeper.h"

#include <exception>

#include "events/letters.h"
#include "events/promise.h"

namespace primum::events {
namespace {

constexpr std::chrono::minutes kPause{15};
constexpr std::size_t kAtOnce = 40;

}  // namespace

std::size_t ask_about_promises(const people::Accounts& accounts, Instant now) {
    const Day today = std::chrono::floor<std::chrono::days>(now);
    std::size_t all = 0;
    while (true) {
        const auto [found, asked] = accounts.store.write([&](store::Writer& db) {
            const auto due = promises_to_ask(db, today, kAtOnce);
            std::size_t letters = 0;
            for (const ToAsk& ask : due) {
                if (!mark_asked(db, ask, now)) continue;
                ask_about_promise(accounts, db, ask, now);
                ++letters;
            }
            return std::pair(due.size(), letters);
        });
        all += asked;
        if (found < kAtOnce) return all;
    }
}

Keeper::Keeper(people::Accounts& accounts, std::function<void(const std::string&)> complain)
    : accounts_(accounts),
      complain_(std::move(complain)),
      thread_([this](const std::stop_token& stop) { work(stop); }) {}

Keeper::~Keeper() = default;

void Keeper::work(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        try {
            const Instant now = accounts_.store.read()->now();
            // Nearly always there is nothing to ask, and then nothing is written.
            if (!promises_to_ask(*accounts_.store.read(),
                                 std::chrono::floor<std::chrono::days>(now), 1)
                     .empty())
                ask_about_promises(accounts_, now);
        } catch (const std::exception& error) {
            complain_(error.what());
        }
        std::unique_lock lock(mutex_);
        wake_.wait_for(lock, stop, kPause, [] { return false; });
    }
}

}  // namespace primum::events
