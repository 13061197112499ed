#pragma once
// How often tools are used, counted without a write for each request and without who: in memory,
// and written down now and then.

#include <cstdint>
#include <map>
#include <mutex>

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

}  // namespace primum::resources
