#pragma once
// How often tools are used, counted without a write for each request and without who: in memory,
// and written down now and then.

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

#include "resources/resource.h"
#include "store/store.h"

namespace primum::resources {

/// Safe from many threads.
class Uses {
public:
    void note(ResourceId id);
    /// Those that are not written down yet.
    std::int64_t pending(ResourceId id) const;
    void write_down(store::Store& store);

private:
    mutable std::mutex mutex_;
    std::map<ResourceId, std::int64_t> counts_;
};

/// Writes them down twice a minute, and once more at its end.
class Keeper {
public:
    Keeper(store::Store& store, Uses& uses, std::function<void(const std::string&)> complain);
    ~Keeper();

private:
    void work(const std::stop_token& stop);
    void write_down();

    store::Store& store_;
    Uses& uses_;
    std::function<void(const std::string&)> complain_;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::jthread thread_;  // last: it uses all of the above
};

}  // namespace primum::resources
