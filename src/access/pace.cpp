#include "access/pace.h"

#include <algorithm>

namespace primum::access {

std::optional<std::chrono::seconds> Pace::wait(const std::string& who, Instant now) {
    const std::lock_guard lock(mutex_);
    if (full_at_.size() > kMany) forget_the_idle(now);
    Instant& full_at = full_at_[who];
    full_at = std::max(full_at, now);
    const auto missing = full_at + every_ - now;  // of a full bucket, with this request
    const auto room = burst_ * every_;
    if (missing > room) return std::chrono::ceil<std::chrono::seconds>(missing - room);
    full_at += every_;
    return std::nullopt;
}

void Pace::forget_the_idle(Instant now) {
    std::erase_if(full_at_, [now](const auto& bucket) { return bucket.second <= now; });
}

}  // namespace primum::access
