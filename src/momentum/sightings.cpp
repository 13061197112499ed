#include "momentum/sightings.h"

#include <chrono>
#include <exception>

#include "momentum/store.h"

namespace primum::momentum {
namespace {

const store::Scope& scope() {
    static const auto kScope =
        store::Scope::system("who saw a signpost first is written down for every organisation");
    return kScope;
}

}  // namespace

void Sightings::note(OrganisationId organisation, const CampaignId& campaign,
                     const Signpost& signpost, PersonId person, Instant at) {
    const std::lock_guard lock(mutex_);
    noted_.try_emplace({organisation, campaign, signpost.direction, signpost.since},
                       Sighting{person, at});
}

void Sightings::write_down(store::Store& store) {
    const auto noted = [&] {
        const std::lock_guard lock(mutex_);
        return noted_;
    }();
    if (noted.empty()) return;
    store.write([&](store::Writer& db) {
        for (const auto& [key, sighting] : noted) {
            const auto& [organisation, campaign, direction, since] = key;
            save_seen(db, scope().may_write(organisation),
                      {.person = sighting.person, .at = sighting.at, .request = "job"}, campaign,
                      direction, since);
        }
    });
    const std::lock_guard lock(mutex_);
    for (const auto& [key, sighting] : noted)
        noted_.erase(key);
}

}  // namespace primum::momentum
