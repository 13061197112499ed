#pragma once
// Who has seen a signpost. A page must not wait for a write only because somebody looks at it, so
// sightings are noted in memory and written together; what a crash loses is seen again.

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <tuple>

#include "momentum/hinge.h"
#include "store/store.h"

namespace primum::momentum {

class Sightings {
public:
    /// From any thread. The first one stands.
    void note(OrganisationId organisation, const CampaignId& campaign, const Signpost& signpost,
              PersonId person, Instant at);

    /// Writes what has been noted; nothing where there is nothing. From one thread.
    void write_down(store::Store& store);

private:
    using Key = std::tuple<OrganisationId, CampaignId, Direction, Day>;
    struct Sighting {
        PersonId person;
        Instant at;
    };
    std::mutex mutex_;
    std::map<Key, Sighting> noted_;
};

/// Writes sightings down a few times a minute, in a thread of its own for as long as it lives, and
/// once more at its end. `complain` hears of what failed; it is tried again.
class Keeper {
public:
    Keeper(store::Store& store, Sightings& sightings,
           std::function<void(const std::string&)> complain);
    ~Keeper();

private:
    void work(const std::stop_token& stop);

    store::Store& store_;
    Sightings& sightings_;
    std::function<void(const std::string&)> complain_;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::jthread thread_;  // last: it uses all of the above
};

}  // namespace primum::momentum
