#include "momentum/sightings.h"

#include <chrono>
#include <exception>

#include "momentum/store.h"

namespace primum::momentum {
namespace {

constexpr std::chrono::seconds kPause{5};

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

Keeper::Keeper(store::Store& store, Sightings& sightings,
               std::function<void(const std::string&)> complain)
    : store_(store),
      sightings_(sightings),
      complain_(std::move(complain)),
      thread_([this](const std::stop_token& stop) { work(stop); }) {}

Keeper::~Keeper() = default;

void Keeper::work(const std::stop_token& stop) {
    const auto write_down = [&] {
        try {
            sightings_.write_down(store_);
        } catch (const std::exception& error) {
            complain_(error.what());
        }
    };
    while (!stop.stop_requested()) {
        write_down();
        std::unique_lock lock(mutex_);
        wake_.wait_for(lock, stop, kPause, [] { return false; });
    }
    write_down();
}

}  // namespace primum::momentum
