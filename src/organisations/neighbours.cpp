#include "organisations/neighbours.h"

namespace primum::organisations {

bool move_with(const Neighbours& neighbours, store::Writer& db, OrganisationId moved,
               const std::function<bool()>& change) {
    std::vector<std::function<void()>> after;
    after.reserve(neighbours.moving.size());
    for (const Moving& before : neighbours.moving)
        after.push_back(before(db, moved));
    if (!change()) return false;
    for (const auto& follow : after)
        follow();
    return true;
}

}  // namespace primum::organisations
