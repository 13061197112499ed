#pragma once
// What a campaign shows to everybody of what its members measure: sums, published.

#include <vector>

#include "campaigns/campaign.h"
#include "design/view.h"
#include "disclosure/rule.h"
#include "measures/drawn.h"

namespace primum::boards {

/// Which measures its keepers have allowed, in order of their codes.
std::vector<measures::MeasureId> allowed_measures(const store::Reader& db,
                                                  campaigns::CampaignId campaign);
/// Replaces them.
void save_allowed(store::Writer& db, const store::Writable& owner, const store::Stamp& stamp,
                  campaigns::CampaignId campaign, const std::vector<measures::MeasureId>& allowed);

/// The measures of which sums lie below the campaign's owner: those that may be allowed.
std::vector<measures::Measure> measures_to_allow(const store::Reader& db,
                                                 const campaigns::Campaign& campaign, Day day);

/// One of them over all that lies below the campaign's owner. Everything is made of published sums
/// (measures/publishing.h): they are decided with the series that organisations show.
struct PublicMeasure {
    measures::Measure measure;
    measures::Drawn drawn;
    std::int64_t reported = 0;  ///< series in the latest period
    std::int64_t keep = 0;      ///< series that there are
    std::optional<Day> latest;
};
std::vector<PublicMeasure> public_measures_of(const store::Reader& db,
                                              const campaigns::Campaign& campaign,
                                              disclosure::Mode mode, Day today);

/// "Of 140 places that keep this measure, 118 have sent January 2026."
std::string coverage_sentence(const design::View& view, const PublicMeasure& one);

}  // namespace primum::boards
