#pragma once
// The signposts on "Your organisations" and on an organisation's page, for those who lead it.

#include <unordered_map>
#include <vector>

#include "html/html.h"
#include "momentum/sightings.h"
#include "momentum/store.h"
#include "organisations/neighbours.h"

namespace primum::momentum {

/// Both panels; `sightings` must outlive them. To be wired in src/app/installation.cpp.
void add_neighbours(organisations::Neighbours& neighbours, Sightings& sightings);

/// How many signposts were raised, and what came of them.
struct SignpostCounts {
    int raised = 0;
    int seen = 0;
    int followed = 0;
    int done = 0;
    int standing = 0;                  ///< today
    std::vector<double> days_to_seen;  ///< from the day it was raised; in order
    std::vector<double> days_to_done;
};
SignpostCounts counts_of(const std::vector<Facts>& all,
                         const std::unordered_map<OrganisationId, std::vector<Noticed>>& noticed,
                         Direction direction, Day today);

}  // namespace primum::momentum
