#include "resources/uses.h"

#include <exception>
#include <utility>

namespace primum::resources {
namespace {}  // namespace

void Uses::note(ResourceId id) {
    const std::lock_guard lock(mutex_);
    ++counts_[id];
}

std::int64_t Uses::pending(ResourceId id) const {
    const std::lock_guard lock(mutex_);
    const auto known = counts_.find(id);
    return known == counts_.end() ? 0 : known->second;
}

void Uses::write_down(store::Store& store) {
    std::map<ResourceId, std::int64_t> counts;
    {
        const std::lock_guard lock(mutex_);
        counts.swap(counts_);
    }
    if (counts.empty()) return;
    try {
        store.write([&](store::Writer& db) {
            for (const auto& [id, times] : counts)
                count_uses(db, id, times);
        });
    } catch (...) {
        const std::lock_guard lock(mutex_);
        for (const auto& [id, times] : counts)
            counts_[id] += times;
        throw;
    }
}

}  // namespace primum::resources
