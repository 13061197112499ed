#include "resources/uses.h"

#include <exception>
#include <utility>

namespace primum::resources {
namespace {

constexpr std::chrono::seconds kPause{30};

}  // namespace

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

Keeper::Keeper(store::Store& store, Uses& uses, std::function<void(const std::string&)> complain)
    : store_(store),
      uses_(uses),
      complain_(std::move(complain)),
      thread_([this](const std::stop_token& stop) { work(stop); }) {}

Keeper::~Keeper() = default;

void Keeper::work(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        write_down();
        std::unique_lock lock(mutex_);
        wake_.wait_for(lock, stop, kPause, [] { return false; });
    }
    write_down();
}

void Keeper::write_down() {
    try {
        uses_.write_down(store_);
    } catch (const std::exception& error) {
        complain_(error.what());
    }
}

}  // namespace primum::resources
