#pragma once
// How often one program may ask.

#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/instant.h"

namespace primum::access {

/// A bucket of tokens for each who asks: `burst` requests at once, and one more every `every`.
/// Kept in memory. For several threads.
class Pace {
public:
    Pace(int burst, std::chrono::microseconds every) : burst_(burst), every_(every) {}

    /// Nothing where this request may be answered, and then it is counted; otherwise how long to
    /// wait, a second or more.
    std::optional<std::chrono::seconds> wait(const std::string& who, Instant now);

private:
    static constexpr std::size_t kMany = 10'000;
    void forget_the_idle(Instant now);

    const int burst_;
    const std::chrono::microseconds every_;
    std::mutex mutex_;
    /// When each bucket will be full again.
    std::unordered_map<std::string, Instant> full_at_;
};

}  // namespace primum::access
