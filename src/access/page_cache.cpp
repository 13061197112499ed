#include "access/page_cache.h"

namespace primum::access {

std::optional<http::Response> PageCache::find(std::string_view key, Instant now) {
    const std::scoped_lock lock(mutex_);
    const auto entry = pages_.find(key);
    if (entry == pages_.end()) return std::nullopt;
    if (now >= entry->second.stale) {
        entry->second.stale = now + std::chrono::seconds(1);
        return std::nullopt;
    }
    return entry->second.page;
}

void PageCache::keep(std::string key, const http::Response& page, Instant now) {
    // The bytes are shared by all who are shown them.
    auto bytes = std::make_shared<const std::string>(page.bytes());
    http::Response kept{page.status, page.headers, http::Shared{*bytes, bytes}};
    const std::scoped_lock lock(mutex_);
    if (pages_.size() >= kMost && !pages_.contains(key)) pages_.clear();
    pages_.insert_or_assign(std::move(key), Entry{std::move(kept), now + kFresh});
}

}  // namespace primum::access
