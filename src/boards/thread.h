#pragma once
// The golden thread: from what a campaign is for, over what it changes and what is measured, to the
// series of organisations; and back.

#include <optional>
#include <string>
#include <vector>

#include "campaigns/campaign.h"
#include "measures/measure.h"
#include "store/db.h"

namespace primum::boards {

/// A measure that would show whether an intervention works.
struct ThreadMeasure {
    std::string code;  ///< of the library's
    std::string name;
    std::optional<measures::Measure> measure;  ///< in the dictionary, once somebody has adopted it
    std::int64_t organisations = 0;            ///< that keep a series of it
};
struct ThreadIntervention {
    campaigns::Intervention intervention;
    std::vector<ThreadMeasure> measures;  ///< its own and those of its parts
};
struct Thread {
    campaigns::Campaign campaign;
    std::optional<ThreadMeasure> aim;  ///< what the aim is about, where it names a measure
    std::vector<ThreadIntervention> interventions;
};
/// How many organisations keep a series is no number about people: everybody may know it.
Thread thread_of(const store::Reader& db, const campaigns::Campaign& campaign, Day day);

/// The way up from a measure: campaigns that everybody may see, and by which intervention; by none
/// where the campaign's aim itself is about it.
struct WayUp {
    campaigns::Campaign campaign;
    std::optional<campaigns::Intervention> intervention;
};
std::vector<WayUp> ways_up(const store::Reader& db, const measures::Measure& measure, Day day);

}  // namespace primum::boards
