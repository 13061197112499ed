#pragma once
// Who has seen a signpost. A page must not wait for a write only because somebody looks at it, so
// sightings are noted in memory and written together; what a crash loses is seen again.

#include <map>
#include <mutex>
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

}  // namespace primum::momentum
