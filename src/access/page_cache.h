#pragma once
// Public pages as they were a moment ago, so that a campaign's great day is served from memory.

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/instant.h"
#include "http/message.h"

namespace primum::access {

/// Keyed by whatever makes two answers differ: path, language, encoding. Safe from many threads.
class PageCache {
public:
    /// A page may be shown for so long after it was made.
    static constexpr std::chrono::seconds kFresh{5};
    static constexpr std::size_t kMost = 512;  ///< pages; when full, all are forgotten

    /// When a page has become stale, one caller is told that there is none, so that it makes it
    /// anew; the others get the stale one for another second.
    std::optional<http::Response> find(std::string_view key, Instant now);

    void keep(std::string key, const http::Response& page, Instant now);

private:
    struct Entry {
        http::Response page;
        Instant stale;
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>()(text);
        }
    };
    std::mutex mutex_;
    std::unordered_map<std::string, Entry, Hash, std::equal_to<>> pages_;
};

}  // namespace primum::access
