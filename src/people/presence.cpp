#include "people/presence.h"

#include <algorithm>
#include <chrono>

namespace primum::people {
namespace {

constexpr std::chrono::minutes kOften{1};

}  // namespace

Instant Presence::last(const std::string& session, Instant written) {
    const std::lock_guard lock(mutex_);
    const auto noted = noted_.find(session);
    return noted == noted_.end() ? written : std::max(written, noted->second);
}

void Presence::note(const std::string& session, Instant last, Instant now) {
    if (now - last < kOften) return;
    const std::lock_guard lock(mutex_);
    noted_[session] = now;
}

void Presence::write_down(store::Store& store) {
    const auto noted = [&] {
        const std::lock_guard lock(mutex_);
        return noted_;
    }();
    if (noted.empty()) return;
    store.write([&](store::Writer& db) {
        for (const auto& [session, at] : noted)
            db.run(R"sql(
                UPDATE sessions SET last_seen_at = $1 WHERE token_hash = $2 AND last_seen_at < $1
            )sql",
                   at, session);
    });
    const std::lock_guard lock(mutex_);
    for (const auto& [session, at] : noted)
        if (const auto still = noted_.find(session); still != noted_.end() && still->second == at)
            noted_.erase(still);
}

}  // namespace primum::people
