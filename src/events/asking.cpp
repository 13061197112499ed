#include "events/asking.h"

#include "events/letters.h"
#include "events/promise.h"

namespace primum::events {
namespace {

constexpr std::size_t kAtOnce = 40;

}  // namespace

std::size_t ask_about_promises(const people::Accounts& accounts, Instant now) {
    const Day today = std::chrono::floor<std::chrono::days>(now);
    // Nearly always there is nothing to ask, and then nothing is written.
    if (promises_to_ask(*accounts.store.read(), today, 1).empty()) return 0;
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

}  // namespace primum::events
